import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseView, ClockView, RequestableView } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { ActionButton, ClockChip, groupNumber, PageHeading, PartyName, PersonName, sentenceDate } from '../../shared/index.js';
import { PrintMenu } from '../print/PrintMenu.js';
import type { Neighbours } from '../tasks/neighbours.js';
import { ClockPanel } from './ClockPanel.js';
import { RevealDialog } from './RevealDialog.js';
import { TakeHere } from './TakeHere.js';

export interface CaseHeaderProps {
  readonly view: CaseView;
  readonly neighbours: Neighbours;
  readonly request: (request: RequestableView) => void;
}

/** What, which, whose, when. */
export function CaseHeader({ view, neighbours, request }: CaseHeaderProps) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const locale = useLocale();
  const [reveal, setReveal] = useState(false);
  const nearest = nearestClock(view.clocks);
  return (
    <header className="staff-case-head">
      <div className="staff-row">
        <PageHeading title={view.number ?? text(view.service.label)}>
          {text(view.service.label)} <span className="figure">{view.number ? groupNumber(view.number) : t('notYet')}</span>
        </PageHeading>
        <span>
          <strong>
            <PartyName party={view.applicant} />
          </strong>
          {view.applicant.channel && view.applicant.channel !== 'online' ? (
            <span className="staff-muted">{`（${t(`proc.channel.${view.applicant.channel as 'counter'}`)}）`}</span>
          ) : null}
          {view.applicant.agent ? (
            <>
              {' · '}
              {t('case.agent')} <PersonName person={view.applicant.agent} />
            </>
          ) : null}{' '}
          <ActionButton kind="link" onClick={() => setReveal(true)}>
            {t('case.reveal')}
          </ActionButton>
        </span>
        <Neighbouring neighbours={neighbours} />
      </div>
      <div className="staff-row">
        <strong>{view.position.map((step) => text(step.label)).join(t('listMark')) || text(view.waiting)}</strong>
        <TakeHere view={view} />
        {nearest ? (
          <span>
            <ClockChip clock={nearest} />{' '}
            {nearest.due
              ? `${text(nearest.label)}${t('comma')}${t('case.due', { date: sentenceDate(nearest.due, locale, { weekday: true }) })}`
              : text(nearest.label)}
          </span>
        ) : null}
        <span className="staff-muted">
          {view.area.map(({ label }) => text(label)).join(' ')} · {t('case.filedOn', { date: sentenceDate(view.filedOn, locale) })}
        </span>
        {view.parent ? (
          <Link to={`/console/cases/${view.parent.caseId}`}>
            {view.parent.number ? t('case.parent', { number: view.parent.number }) : t('case.parentPlain')}
          </Link>
        ) : null}
        <span className="staff-push staff-row">
          <PrintMenu view={view} />
          <Link to={`/trace/cases/${view.id}`}>{t('case.history')}</Link>
        </span>
      </div>
      <div className="staff-row top">
        {view.tasks.length > 0 && nearest ? null : <p>{text(view.waiting)}</p>}
        <ClockPanel view={view} request={request} />
      </div>
      {reveal ? <RevealDialog caseId={view.id} view={view} close={() => setReveal(false)} /> : null}
    </header>
  );
}

function Neighbouring({ neighbours }: { readonly neighbours: Neighbours }) {
  const { t } = useTranslation('staff');
  return (
    <nav className="staff-push staff-row" aria-label={t('case.neighbours')}>
      <Link to={neighbours.list}>{t('case.back')}</Link>
      {neighbours.previous ? <Link to={`/console/cases/${neighbours.previous}`}>‹ {t('case.previous')}</Link> : null}
      {neighbours.index > 0 ? (
        <span className="figure">{t('case.place', { index: neighbours.index, total: neighbours.total })}</span>
      ) : null}
      {neighbours.next ? <Link to={`/console/cases/${neighbours.next}`}>{t('case.next')} ›</Link> : null}
    </nav>
  );
}

/** The running time limit that ends first; without one, a paused or undetermined one. */
function nearestClock(clocks: readonly ClockView[]): ClockView | undefined {
  const live = clocks.filter(({ status }) => status === 'running' || status === 'paused' || status === 'undetermined');
  return live.toSorted((a, b) => rank(a) - rank(b) || (a.due ?? '9').localeCompare(b.due ?? '9'))[0];
}

function rank({ status }: ClockView): number {
  return status === 'running' ? 0 : status === 'paused' ? 1 : 2;
}
