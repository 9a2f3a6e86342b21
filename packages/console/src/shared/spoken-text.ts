import type { Locale } from '../i18n/index.js';

const YUAN = { 'zh-CN': '元', en: ' yuan' } as const;

/** What a voice should say: amounts as 385元 instead of a sign and noughts, no marks that only the eye needs. */
export function spokenText(text: string, locale: Locale): string {
  return text
    .replace(/¥\s?([\d,]+)(?:\.(\d{2}))?/g, (_, whole: string, cents: string | undefined) => {
      const yuan = whole.replaceAll(',', '');
      return cents === undefined || cents === '00' ? `${yuan}${YUAN[locale]}` : `${yuan}.${cents}${YUAN[locale]}`;
    })
    .replace(/[✓✗◆▲●○‖–▸›‹]/g, '')
    .replace(/[ \t]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}
