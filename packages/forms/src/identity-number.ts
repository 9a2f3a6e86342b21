import { dayExists } from './calendar-text.js';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';
/** Nobody older has a number. */
const OLDEST = 130;

export type IdentityProblem =
  | { readonly code: 'IDENTITY_LENGTH'; readonly length: number }
  | { readonly code: 'IDENTITY_CHARACTERS' }
  | { readonly code: 'IDENTITY_BIRTHDAY'; readonly year: number; readonly month: number; readonly day: number }
  | { readonly code: 'IDENTITY_BIRTH_FUTURE'; readonly year: number; readonly month: number; readonly day: number }
  | { readonly code: 'IDENTITY_TOO_OLD'; readonly year: number }
  | { readonly code: 'IDENTITY_CHECKSUM' };

/**
 * What is wrong with a citizen identity number by GB 11643-1999: 18 characters, a birthday that exists and is not after `today`
 * (ISO date; not judged when left out), and the check character. Undefined when it is right.
 */
export function identityProblem(number: string, today?: string): IdentityProblem | undefined {
  if (number.length !== 18) return { code: 'IDENTITY_LENGTH', length: [...number].length };
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return { code: 'IDENTITY_CHARACTERS' };
  const [year, month, day] = [Number(number.slice(6, 10)), Number(number.slice(10, 12)), Number(number.slice(12, 14))];
  if (!dayExists(year, month, day)) return { code: 'IDENTITY_BIRTHDAY', year, month, day };
  if (today !== undefined) {
    if (birthDateOf(number) > today) return { code: 'IDENTITY_BIRTH_FUTURE', year, month, day };
    if (Number(today.slice(0, 4)) - year > OLDEST) return { code: 'IDENTITY_TOO_OLD', year };
  }
  return checkCharacter(number) === number[17] ? undefined : { code: 'IDENTITY_CHECKSUM' };
}

/** The 18th character for the first 17 digits (ISO 7064 MOD 11-2). */
export function checkCharacter(number: string): string {
  let sum = 0;
  for (let index = 0; index < 17; index += 1) sum += Number(number[index]) * (WEIGHTS[index] as number);
  return CHECK_CHARACTERS[sum % 11] as string;
}

/** Birth date (ISO) and sex by the number; undefined when the number is not right. */
export function identityFacts(number: string): { readonly birthDate: string; readonly sex: 'male' | 'female' } | undefined {
  if (identityProblem(number)) return undefined;
  return { birthDate: birthDateOf(number), sex: Number(number[16]) % 2 === 1 ? 'male' : 'female' };
}

/** Full years on a day (ISO). */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Capital X, half-width, without blanks and hyphens: how numbers are stored and compared. */
export function normalizeIdentity(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff'-]/g, '')
    .toUpperCase();
}

/** In groups, as people read it out: 150103 1938 0229 001X. Anything that is not 18 long stays as it is. */
export function groupNumber(number: string): string {
  return number.length === 18 ? number.replace(/^(.{6})(.{4})(.{4})(.{4})$/, '$1 $2 $3 $4') : number;
}

function birthDateOf(number: string): string {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
}
