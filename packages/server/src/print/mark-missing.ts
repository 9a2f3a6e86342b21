/** Stands for a character that the font cannot show: the printer's sign for a missing type. */
const GETA = '〓';

/** What a text becomes on paper, and the characters that were not to be had. */
export interface MarkedText {
  readonly text: string;
  readonly missing: readonly string[];
}

/** Puts a visible sign for every character that the font lacks; nothing is ever left out. Line breaks stay, other control characters become spaces. */
export function markMissing(text: string, shows: (codePoint: number) => boolean): MarkedText {
  const missing: string[] = [];
  const shown = [...text].map((character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint === 0x0a) return character;
    if (codePoint < 0x20) return ' ';
    if (shows(codePoint)) return character;
    missing.push(character);
    return GETA;
  });
  return { text: shown.join(''), missing };
}

/** How a missing character is named in a note or a log: U+9FCD. */
export function codeName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
