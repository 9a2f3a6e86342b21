import { normalizeDecimal, parseDecimal } from './decimal.js';
import { roundDecimal } from './rounding.js';

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿'];

/**
 * An amount of yuan in financial capitals (正确填写票据和结算凭证的基本规定): `385.00` is 叁佰捌拾伍元整, `10.05` is 壹拾元零伍分.
 * Negative amounts begin with 负. Undefined when the text is no decimal, has fractions of a fen or more than 16 digits before the point.
 */
export function amountInWords(amount: string): string | undefined {
  const parsed = parseDecimal(amount);
  if (!parsed) return undefined;
  const exact = normalizeDecimal(parsed);
  if (exact.scale > 2) return undefined;
  const fen = BigInt(roundDecimal(exact, 2, 'down').coefficient);
  const size = fen < 0n ? -fen : fen;
  const yuan = String(size / 100n);
  if (yuan.length > 16) return undefined;
  return `${fen < 0n ? '负' : ''}${inWords(yuan, Number(size % 100n))}`;
}

function inWords(yuan: string, cents: number): string {
  const whole = yuan === '0' ? '' : `${integerInWords(yuan)}元`;
  const [jiao, fen] = [Math.floor(cents / 10), cents % 10];
  if (cents === 0) return `${whole || '零元'}整`;
  if (fen === 0) return `${whole}${digit(jiao)}角整`;
  if (jiao === 0) return `${whole}${whole ? '零' : ''}${digit(fen)}分`;
  return `${whole}${digit(jiao)}角${digit(fen)}分`;
}

/** Groups of four digits from the left; zeros inside or at the head of a group are read once, at its end never. */
function integerInWords(digits: string): string {
  const padded = digits.padStart(Math.ceil(digits.length / 4) * 4, '0');
  const count = padded.length / 4;
  let words = '';
  let zero = false;
  for (let group = 0; group < count; group += 1) {
    const text = padded.slice(group * 4, group * 4 + 4);
    if (text === '0000') {
      zero = words !== '';
      continue;
    }
    const leading = text.startsWith('0') && words !== '';
    words += `${zero || leading ? '零' : ''}${groupInWords(text)}${groupName(padded, group)}`;
    zero = false;
  }
  return words;
}

/** 万亿 is said 万 when the 亿 group after it says 亿 itself: 壹万贰仟亿 would otherwise be 壹万亿贰仟亿. */
function groupName(padded: string, group: number): string {
  const index = padded.length / 4 - 1 - group;
  if (index === 3 && padded.slice(group * 4 + 4, group * 4 + 8) !== '0000') return '万';
  return GROUPS[index] as string;
}

function groupInWords(text: string): string {
  let words = '';
  let zero = false;
  [...text].forEach((character, index) => {
    const value = Number(character);
    if (value === 0) {
      zero = words !== '';
      return;
    }
    words += `${zero ? '零' : ''}${digit(value)}${PLACES[3 - index]}`;
    zero = false;
  });
  return words;
}

function digit(value: number): string {
  return DIGITS[value] as string;
}
