import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseView, LetterView } from '../../../api/index.js';
import { useLocale, useLocalized } from '../../../i18n/index.js';
import { formatMoney, sentenceDate } from '../../../shared/index.js';

/** Letters with number, delivery and the last days of their remedies. */
export function CaseLetters({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('staff');
  return (
    <section className="staff-card" aria-labelledby="letters-title">
      <h2 id="letters-title">
        {t('case.letters')} {view.letters.length}
      </h2>
      {view.letters.length === 0 ? <p>{t('parts.lettersNone')}</p> : null}
      <ul className="staff-plain">
        {view.letters.map((letter) => (
          <li key={letter.id}>
            <LetterLine letter={letter} caseId={view.id} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function LetterLine({ letter, caseId }: { readonly letter: LetterView; readonly caseId: string }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const locale = useLocale();
  return (
    <>
      <Link to={`/console/cases/${caseId}/letters/${letter.id}`}>
        {text(letter.label)} {letter.number ?? ''}
      </Link>{' '}
      {letter.total ? formatMoney(letter.total) : null} {sentenceDate(letter.issuedOn, locale)}
      {t('comma')}
      <LetterState letter={letter} />
      {letter.revoked ? <span className="chip tone-error">✗ {t('proc.revoked')}</span> : null}
      {letter.delivered
        ? letter.remedies.map((remedy) => (
            <span key={remedy.id} className="staff-muted">
              {' · '}
              {remedy.due
                ? t('parts.remedy', {
                    label: text(remedy.label),
                    date: sentenceDate(remedy.due, locale),
                    left: t('parts.daysLeft', { count: remedy.daysLeft ?? 0 }),
                  })
                : t('parts.remedyPlain', { label: text(remedy.label), how: text(remedy.how) })}
            </span>
          ))
        : null}
    </>
  );
}

/** Where a letter is on its way to the person it is for. */
export function LetterState({ letter }: { readonly letter: LetterView }) {
  const { t } = useTranslation('staff');
  const locale = useLocale();
  if (letter.delivered) {
    const method = letter.delivered.method as 'hand' | 'post' | 'electronic' | 'public-notice';
    return (
      <>
        ✓ {t('parts.deliveredBy', { date: sentenceDate(letter.delivered.on, locale), method: t(`panel.methods.${method}`) })}
        {letter.delivered.receipt ? `（${letter.delivered.receipt}）` : null}
      </>
    );
  }
  if (letter.delivery === 'inbox' && letter.status !== 'numbering') return <>{t('parts.letterInbox')}</>;
  if (letter.delivery === 'public' && letter.status !== 'numbering') return <>{t('parts.letterPublic')}</>;
  return <>{t(`parts.letterStatus.${letter.status}`)}</>;
}
