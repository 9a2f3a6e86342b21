/**
 * Whether a decimal figure occurs in a quoted text as a number of its own: `150.00` in 每人每月150元, full-width digits and thousands
 * separators too; never `50` in 150.
 * @param numerals whether numbers in Chinese characters below ten thousand count as well (六十日), as laws write day counts.
 */
export function isFigureQuoted(figure: string, quote: string, numerals = false): boolean {
  return figuresOf(quote, numerals).has(plainNumber(figure.replace(/^-/, '')));
}

function figuresOf(quote: string, numerals: boolean): ReadonlySet<string> {
  const narrow = quote.normalize('NFKC').replace(/(\d)[,,](?=\d{3}(?!\d))/g, '$1');
  const found = new Set<string>();
  for (const [number] of narrow.matchAll(/\d+(?:\.\d+)?/g)) found.add(plainNumber(number));
  if (!numerals) return found;
  for (const [numeral] of narrow.matchAll(/[零〇一二两三四五六七八九十百千]+/g)) {
    const value = chineseNumber(numeral);
    if (value !== undefined) found.add(String(value));
  }
  return found;
}

/** 0150.00 → 150 */
function plainNumber(source: string): string {
  const [whole = '', fraction = ''] = source.split('.');
  const left = whole.replace(/^0+(?=\d)/, '');
  const right = fraction.replace(/0+$/, '');
  return right === '' ? left : `${left}.${right}`;
}

const digits: Readonly<Record<string, number>> = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

function chineseNumber(numeral: string): number | undefined {
  let sum = 0;
  let digit: number | undefined;
  for (const sign of numeral) {
    const unit = units[sign];
    if (unit !== undefined) {
      sum += (digit ?? 1) * unit;
      digit = undefined;
    } else if (digit !== undefined && digit !== 0) return undefined;
    else digit = digits[sign];
  }
  return sum + (digit ?? 0);
}
