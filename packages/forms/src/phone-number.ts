const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^0\d{2,3}-?[1-9]\d{6,7}(?:-\d{1,6})?$/;
const SERVICE = /^[48]00-?\d{3}-?\d{4}$/;

/** Whether it is a mainland mobile, landline (with area code) or 400/800 number. */
export function isPhone(text: string): boolean {
  return MOBILE.test(text) || LANDLINE.test(text) || SERVICE.test(text);
}

/** Half-width, without blanks and the country code; mobile numbers without hyphens. */
export function normalizePhone(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff()]/g, '')
    .replace(/[‐-―−]/g, '-');
  const local = plain.replace(/^(?:\+|00)86-?/, '');
  const digits = local.replaceAll('-', '');
  return MOBILE.test(digits) ? digits : local;
}
