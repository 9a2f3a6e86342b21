import { useTranslation } from 'react-i18next';
import type { LetterText } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { sentenceDate } from '../../shared/index.js';
import { LetterBlocks } from '../my/LetterBlocks.js';

/** What the office wrote to whoever filed without an account, newest first; names are left out by the server. */
export function TrackedLetters({ letters }: { readonly letters: readonly LetterText[] }) {
  const { t } = useTranslation();
  const text = useLocalized();
  const locale = useLocale();
  if (letters.length === 0) return null;
  return (
    <section className="page" aria-labelledby="tracked-letters">
      <h2 id="tracked-letters">{t('tracked.letters')}</h2>
      {[...letters].reverse().map(({ letter, title, blocks }) => (
        <article key={letter.id} className="letter card" aria-label={text(title)}>
          <h3>{text(title)}</h3>
          <p className="letter-head">
            {letter.number ? `${letter.number}${t('my.comma')}` : null}
            {sentenceDate(letter.issuedOn, locale)}
          </p>
          <LetterBlocks blocks={blocks.filter(({ kind }, index) => index > 0 || kind !== 'heading')} />
        </article>
      ))}
    </section>
  );
}
