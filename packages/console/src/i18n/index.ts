import type { LocalizedText } from '@careway/definition';
import i18next from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import { en } from './en.js';
import { zhCN } from './zh-CN.js';

export type Locale = keyof LocalizedText;

/** Starts the texts in one language; further namespaces arrive with the pages that need them. */
export function startTexts(locale: Locale): void {
  void i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: 'zh-CN',
    ns: ['portal'],
    defaultNS: 'portal',
    resources: { 'zh-CN': { portal: zhCN }, en: { portal: en } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
}

/** Adds the texts of a lazily loaded part of the app. */
export function addTexts(namespace: string, texts: Readonly<Record<Locale, object>>): void {
  for (const locale of ['zh-CN', 'en'] as const) i18next.addResourceBundle(locale, namespace, texts[locale], true, true);
}

export async function changeLocale(locale: Locale): Promise<void> {
  await i18next.changeLanguage(locale);
}

/** The language in use. */
export function useLocale(): Locale {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'zh-CN';
}

/** Reads texts of documents and of the API, which carry both languages. */
export function useLocalized(): (text: LocalizedText | undefined) => string {
  const locale = useLocale();
  return useCallback((text) => text?.[locale] ?? '', [locale]);
}
