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
  const main = why.results.find((result) => result.main);
  const outcome = () =>
    why.status === 'refused' || !main ? t('why.notGranted') : `${text(main.label)}${t('services.colon')}${text(main.text)}`;
  const clauses = new Map(
    [...why.matched, ...(why.reason ? [why.reason] : [])].flatMap(({ clause }) => (clause ? [[clause.id, clause] as const] : [])),
  );
  return (
    <div className="why">
      <p className="why-result">
        {why.status === 'manual' ? <strong>{t('why.manual')}</strong> : null}
        {why.status === 'issue' ? <strong>{t('why.issue')}</strong> : null}
        {why.status === 'ok' || why.status === 'refused' ? (
          <strong>{why.pays ? <Money amount={amountOf(why)} /> : outcome()}</strong>
        ) : null}
        {why.formula ? <Calculation why={why} formula={why.formula} /> : null}
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
                {text(row.label)}
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
      <Against why={why} />
      <p className="field-hint">{t('why.on', { date: sentenceDate(why.on, locale) })}</p>
    </div>
  );
}

/** How it was calculated; the amount itself where a person set it. */
function Calculation({ why, formula }: { readonly why: WhyView; readonly formula: string }) {
  const { t } = useTranslation();
  if (why.status !== 'manual') return <span className="figure"> = {formula}</span>;
  return (
    <strong>
      {t('services.colon')}
      <Money amount={formula} />
    </strong>
  );
}

function amountOf({ outputs }: WhyView): string | undefined {
  const amount = outputs['amount'];
  return typeof amount === 'string' ? amount : undefined;
}

/** What can be done against it, with last days where they run already. */
function Against({ why: { remedies } }: { readonly why: WhyView }) {
  const { t } = useTranslation();
  const text = useLocalized();
  const locale = useLocale();
  if (remedies.length === 0) return null;
  return (
    <>
      <h3>{t('why.against')}</h3>
      <ul>
        {remedies.map(({ id, label, body, how, due }) => (
          <li key={id}>
            {due
              ? t('letter.remedyBy', { remedy: text(label), date: sentenceDate(due, locale) })
              : t('letter.remedyFromDelivery', { remedy: text(label) })}
            {t('services.colon')}
            {t('letter.remedyBody', { body: text(body) })}
            {text(how)}
          </li>
        ))}
      </ul>
    </>
  );
}
