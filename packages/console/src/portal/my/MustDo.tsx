import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type CaseRow, type DraftView, servicesQuery } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { ClockChip, groupNumber, sentenceDate, tableInstant } from '../../shared/index.js';

/** What the person must do first: papers to hand in by a day, then applications begun and not sent. */
export function MustDo({ cases, drafts }: { readonly cases: readonly CaseRow[]; readonly drafts: readonly DraftView[] }) {
  const { t } = useTranslation();
  const text = useLocalized();
  const locale = useLocale();
  const services = useQuery({ ...servicesQuery, enabled: drafts.length > 0 }).data ?? [];
  const due = cases.filter((row) => row.mustAct);
  if (due.length === 0 && drafts.length === 0) return null;
  return (
    <section className="page" aria-labelledby="must-do">
      <h2 id="must-do">{t('my.mustDo')}</h2>
      <ul className="plain-list">
        {due.map((row) => (
          <li key={row.caseId} className="card card-urgent">
            <strong>
              {row.duty === 'step'
                ? t('own.dutyFor', { step: text(row.stepLabel), service: text(row.service) })
                : t('my.supplementFor', { service: text(row.service) })}
            </strong>
            <p>
              {row.number ? <span className="figure">{groupNumber(row.number)} </span> : null}
              {row.clock?.due
                ? t(row.duty === 'step' ? 'own.lastDay' : 'my.lastDay', { date: sentenceDate(row.clock.due, locale, { weekday: true }) })
                : null}{' '}
              {row.clock ? <ClockChip clock={row.clock} /> : null}
            </p>
            <div className="actions">
              {row.duty === 'step' ? (
                <Link className="button button-primary" to={`/my/cases/${row.caseId}`}>
                  {text(row.stepLabel)}
                </Link>
              ) : (
                <Link className="button button-primary" to={`/my/cases/${row.caseId}/supplement`}>
                  {t('my.doSupplement')}
                </Link>
              )}
            </div>
          </li>
        ))}
        {drafts.map((draft) => {
          const service = services.find(({ id }) => id === draft.service);
          return (
            <li key={draft.id} className="card">
              <strong>{t('my.draftOf', { service: service ? text(service.label) : t('my.anApplication') })}</strong>
              <p>{t('my.draftSaved', { at: tableInstant(draft.updatedAt) })}</p>
              <div className="actions">
                <Link className="button" to={`/apply/drafts/${draft.id}${draft.page ? `/${draft.page}` : ''}`}>
                  {t('my.continueDraft')}
                  <span className="visually-hidden">{service ? text(service.label) : ''}</span>
                </Link>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
