/** Leading characters by which a spreadsheet takes a text for a formula, full-width forms too. */
const FORMULA_START = /^[\s\u200b\ufeff]*[=+@＝＋＠]/;

/** Whether a spreadsheet would run the text as a formula when it is opened there. */
export function isFormula(text: string): boolean {
  return FORMULA_START.test(text);
}

/** A text as it may be written into a CSV or XLSX cell: anything a spreadsheet would run gets an apostrophe in front. */
export function escapeCell(text: string): string {
  return isFormula(text) || /^[\s]*[-－\t\r|]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
}
