import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CaseView, type FactView, type ItemView, whyQuery, type WhyView } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { ActionButton, CitySet, ClauseQuote, formatMoney, LoadingState, ProblemNote, sentenceDate, tableDate } from '../../shared/index.js';
import { useTotalWords } from './use-total-words.js';
import { TablesLine } from './TablesLine.js';
import { RevealDialog } from './RevealDialog.js';

/** Why a row gets what it gets: the amount, the rows that made it and the quoted clause stand together. */
export function WhyPanel({ view, item }: { readonly view: CaseView; readonly item: ItemView | undefined }) {
  const { t } = useTranslation('staff');
  return (
    <section className="staff-card" aria-labelledby="why-title">
      <h2 id="why-title" tabIndex={-1}>
        {view.pays ? t('case.why') : t('proc.whyResult')}
      </h2>
      {item ? <WhyOfItem view={view} item={item} /> : <p>{t('why.pick')}</p>}
    </section>
  );
}

function WhyOfItem({ view, item }: { readonly view: CaseView; readonly item: ItemView }) {
  const { t } = useTranslation('staff');
  const { data, error, refetch } = useQuery(whyQuery(view.id, item.id));
  const [reveal, setReveal] = useState(false);
  const total = useTotalWords(view);
  return (
    <div className="staff-page" aria-live="polite">
      <div className="staff-row">
        <strong>{view.rows === 'one' ? item.name : t('why.row', { row: item.row, name: item.name })}</strong>
        <ActionButton kind="link" onClick={() => setReveal(true)}>
          {t('why.show')}
        </ActionButton>
      </div>
      {error ? <ProblemNote error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <LoadingState lines={4} /> : null}
      {data ? <WhyBody why={data} item={item} {...(view.rows === 'table' && view.pays ? { total } : {})} /> : null}
      <Facts facts={item.facts} />
      {data && data.unmatched.length > 0 ? <Unmatched why={data} /> : null}
      {reveal ? <RevealDialog caseId={view.id} view={view} item={item.id} close={() => setReveal(false)} /> : null}
    </div>
  );
}

export interface WhyBodyProps {
  readonly why: WhyView;
  readonly item: Pick<ItemView, 'amount' | 'result' | 'note'>;
  readonly total?: string;
}

