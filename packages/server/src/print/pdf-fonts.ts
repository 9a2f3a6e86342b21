import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';

/** Noto Sans SC (SIL Open Font License 1.1): every character of GBK, of CJK Unified Ideographs and of Extension A. */
const family = '@expo-google-fonts/noto-sans-sc';
const require = createRequire(import.meta.url);

/** Files of the two weights of printed documents; embedded by subset. */
export interface PdfFonts {
  readonly regular: string;
  readonly bold: string;
  /** Whether the font can show a character. */
  readonly shows: (codePoint: number) => boolean;
}

/** Finds the fonts in their package. @throws Error when it is not installed. */
export function findFonts(): PdfFonts {
  const regular = require.resolve(`${family}/400Regular/NotoSansSC_400Regular.ttf`);
  const bold = require.resolve(`${family}/600SemiBold/NotoSansSC_600SemiBold.ttf`);
  const font = create(readFileSync(regular));
  const known = new Set('characterSet' in font ? font.characterSet : []);
  return { regular, bold, shows: (codePoint) => known.has(codePoint) };
}
