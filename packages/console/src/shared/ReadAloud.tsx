import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { type Locale, useLocale } from '../i18n/index.js';
import { ActionButton } from './ActionButton.js';
import { Icon } from './Icon.js';
import { spokenText } from './spoken-text.js';

const speech = typeof window === 'undefined' ? undefined : window.speechSynthesis;

function subscribe(listener: () => void): () => void {
  speech?.addEventListener('voiceschanged', listener);
  return () => speech?.removeEventListener('voiceschanged', listener);
}

/** A voice for the page's language, once the browser has told its voices. */
function useVoice(locale: Locale): SpeechSynthesisVoice | undefined {
  const language = locale.slice(0, 2);
  return useSyncExternalStore(subscribe, () => speech?.getVoices().find(({ lang }) => lang.toLowerCase().startsWith(language)));
}

/** Reads the page's parts aloud that match a selector, in their order; where the browser has no voice there is no button. */
export function ReadAloud({ selector }: { readonly selector: string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const voice = useVoice(locale);
  const [reading, setReading] = useState(false);
  useEffect(() => () => speech?.cancel(), []);
  if (!speech || !voice) return null;
  const toggle = () => {
    speech.cancel();
    if (reading) {
      setReading(false);
      return;
    }
    const parts = [...document.querySelectorAll<HTMLElement>(selector)].map(({ innerText }) => innerText);
    const words = new SpeechSynthesisUtterance(spokenText(parts.join('\n'), locale));
    words.voice = voice;
    words.lang = voice.lang;
    words.rate = 0.9;
    words.onend = () => setReading(false);
    words.onerror = () => setReading(false);
    speech.speak(words);
    setReading(true);
  };
  return (
    <ActionButton kind="link" onClick={toggle}>
      <Icon name="megaphone" />
      {reading ? t('app.stopReading') : t('app.readAloud')}
    </ActionButton>
  );
}
