import type { KeyboardEvent } from 'react';

/** Arrow keys and Enter move between the cells of a grid, as in a spreadsheet; inside a text the arrows first move the caret. */
export function moveByKey(event: KeyboardEvent<HTMLDivElement>): void {
  const cell = event.target;
  if (!(cell instanceof HTMLInputElement || cell instanceof HTMLSelectElement)) return;
  if (event.nativeEvent.isComposing || event.keyCode === 229 || event.altKey || event.ctrlKey || event.metaKey) return;
  const target = targetOf(event.key, cell);
  // Enter would otherwise send the form.
  if (event.key === 'Enter' && cell instanceof HTMLInputElement) event.preventDefault();
  if (!target) return;
  event.preventDefault();
  target.focus();
  if (target instanceof HTMLInputElement) target.select();
}

type Control = HTMLInputElement | HTMLSelectElement;

function targetOf(key: string, cell: Control): Control | undefined {
  const text = cell instanceof HTMLInputElement;
  if (key === 'ArrowDown' && text) return sibling(cell, 1);
  if (key === 'ArrowUp' && text) return sibling(cell, -1);
  if (key === 'Enter' && text) return sibling(cell, 1);
  if (key === 'ArrowRight' && (!text || cell.selectionStart === cell.value.length)) return neighbour(cell, 1);
  if (key === 'ArrowLeft' && (!text || cell.selectionEnd === 0)) return neighbour(cell, -1);
  return undefined;
}

function sibling(cell: Control, step: 1 | -1): Control | undefined {
  const rows = [...(cell.closest('tbody')?.querySelectorAll<HTMLTableRowElement>('tr[data-row]') ?? [])];
  const row = cell.closest('tr');
  const next = rows[rows.indexOf(row as HTMLTableRowElement) + step];
  return next?.querySelector<Control>(`[data-column="${cell.dataset['column']}"]`) ?? undefined;
}

function neighbour(cell: Control, step: 1 | -1): Control | undefined {
  const cells = [...(cell.closest('tr')?.querySelectorAll<Control>('[data-column]') ?? [])];
  return cells[cells.indexOf(cell) + step];
}
