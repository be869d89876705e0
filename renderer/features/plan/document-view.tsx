import { Fragment, memo, type ReactNode, useMemo } from 'react';
import type { Passage, PlanDocument, TablePlace } from '../../../shared/plan/document';
import { PLANNING } from '../../../shared/words/planning';
import type { Speaker } from '../desk/words';
import { type Block, blocksOf, type Owner, type Run, runsWithin, spans, tabCells } from './marks';
import { ownerOfPage } from './unread-pages';
import './document.css';

interface Props {
  readonly document: PlanDocument;
  readonly runs: readonly Run[];
  /** What is still to be looked at; its passages are underlined. */
  readonly doubtful: ReadonlySet<Owner>;
  /** Pages that were only pictures. */
  readonly unread: ReadonlySet<number>;
  readonly words: Speaker;
  readonly onPick: (owner: Owner) => void;
}

/** The document as it was read, with what was taken from it marked. */
export const DocumentView = memo(function DocumentView({ document, runs, doubtful, unread, words, onPick }: Props) {
  const leaves = useMemo(() => leavesOf(blocksOf(document)), [document]);
  const pageText = (n: number): string => words.say(PLANNING[unread.has(n) ? 'page-unread' : 'page-n'], { n });
  const piece = (p: Passage): ReactNode =>
    runsWithin(runs, p).map((r) => {
      const text = document.text.slice(r.from, r.to).replaceAll('\u2028', '\n');
      const first = r.owners.find((o) => !o.startsWith('finding:')) ?? r.owners[0];
      if (r.mark === null || first === undefined) return <Fragment key={r.from}>{text}</Fragment>;
      return (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the same is reached by key from the draft and the findings
        <mark
          key={r.from}
          data-testid={`plan-mark-${r.mark}`}
          data-from={r.from}
          data-owners={r.owners.join(' ')}
          data-doubtful={r.owners.some((o) => doubtful.has(o))}
          data-used={r.owners.some((o) => !o.startsWith('finding:'))}
          onClick={() => onPick(first)}
        >
          {text}
        </mark>
      );
    });
  return (
    <div className="plan-document-text">
      {/* the beginning is page one without a mark */}
      {unread.has(1) ? <PageView n={1} text={pageText(1)} /> : null}
      {leaves.map((leaf) => (
        // a guess until it has been on the screen: most blocks take one or two lines
        <div key={leaf.at} className="plan-leaf" style={{ containIntrinsicSize: `auto ${leaf.blocks.length * 2}em` }}>
          {leaf.blocks.map((b) => (
            <BlockView key={keyOf(b)} block={b} piece={piece} text={document.text} pageText={pageText} />
          ))}
        </div>
      ))}
    </div>
  );
});

/** A long document is laid out leaf by leaf, as each comes into sight: a page of 10,000 boxes would scroll in jerks. */
const LEAF = 40;
function leavesOf(blocks: readonly Block[]): readonly { readonly at: number; readonly blocks: readonly Block[] }[] {
  const leaves = [];
  for (let at = 0; at < blocks.length; at += LEAF) leaves.push({ at, blocks: blocks.slice(at, at + LEAF) });
  return leaves;
}

const keyOf = (b: Block): string | number =>
  b.kind === 'page' ? `page ${b.n}` : b.kind === 'table' ? `table ${b.table.from}` : b.from;

interface BlockProps {
  readonly block: Block;
  readonly piece: (p: Passage) => ReactNode;
  readonly text: string;
  readonly pageText: (n: number) => string;
}

function BlockView({ block, piece, text, pageText }: BlockProps) {
  if (block.kind === 'page') return <PageView n={block.n} text={pageText(block.n)} />;
  if (block.kind === 'table') return <TableView table={block.table} piece={piece} />;
  const cells = tabCells(text, block);
  if (cells.length < 2) return <p>{piece(block)}</p>;
  return (
    <div className="plan-tab-row">
      {cells.map((c) => (
        <span key={c.from}>{piece(c)}</span>
      ))}
    </div>
  );
}

const PageView = ({ n, text }: { readonly n: number; readonly text: string }) => (
  <div className="plan-page" data-owners={ownerOfPage(n)}>
    {text}
  </div>
);

function TableView({ table, piece }: { readonly table: TablePlace; readonly piece: (p: Passage) => ReactNode }) {
  return (
    <table>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.from} data-header={row.header}>
            {row.cells.map((c) => (
              <td key={`${c.from} ${c.column}`} {...spans(c)}>
                {piece(c)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
