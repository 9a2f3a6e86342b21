const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

export type CreditCodeProblem =
  | { readonly code: 'CREDIT_CODE_LENGTH'; readonly length: number }
  | { readonly code: 'CREDIT_CODE_CHARACTERS' }
  | { readonly code: 'CREDIT_CODE_CHECKSUM' };

/** What is wrong with a unified social credit code by GB 32100-2015 (18 characters without I, O, S, V, Z; check character). */
export function creditCodeProblem(code: string): CreditCodeProblem | undefined {
  if (code.length !== 18) return { code: 'CREDIT_CODE_LENGTH', length: [...code].length };
  const values = [...code].map((character) => ALPHABET.indexOf(character));
  if (values.includes(-1)) return { code: 'CREDIT_CODE_CHARACTERS' };
  return creditCheckCharacter(code) === code[17] ? undefined : { code: 'CREDIT_CODE_CHECKSUM' };
}

/** The 18th character for the first 17. */
export function creditCheckCharacter(code: string): string {
  let sum = 0;
  for (let index = 0; index < 17; index += 1) sum += ALPHABET.indexOf(code[index] as string) * (WEIGHTS[index] as number);
  return ALPHABET[(31 - (sum % 31)) % 31] as string;
}
