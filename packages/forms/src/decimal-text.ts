const DECIMAL = /^-?(0|[1-9]\d*)(\.\d+)?$/;
/** More digits than any amount has. */
const LONGEST = 40;

/** Whether the text is a decimal as documents and submissions write it: no exponent, no blanks, no leading zeros. */
export function isDecimalText(text: string): boolean {
  return text.length <= LONGEST && DECIMAL.test(text);
}

/** Negative, zero or positive, as `a` is less than, equal to or greater than `b`. Exact. Zero when one is no decimal text. */
export function compareDecimalTexts(a: string, b: string): number {
  if (!isDecimalText(a) || !isDecimalText(b)) return 0;
  const scale = Math.max(fraction(a).length, fraction(b).length);
  const [x, y] = [scaled(a, scale), scaled(b, scale)];
  return x < y ? -1 : x > y ? 1 : 0;
}

/**
 * Reads what people write for an amount (385, 1,385.50, ¥385元, full-width digits) as decimal text; anything else comes back
 * unchanged. Numbers keep the digits they print with.
 */
export function normalizeDecimal(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const plain = value.normalize('NFKC').replace(/^[¥￥\s]+|[元\s]+$/g, '');
  const ungrouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
  const tidy = ungrouped
    .replace(/^\+/, '')
    .replace(/^(-?)0+(?=\d)/, '$1')
    .replace(/^(-?)\./, '$10.')
    .replace(/\.$/, '');
  return isDecimalText(tidy) ? tidy : value;
}

function fraction(text: string): string {
  const point = text.indexOf('.');
  return point < 0 ? '' : text.slice(point + 1);
}

function scaled(text: string, scale: number): bigint {
  const digits = text.replace('.', '') + '0'.repeat(scale - fraction(text).length);
  return BigInt(digits);
}
