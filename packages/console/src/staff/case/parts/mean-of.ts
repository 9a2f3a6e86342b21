const SCALE = 4;

/** Arithmetic mean of decimal texts, rounded half up to two decimals; `undefined` when one of them is no number. */
export function meanOf(values: readonly string[]): string | undefined {
  if (values.length === 0) return undefined;
  let sum = 0n;
  for (const value of values) {
    const parts = /^(-?)(\d+)(?:\.(\d{1,4}))?$/.exec(value);
    if (!parts) return undefined;
    const digits = BigInt(`${parts[2]}${(parts[3] ?? '').padEnd(SCALE, '0')}`);
    sum += parts[1] === '-' ? -digits : digits;
  }
  const count = BigInt(values.length) * 100n;
  const negative = sum < 0n;
  const size = negative ? -sum : sum;
  // Twice the rest decides the half.
  const rounded = (size * 2n + count) / (count * 2n);
  const text = rounded.toString().padStart(3, '0');
  return `${negative && rounded > 0n ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`;
}