/** Result, the table rows that made it with their clauses, and the smallest changes that would alter it. */
export function WhyBody({ why, item, total }: WhyBodyProps) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const locale = useLocale();
  const quoted = new Set<string>();
  return (
    <>
      {why.pays ? <Amount why={why} item={item} total={total} /> : <Results why={why} />}
      {why.reason ? (
        <div className={`note ${why.status === 'refused' ? 'tone-error' : 'tone-paused'}`}>
          <p className="note-title">
            {why.status === 'refused' ? `✗ ${why.pays ? t('why.refusedTitle') : t('proc.notGranted')}${t('colon')}` : '‖ '}
            {text(why.reason.text)}
          </p>
        </div>
      ) : null}
      {why.issues.map((issue) => (
        <p className="staff-error" key={`${issue.code}${issue.path}`}>
          ▲ {text(issue.message)}
        </p>
      ))}
      {why.matched.length > 0 ? <h3>{t('why.matched')}</h3> : null}
      {why.matched.map((match) => {
        const again = match.clause !== undefined && quoted.has(match.clause.id);
        if (match.clause) quoted.add(match.clause.id);
        return (
          <div key={`${text(match.table)}${match.rule}`}>
            <p>
              {text(match.table)}
              {t('colon')}
              {text(match.label)}
              {again && match.clause ? `（${match.clause.article}）` : null}
              {match.citySet ? <CitySet ground={match.citySet} /> : null}
            </p>
            {match.clause && !again ? <ClauseQuote clause={match.clause} /> : null}
          </div>
        );
      })}
      {why.reason?.clause && !quoted.has(why.reason.clause.id) ? <ClauseQuote clause={why.reason.clause} /> : null}
      <p className="staff-muted">{t('why.on', { date: sentenceDate(why.on, locale) })}</p>
      {why.tables ? <TablesLine tables={why.tables} /> : null}
      {why.changes.length > 0 ? (
        <>
          <h3>{t('why.changes')}</h3>
          <ul>
            {why.changes.map((change) => (
              <li key={change.changes.map(({ fact, to }) => fact + text(to)).join()}>
                {change.changes
                  .map(({ label, from, to }) =>
                    from
                      ? t('why.change', { label: text(label), from: text(from), to: text(to) })
                      : t('why.changeTo', { label: text(label), to: text(to) }),
                  )
                  .join(t('comma'))}{' '}
                {t('why.gives', { result: text(change.result) })}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <Against why={why} />
    </>
  );
}

function Amount({ why, item, total }: WhyBodyProps) {
  const { t } = useTranslation('staff');
  return (
    <p>
      {why.status === 'manual' && item.amount === undefined ? (
        <strong>{t('items.manual')}</strong>
      ) : (
        <span className="staff-amount">{formatMoney(item.amount)}</span>
      )}
      {why.formula && why.status !== 'manual' && item.amount !== undefined ? <span className="figure"> = {why.formula}</span> : null}
      {why.status === 'manual' && item.amount !== undefined ? ` ${t('why.byPerson')}` : null}
      {total ? <span className="staff-muted"> {t('why.total', { amount: total })}</span> : null}
    </p>
  );
}

/** A level or a grade, and what the tables gave on the way to it. */
function Results({ why }: { readonly why: WhyView }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const main = why.results.find((result) => result.main);
  const steps = why.results.filter((result) => !result.main && text(result.text) !== text(main?.text));
  return (
    <>
      <p>
        <span className="staff-muted">{main ? text(main.label) : t('proc.result')} </span>
        <span className="staff-amount">{main ? text(main.text) : t(why.status === 'manual' ? 'items.manual' : 'proc.undecided')}</span>
      </p>
      {steps.length > 0 ? (
        <dl className="staff-pairs">
          {steps.map((step) => (
            <div key={step.id} style={{ display: 'contents' }}>
              <dt>{text(step.label)}</dt>
              <dd>{text(step.text)}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </>
  );
}

/** Remedies with their last days, where they run already. */
function Against({ why: { remedies } }: { readonly why: WhyView }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const locale = useLocale();
  if (remedies.length === 0) return null;
  return (
    <>
      <h3>{t('proc.against')}</h3>
      <ul>
        {remedies.map(({ id, label, body, how, due, clause }) => (
          <li key={id}>
            {due
              ? t('proc.againstDue', { label: text(label), date: sentenceDate(due, locale), how: text(how) })
              : t('proc.againstHow', { label: text(label), how: text(how) })}
            {t('comma')}
            {t('proc.againstBody', { body: text(body) })}
            {clause ? <span className="staff-muted"> {`${text(clause.document)} ${clause.article}`}</span> : null}
          </li>
        ))}
      </ul>
    </>
  );
}

function Facts({ facts }: { readonly facts: readonly FactView[] }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  if (facts.length === 0) return null;
  return (
    <>
      <h3>{t('why.facts')}</h3>
      <dl className="staff-pairs">
        {facts.map((fact) => (
          <div key={fact.id} style={{ display: 'contents' }}>
            <dt>{text(fact.label)}</dt>
            <dd>
              <FactValue fact={fact} />{' '}
              <span className="staff-muted">
                {t(`why.source.${fact.source}`)} {tableDate(fact.validOn)}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** A fact in words. */
export function FactValue({ fact }: { readonly fact: FactView }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const locale = useLocale();
  if (fact.before) {
    const before = t('proc.before', { before: text(fact.before.text), on: sentenceDate(fact.before.on, locale) });
    return (
      <>
        {text(fact.text)} <span className="chip tone-changed">◇ {before}</span>
      </>
    );
  }
  if (fact.erased) return <>{t('why.erased')}</>;
  if (fact.text) return <>{text(fact.text)}</>;
  if (typeof fact.value === 'boolean') return <>{fact.value ? t('yes') : t('no')}</>;
  return <span className={fact.type === 'identity' ? 'figure' : undefined}>{fact.value ?? t('dash')}</span>;
}

function Unmatched({ why }: { readonly why: WhyView }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  return (
    <details>
      <summary>{t('why.unmatched', { count: why.unmatched.length })}</summary>
      <ul>
        {why.unmatched.map(({ table, rule, failed }) => (
          <li key={`${text(table)}${rule}`}>
            {text(table)}
            {t('colon')}
            {text(failed)}
          </li>
        ))}
      </ul>
    </details>
  );
}
