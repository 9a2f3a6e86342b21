/** Compares two decimal numbers written as text, exactly: below 0 when the first is less, 0 when they are equal. */
export function compareDecimalText(a: string, b: string): number {
  const [x, y] = [scaled(a, b), scaled(b, a)];
  return x < y ? -1 : x > y ? 1 : 0;
}

function scaled(source: string, other: string): bigint {
  const places = Math.max(fractionOf(source).length, fractionOf(other).length);
  const [whole = ''] = source.split('.');
  return BigInt(`${whole}${fractionOf(source).padEnd(places, '0')}`);
}

function fractionOf(source: string): string {
  return source.split('.')[1] ?? '';
}
