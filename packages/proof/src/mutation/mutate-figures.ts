/** Whole numbers and decimals near a figure: one more and one less in its last place. */
export function nearFigures(figure: string): string[] {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(figure);
  if (!match) return [];
  const scale = match[3]?.length ?? 0;
  const value = BigInt(`${match[1]}${match[2]}${match[3] ?? ''}`);
  return [value + 1n, value - 1n].map((near) => printScaled(near, scale));
}

function printScaled(value: bigint, scale: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return value < 0n ? `-${text}` : text;
}

/** Texts in which one figure, date or month outside quotation marks of codes is a little different. */
export function nearTexts(text: string): string[] {
  const literals = [...text.matchAll(/"(\d{4})-(\d{2})(-\d{2})?"|(?<![\p{L}\p{N}_"-]|\d\.)\d+(?:\.\d+)?(?![\p{L}\p{N}_"-]|\.\d)/gu)];
  return literals.flatMap((literal) => {
    const replace = (by: string) => text.slice(0, literal.index) + by + text.slice(literal.index + literal[0].length);
    if (!literal[0].startsWith('"')) return nearFigures(literal[0]).map(replace);
    return [1, -1].map((shift) => replace(`"${shiftMonth(Number(literal[1]), Number(literal[2]), shift)}${literal[3] ?? ''}"`));
  });
}

function shiftMonth(year: number, month: number, shift: number): string {
  const index = year * 12 + month - 1 + shift;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}
