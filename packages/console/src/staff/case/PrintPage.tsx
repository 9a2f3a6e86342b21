import { amountInWords } from '@careway/rules';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type CaseView, caseQuery, type ClauseView, type HistoryView, historyQuery, serviceQuery, tenantQuery } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { ActionButton, ClauseQuote, formatMoney, LoadingState, PageHeading, ProblemState, sentenceDate } from '../../shared/index.js';
import { totalOf } from './item-state.js';
import { FactValue } from './WhyPanel.js';

/** 审批表 for the browser's printer: A4, states in words, opinions whole, clauses quoted, amounts also in capital characters. */
export function PrintPage() {
  const { t } = useTranslation('staff');
  const { case: id = '' } = useParams();
  const view = useQuery(caseQuery(id));
  const history = useQuery(historyQuery(id));
  const error = view.error ?? history.error;
  if (error) return <ProblemState error={error} retry={() => void Promise.all([view.refetch(), history.refetch()])} />;
  if (!view.data || !history.data) return <LoadingState lines={12} />;
  return (
    <div className="staff-page">
      <div className="staff-row staff-noprint">
        <Link to={`/console/cases/${id}`}>{t('print.back')}</Link>
        <ActionButton kind="primary" onClick={() => window.print()}>
          {t('print.do')}
        </ActionButton>
      </div>
      <Sheet view={view.data} history={history.data} />
    </div>
  );
}

function Sheet({ view, history }: { readonly view: CaseView; readonly history: HistoryView }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const locale = useLocale();
  const { data: service } = useQuery(serviceQuery(view.service.id));
  const { data: tenant } = useQuery(tenantQuery);
  const clauses = citedClauses(view, history, service?.clauses ?? []);
  return (
    <article className="staff-sheet">
      <PageHeading>
        {text(view.service.label)}
        {t('print.title')}
      </PageHeading>
      <section>
        <h2>{t('print.facts')}</h2>
        <table>
          <tbody>
            <Pair name={t('tasks.columns.number')}>{view.number ?? t('notYet')}</Pair>
            <Pair name={t('case.whose')}>{view.applicant.name}</Pair>
            <Pair name={t('cases.filedOn')}>{sentenceDate(view.filedOn, locale)}</Pair>
            <Pair name={t('tasks.columns.area')}>{view.area.map(({ label }) => text(label)).join(' ')}</Pair>
            <Pair name={t('case.now')}>{view.ending ? t(`cases.endings.${view.ending}`) : text(view.waiting)}</Pair>
            {view.facts
              .filter(({ source }) => source !== 'system')
              .map((fact) => (
                <Pair key={fact.id} name={text(fact.label)}>
                  <FactValue fact={fact} />
                </Pair>
              ))}
          </tbody>
        </table>
      </section>
      <Rows view={view} />
      <Opinions history={history} />
      <section>
        <h2>{t('print.clauses')}</h2>
        {clauses.map((clause) => (
          <ClauseQuote key={clause.id} clause={clause} />
        ))}
      </section>
      <section>
        <p>
          {t('print.hash')}
          {t('colon')}
          <span className="staff-hash">{history.chain.head}</span>
          {t('comma')}
          {history.chain.ok
            ? t('print.chainOk', { count: history.chain.length })
            : t('print.chainBroken', { at: history.chain.brokenAt ?? 0 })}
        </p>
        {tenant ? <p>{t('print.printedOn', { date: sentenceDate(tenant.now, locale) })}</p> : null}
        <p>
          {t('print.sign')}
          {t('colon')}
        </p>
      </section>
    </article>
  );
}

function Pair({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{children}</td>
    </tr>
  );
}

function Rows({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const locale = useLocale();
  const total = totalOf(view.items.filter(({ status }) => status === 'approved'));
  if (view.items.length === 0) return null;
  return (
    <section>
      <h2>{t('print.rows')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('items.columns.row')}</th>
            <th scope="col">{t('items.columns.name')}</th>
            <th scope="col">{t('items.columns.status')}</th>
            <th scope="col" className="number">
              {t('items.columns.amount')}
            </th>
            <th scope="col">{t('items.columns.note')}</th>
          </tr>
        </thead>
        <tbody>
          {view.items.map((item) => (
            <tr key={item.id}>
              <td>{item.row}</td>
              <td>{item.name}</td>
              <td>
                {t(`items.status.${item.status}`)}
                {item.final ? `（${t('items.final')}）` : null}
              </td>
              <td className="number">{formatMoney(item.amount)}</td>
              <td>{[text(item.note), item.reason ?? '', item.clause?.article ?? ''].filter(Boolean).join(t('semicolon'))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {t('print.amountNow')}
        {t('colon')}
        <strong className="figure">{formatMoney(total)}</strong>
        {locale === 'zh-CN' ? `${t('comma')}${t('print.words')}${t('colon')}${amountInWords(total)}` : null}
      </p>
    </section>
  );
}

function Opinions({ history }: { readonly history: HistoryView }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const locale = useLocale();
  const spoken = history.acts.filter(({ opinion, reason, items }) => (opinion ?? reason) !== undefined && items.length === 0);
  return (
    <section>
      <h2>{t('print.opinions')}</h2>
      {spoken.length === 0 ? <p>{t('print.noOpinion')}</p> : null}
      {spoken.map((act) => (
        <p key={act.seq}>
          <strong>{act.step ? text(act.step) : null}</strong> {act.actor.person?.name} {sentenceDate(act.effectiveOn, locale)}
          {t('colon')}
          {act.opinion ?? act.reason}
        </p>
      ))}
    </section>
  );
}

/** Clauses that this case really cites; without any, those of the service. */
function citedClauses(view: CaseView, history: HistoryView, all: readonly ClauseView[]): readonly ClauseView[] {
  const cited = new Map<string, ClauseView>();
  for (const { clause } of view.items) if (clause) cited.set(clause.id, clause);
  for (const act of history.acts) {
    if (act.clause) cited.set(act.clause.id, act.clause);
    for (const { clause } of act.result?.matched ?? []) if (clause) cited.set(clause.id, clause);
  }
  return cited.size > 0 ? [...cited.values()] : all;
}
