import { type DragEvent, type HTMLAttributes, type PointerEvent, useRef } from 'react';
import './reorder.css';

type ListProps = Pick<
  HTMLAttributes<HTMLElement>,
  'onPointerDown' | 'onPointerUp' | 'onKeyDown' | 'onDragStart' | 'onDragOver' | 'onDrop' | 'onDragEnd'
>;

const rowOf = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;

/**
 * A list whose rows are put into another order: dragged by their handle (`data-handle`), or moved with Alt+↑ and
 * Alt+↓ from anywhere in the row. Rows carry their id in `data-row`; while one is dragged it has `data-dragged`, and
 * the row where it would go `data-target`. All of it stays in the page itself, so that no row is drawn anew for it.
 * @param onMove the row to move, and the one it is to stand before; null is the end.
 */
export function useReorder(onMove: (id: string, before: string | null) => void): ListProps {
  const dragged = useRef<HTMLElement | null>(null);
  const target = useRef<HTMLElement | null>(null);

  const idOf = (row: Element | null | undefined): string | null =>
    row instanceof HTMLElement ? (row.dataset.row ?? null) : null;
  const unmark = (): void => {
    delete target.current?.dataset.target;
    target.current = null;
  };
  const end = (): void => {
    unmark();
    if (dragged.current === null) return;
    delete dragged.current.dataset.dragged;
    dragged.current.draggable = false;
    dragged.current = null;
  };
  // a field in which one drags means its text; only the handle moves the row
  const hold = (e: PointerEvent, held: boolean): void => {
    const row = e.target instanceof Element && e.target.closest('[data-handle]') !== null ? rowOf(e.target) : null;
    if (row !== null) row.draggable = held;
  };
  const place = (e: DragEvent): { readonly id: string; readonly before: string | null } | null => {
    const [moved, over] = [dragged.current, target.current];
    const id = idOf(moved);
    if (id === null || moved === over || over === null) return null;
    const before = over.dataset.target === 'behind' ? idOf(over.nextElementSibling) : idOf(over);
    e.preventDefault();
    return before === id ? null : { id, before };
  };
  return {
    onPointerDown: (e) => hold(e, true),
    onPointerUp: (e) => hold(e, false),
    onKeyDown: (e) => {
      if (!e.altKey || (e.key !== 'ArrowUp' && e.key !== 'ArrowDown')) return;
      const row = rowOf(e.target);
      const id = idOf(row);
      if (row === null || id === null) return;
      e.preventDefault();
      const [up, down] = [row.previousElementSibling, row.nextElementSibling];
      if (e.key === 'ArrowUp' && idOf(up) !== null) onMove(id, idOf(up));
      // behind the next one is before the one after it
      if (e.key === 'ArrowDown' && idOf(down) !== null) onMove(id, idOf(down?.nextElementSibling));
      requestAnimationFrame(() => row.scrollIntoView({ block: 'nearest' }));
    },
    onDragStart: (e) => {
      const row = rowOf(e.target);
      if (row === null) return;
      dragged.current = row;
      row.dataset.dragged = 'true';
      e.dataTransfer.effectAllowed = 'move';
      e.dataTransfer.setData('text/plain', idOf(row) ?? '');
    },
    onDragOver: (e) => {
      if (dragged.current === null) return;
      e.preventDefault();
      const row = rowOf(e.target);
      if (row === null) return;
      const box = row.getBoundingClientRect();
      const half = e.clientY < box.top + box.height / 2 ? 'before' : 'behind';
      if (target.current !== row) unmark();
      target.current = row;
      row.dataset.target = half;
    },
    onDrop: (e) => {
      const to = place(e);
      end();
      if (to !== null) onMove(to.id, to.before);
    },
    onDragEnd: end,
  };
}
