import { useLayoutEffect, useRef } from 'react';
import type { Weight } from '../ui/slide/palette';
import { fitBox } from '../ui/slide/text';
import { pageMeasure } from './fit';
import { useGlass } from './glass';

interface Props {
  readonly text: string;
  readonly className: string;
  readonly testId: string;
  readonly weight: Weight;
  readonly lines: number;
  /** Sizes in parts of the height of the glass. */
  readonly most: number;
  readonly least: number;
}

/** A text as large as its box and its lines allow; what does not fit at the smallest size ends in "…". */
export function FitText({ text, className, testId, weight, lines, most, least }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const glass = useGlass();
  useLayoutEffect(() => {
    const box = ref.current;
    if (box === null) return;
    const sizes = { most: most * glass.height, least: least * glass.height };
    // a hair narrower than the box: the page's own line breaking must not find one line more
    const room = { width: box.clientWidth * 0.985, height: lines * sizes.most * 1.4, lines };
    box.style.fontSize = `${fitBox(text, room, sizes, { weight, figures: false }, pageMeasure()).size.toFixed(1)}px`;
  }, [text, weight, lines, most, least, glass]);
  return (
    <div
      ref={ref}
      className={`fit-text ${className}`}
      data-testid={testId}
      style={{ fontWeight: weight, WebkitLineClamp: lines }}
    >
      {text}
    </div>
  );
}
