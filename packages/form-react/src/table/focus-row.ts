/** After the rows were drawn again: to a row's first cell or its button, to the table's last button if there is no such row. */
export function focusRow(id: string, row: number, part: 'cell' | 'remove'): void {
  requestAnimationFrame(() => {
    const table = document.getElementById(id);
    const own = table?.querySelector<HTMLElement>(`tr[data-row="${row}"] ${part === 'cell' ? '[data-column]' : '.grid-remove button'}`);
    (own ?? table?.querySelector<HTMLElement>(':scope > .button:last-child'))?.focus();
  });
}
