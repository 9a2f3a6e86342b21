import { nearTexts } from './mutate-figures.js';

/** The values that a column can take, where they are finite. */
export type CellDomain = readonly string[] | undefined;

/**
 * Cells that mean something a little different: nearby figures and months, other comparison, a value more or less in a list, another
 * value, anything at all.
 */
export function mutateCell(cell: string, domain: CellDomain): string[] {
  const texts = new Set(['-', ...nearTexts(cell), ...otherComparisons(cell), ...(domain ? otherValues(cell, domain) : [])]);
  texts.delete(cell);
  return [...texts];
}

function otherComparisons(cell: string): string[] {
  const match = /^\s*(<=|>=|<|>)(.*)$/s.exec(cell);
  if (match) return [`${OTHER[match[1] as keyof typeof OTHER]}${match[2]}`];
  const range = /^\s*([[(])(.*\.\..*)([\])])\s*$/s.exec(cell);
  if (!range) return [];
  const [, open, body, close] = range;
  return [`${open === '[' ? '(' : '['}${body}${close}`, `${open}${body}${close === ']' ? ')' : ']'}`];
}

const OTHER = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' } as const;

/** For cells that list values: `"a", "b"`, `true`. */
function otherValues(cell: string, domain: readonly string[]): string[] {
  const listed = cell.split(',').map((part) => part.trim());
  if (listed.some((value) => !domain.includes(value))) return [];
  const fewer = listed.length > 1 ? listed.map((_, index) => listed.filter((__, other) => other !== index)) : [];
  const others = domain.filter((value) => !listed.includes(value));
  const [first] = others;
  const replaced = first === undefined ? [] : [[...listed.slice(1), first]];
  const more = first === undefined || others.length < 2 ? [] : [[...listed, first]];
  return [...fewer, ...replaced, ...more].map((values) => values.join(', '));
}
