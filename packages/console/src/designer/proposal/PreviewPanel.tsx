import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ExampleView, PreviewView, TouchedView } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { formatMoney, LoadingState, ProblemNote, sentenceDate } from '../../shared/index.js';

/** What changes: example facts before and after, last days of time limits, and the rows of open cases. */
export function PreviewPanel({ query }: { readonly query: UseQueryResult<PreviewView> }) {
  const { t } = useTranslation('designer');
  const { data, error, refetch } = query;
  return (
    <section className="staff-card" aria-labelledby="preview-title">
      <h2 id="preview-title">{t('proposal.preview')}</h2>
      {error ? <ProblemNote error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? (
        <>
          <p role="status">{t('proposal.working')}</p>
          <LoadingState lines={4} />
        </>
      ) : null}
      {data ? (
        <>
          {data.decisions.map((decision) => (
            <Decision key={decision.id} decision={decision} />
          ))}
          <Limits days={data.days} />
          <OpenCases view={data} />
        </>
      ) : null}
    </section>
  );
}

function Decision({ decision }: { readonly decision: PreviewView['decisions'][number] }) {
  const { t } = useTranslation('designer');
  const text = useLocalized();
  const { examples, unchanged, untried } = decision;
  const words = untried ? t('proposal.untried') : examples.length === 0 ? t('proposal.noDifference') : undefined;
  return (
    <>
      <h3>{text(decision.label)}</h3>
      {words ? <p>{words}</p> : null}
      {examples.length > 0 ? (
        <div className="staff-scroll" tabIndex={0} role="group" aria-label={text(decision.label)}>
          <table className="staff-table designer-table">
            <thead>
              <tr>
                <th scope="col">{t('proposal.facts')}</th>
                <th scope="col" className="number">
                  {t('proposal.before')}
                </th>
                <th scope="col" className="number">
                  {t('proposal.after')}
                </th>
                <th scope="col" className="number">
                  {t('proposal.difference')}
                </th>
                <th scope="col">{t('proposal.how')}</th>
              </tr>
            </thead>
            <tbody>
              {examples.map((example) => (
                <Example key={example.facts.map(({ text: fact }) => text(fact)).join('|')} example={example} />
              ))}
              {unchanged ? <Example example={unchanged} note={t('proposal.unchanged')} /> : null}
            </tbody>
          </table>
        </div>
      ) : null}
    </>
  );
}

function Example({ example, note }: { readonly example: ExampleView; readonly note?: string }) {
  const { t } = useTranslation('designer');
  const text = useLocalized();
  const facts = example.facts.map((fact) => text(fact.text)).join(t('comma'));
  return (
    <tr>
      <th scope="row" className="designer-facts">
        {facts}
        {note ? <p className="staff-muted">{note}</p> : null}
      </th>
      <td className="number" data-label={t('proposal.before')}>
        {text(example.before)}
      </td>
      <td className="number" data-label={t('proposal.after')}>
        <strong>{text(example.after)}</strong>
      </td>
      <td className="number" data-label={t('proposal.difference')}>
        {example.difference === undefined ? t('dash') : signed(example.difference)}
      </td>
      <td data-label={t('proposal.how')}>
        {example.formula ? <span className="figure">{example.formula}</span> : null}
        <p className="staff-muted">{example.rows.map(text).join(t('comma'))}</p>
      </td>
    </tr>
  );
}

/** +¥11.00, −¥5.00 */
function signed(difference: string): string {
  const money = formatMoney(difference);
  return /^-|^0+(\.0+)?$/.test(difference) ? money : `+${money}`;
}

function Limits({ days }: { readonly days: PreviewView['days'] }) {
  const { t } = useTranslation('designer');
  const text = useLocalized();
  const locale = useLocale();
  if (days.length === 0) return null;
  return (
    <>
      <h3>{t('proposal.limits')}</h3>
      <ul>
        {days.map(({ label, before, after, example }) => (
          <li key={text(label)}>
            {text(label)}
            {t('colon')}
            <strong className="figure">
              {text(before)} → {text(after)}
            </strong>{' '}
            {example
              ? t('proposal.limitExample', {
                  from: sentenceDate(example.from, locale),
                  before: sentenceDate(example.before, locale, { weekday: true }),
                  after: sentenceDate(example.after, locale, { weekday: true }),
                })
              : null}
          </li>
        ))}
      </ul>
    </>
  );
}

function OpenCases({ view }: { readonly view: PreviewView }) {
  const { t } = useTranslation('designer');
  const text = useLocalized();
  const { open } = view;
  const sum = {
    rows: view.touched.rows,
    before: formatMoney(open.before),
    after: formatMoney(open.after),
    difference: signed(open.difference),
  };
  return (
    <>
      <h3>{t('proposal.open')}</h3>
      <p>{view.touched.rows === 0 ? t('proposal.openNone') : t('proposal.openSum', sum)}</p>
      <Touched touched={view.touched} />
      {open.rows.length > 0 ? (
        <div className="staff-scroll" tabIndex={0} role="group" aria-label={t('proposal.open')}>
          <table className="staff-table designer-table">
            <thead>
              <tr>
                <th scope="col">{t('proposal.number')}</th>
                <th scope="col" className="number">
                  {t('proposal.row')}
                </th>
                <th scope="col">{t('proposal.service')}</th>
                <th scope="col">{t('proposal.step')}</th>
                <th scope="col" className="number">
                  {t('proposal.before')}
                </th>
                <th scope="col" className="number">
                  {t('proposal.after')}
                </th>
                <th scope="col" className="number">
                  {t('proposal.difference')}
                </th>
                <th scope="col">{t('proposal.how')}</th>
              </tr>
            </thead>
            <tbody>
              {open.rows.map((row) => (
                <tr key={`${row.caseId}${row.row}`}>
                  <th scope="row" className="keep">
                    <Link to={`/console/cases/${row.caseId}`}>{row.number || t('proposal.caseLink')}</Link>
                  </th>
                  <td className="number" data-label={t('proposal.row')}>
                    {row.row}
                  </td>
                  <td data-label={t('proposal.service')}>{text(row.service)}</td>
                  <td data-label={t('proposal.step')}>{text(row.step)}</td>
                  <td className="number" data-label={t('proposal.before')}>
                    {text(row.before)}
                  </td>
                  <td className="number" data-label={t('proposal.after')}>
                    <strong>{text(row.after)}</strong>
                  </td>
                  <td className="number" data-label={t('proposal.difference')}>
                    {row.difference === undefined ? t('dash') : signed(row.difference)}
                  </td>
                  <td className="figure" data-label={t('proposal.how')}>
                    {row.formula}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {open.more > 0 ? <p>{t('proposal.more', { count: open.more })}</p> : null}
    </>
  );
}

function Touched({ touched }: { readonly touched: TouchedView }) {
  const { t } = useTranslation('designer');
  const text = useLocalized();
  const { cases, kept, pinned, services, more } = touched;
  if (cases + pinned === 0) return null;
  return (
    <ul>
      {cases > 0 ? <li>{t('proposal.touched', { cases, kept })}</li> : null}
      {services.map(({ service, step, cases: count, rows }) => (
        <li key={`${text(service)}${text(step)}`}>
          {t('proposal.byStep', { service: text(service), step: text(step), cases: count, rows })}
        </li>
      ))}
      {pinned > 0 ? <li>{t('proposal.pinned', { pinned })}</li> : null}
      {more ? <li>{t('proposal.capped')}</li> : null}
    </ul>
  );
}
