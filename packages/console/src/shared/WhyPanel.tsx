import { useTranslation } from 'react-i18next';
import type { WhyView } from '../api/index.js';
import { useLocale, useLocalized } from '../i18n/index.js';
import { CitySet } from './CitySet.js';
import { ClauseQuote } from './ClauseQuote.js';
import { sentenceDate } from './format-date.js';
import { Money } from './Money.js';

/** Result, calculation, matched rows, the clause quoted, and what would change it. A missing rate is said, never shown as 0. */
export function WhyPanel({ why }: { readonly why: WhyView }) {
  const { t } = useTranslation();
  const text = useLocalized();
  const locale = useLocale();
  const amount = why.outputs['amount'];
  const clauses = new Map(
    [...why.matched, ...(why.reason ? [why.reason] : [])].flatMap(({ clause }) => (clause ? [[clause.id, clause] as const] : [])),
  );
  return (
    <div className="why">
      <p className="why-result">
        {why.status === 'manual' ? <strong>{t('why.manual')}</strong> : null}
        {why.status === 'issue' ? <strong>{t('why.issue')}</strong> : null}
        {why.status === 'ok' || why.status === 'refused' ? (
          <strong>
            <Money amount={typeof amount === 'string' ? amount : undefined} />
          </strong>
        ) : null}
        {why.formula ? <span className="figure"> = {why.formula}</span> : null}
      </p>
      {why.reason ? <p>{text(why.reason.text)}</p> : null}
      {why.issues.map((issue) => (
        <p key={issue.code + issue.path}>{text(issue.message)}</p>
      ))}
      {why.matched.length > 0 ? (
        <>
          <h3>{t('why.matched')}</h3>
          <ul>
            {why.matched.map((row) => (
              <li key={`${row.table['zh-CN']}${row.rule}`}>
                {text(row.table)}
                {t('services.colon')}
                {row.label ? text(row.label) : row.rule}
                {row.citySet ? <CitySet ground={row.citySet} /> : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {[...clauses.values()].map((clause) => (
        <ClauseQuote key={clause.id} clause={clause} />
      ))}
      {why.changes.length > 0 ? (
        <>
          <h3>{t('why.changes')}</h3>
          <ul>
            {why.changes.map((change) => (
              <li key={change.changes.map(({ fact, to }) => fact + to['zh-CN']).join()}>
                {change.changes.map(({ fact, label, from, to }) => (
                  <span key={fact}>
                    {text(label)}
                    {t('services.colon')}
                    {from ? `${text(from)} → ` : null}
                    {text(to)}{' '}
                  </span>
                ))}
                → {text(change.result)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p className="field-hint">{t('why.on', { date: sentenceDate(why.on, locale) })}</p>
    </div>
  );
}
