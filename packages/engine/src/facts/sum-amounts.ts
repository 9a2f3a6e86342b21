/** Exact sum of decimal texts, at the largest scale among them; `0` for none. */
export function sumAmounts(amounts: readonly string[]): string {
  const scale = Math.max(0, ...amounts.map((amount) => (amount.split('.')[1] ?? '').length));
  let sum = 0n;
  for (const amount of amounts) {
    const [whole = '0', part = ''] = amount.split('.');
    const digits = BigInt(`${whole.replace('-', '')}${part.padEnd(scale, '0')}`);
    sum += amount.startsWith('-') ? -digits : digits;
  }
  const text = (sum < 0n ? -sum : sum).toString().padStart(scale + 1, '0');
  const body = scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`;
  return sum < 0n ? `-${body}` : body;
}
