/** ¥1,234.00 from decimal text: two decimals at least, exact. — when there is none. */
export function formatMoney(amount: string | undefined): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount ?? '');
  if (!match) return '—';
  const whole = (match[2] as string).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${match[1] ? '−' : ''}¥${whole}.${(match[3] ?? '').padEnd(2, '0')}`;
}

/** A case number in groups of four, for reading aloud. Numbers that come in parts already stay so. */
export function groupNumber(number: string): string {
  return /[-\s]/.test(number) ? number : number.replace(/(.{4})(?=.)/g, '$1 ');
}
