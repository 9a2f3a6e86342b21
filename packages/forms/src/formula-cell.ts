/** Leading characters by which a spreadsheet takes a text for a formula, full-width forms too; and what it shows for a broken one. */
const FORMULA = /^[\s\u200b\ufeff]*[=+@＝＋＠]|^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!)$/;
/** What an export also protects: a minus that is no number, and the apostrophe that protects. */
const RISKY = /^[\s\u200b\ufeff]*[-－'|]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** Whether a spreadsheet would run the text as a formula when it is opened there, or the text is the error of one. */
export function isFormula(text: string): boolean {
  return FORMULA.test(text);
}

/** A text as it may be written into a CSV or XLSX cell: anything a spreadsheet would run gets an apostrophe in front. */
export function escapeCell(text: string): string {
  return isFormula(text) || (RISKY.test(text) && !NUMBER.test(text)) ? `'${text}` : text;
}

/** Takes off the apostrophe that `escapeCell`, or a spreadsheet for "this is text", put in front. */
export function unescapeCell(text: string): string {
  return text.startsWith("'") ? text.slice(1) : text;
}
