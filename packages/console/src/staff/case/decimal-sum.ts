/** Exact sum of decimal texts; what is no amount counts nothing. */
export function sumAmounts(amounts: readonly (string | undefined)[]): string {
  const parts = amounts.flatMap((amount) => {
    const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount ?? '');
    return match ? [{ sign: match[1] ? -1n : 1n, whole: match[2] as string, fraction: match[3] ?? '' }] : [];
  });
  const places = Math.max(2, ...parts.map(({ fraction }) => fraction.length));
  const sum = parts.reduce((total, { sign, whole, fraction }) => total + sign * BigInt(whole + fraction.padEnd(places, '0')), 0n);
  const digits = (sum < 0n ? -sum : sum).toString().padStart(places + 1, '0');
  return `${sum < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
