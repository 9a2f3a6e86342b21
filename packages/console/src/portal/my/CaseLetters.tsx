import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseView } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { Money, sentenceDate } from '../../shared/index.js';

/** Letters of a case, newest first; remedies with their last days are told here already. */
export function CaseLetters({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation();
  const text = useLocalized();
  const locale = useLocale();
  if (view.letters.length === 0) return null;
  return (
    <section className="page" aria-labelledby="case-letters">
      <h2 id="case-letters">{t('case.letters')}</h2>
      <ul className="plain-list">
        {[...view.letters].reverse().map((letter) => (
          <li key={letter.id} className="card">
            <h3>
              <Link to={`/my/cases/${view.id}/letters/${letter.id}`}>{text(letter.label)}</Link>
            </h3>
            <p>
              {letter.number ? <span>{letter.number} </span> : null}
              {sentenceDate(letter.issuedOn, locale)}
              {letter.total !== undefined ? (
                <>
                  {t('my.comma')}
                  <Money amount={letter.total} />
                </>
              ) : null}
            </p>
            <p className="field-hint">
              {letter.delivered ? t('letter.delivered', { date: sentenceDate(letter.delivered.on, locale) }) : null}
              {!letter.delivered && letter.delivery === 'required' ? t('letter.notDelivered') : null}
            </p>
            {letter.remedies.flatMap((remedy) =>
              remedy.due
                ? [<p key={remedy.id}>{t('letter.remedyBy', { remedy: text(remedy.label), date: sentenceDate(remedy.due, locale) })}</p>]
                : [],
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
