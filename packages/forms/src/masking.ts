/** 150103********0012 → first six and last four; shorter ones only their last two. */
export function maskIdentity(number: string): string {
  return number.length < 12 ? hide(number, 0, 2) : hide(number, 6, 4);
}

/** 138****8000; landlines their last two. */
export function maskPhone(number: string): string {
  return /^1\d{10}$/.test(number) ? hide(number, 3, 4) : hide(number, Math.min(4, Math.max(0, number.length - 6)), 2);
}

/** The surname and one asterisk per further character: 王**, 欧阳*. One character alone is hidden whole. */
export function maskName(name: string): string {
  const characters = [...name.trim()];
  if (characters.length < 2) return '*'.repeat(characters.length);
  const kept = characters.length > 2 && COMPOUND_SURNAMES.has(characters.slice(0, 2).join('')) ? 2 : 1;
  return characters.slice(0, kept).join('') + '*'.repeat(Math.min(characters.length - kept, 4));
}

const COMPOUND_SURNAMES = new Set(
  '欧阳 司马 上官 诸葛 夏侯 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 司空 长孙 宇文 呼延 端木 轩辕 南宫 西门 独孤 澹台 公冶 申屠 百里'.split(' '),
);

function hide(text: string, head: number, tail: number): string {
  if (text.length <= head + tail) return '*'.repeat(text.length);
  return text.slice(0, head) + '*'.repeat(text.length - head - tail) + text.slice(text.length - tail);
}
