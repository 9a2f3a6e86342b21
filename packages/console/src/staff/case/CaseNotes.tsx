import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseView, ProcedureView } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { ActionButton, PersonName, sentenceDate } from '../../shared/index.js';
import { ObjectionNote } from './ObjectionNote.js';
import { useClockUnit } from './use-clock-unit.js';

/** What bears on the decision now: an open supplement, votes under way, publicity, rows that went their own way, effects not yet done. */
export function CaseNotes({ view, vote }: { readonly view: CaseView; readonly vote: (procedure: ProcedureView) => void }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  return (
    <>
      {view.service.notice ? <p className="note tone-warning">◆ {text(view.service.notice)}</p> : null}
      {view.schedule ? (
        <p className="staff-muted">{t('proc.schedule', { label: text(view.schedule.label), period: view.schedule.period })}</p>
      ) : null}
      <ObjectionNote view={view} />
      <Supplement view={view} />
      {view.procedures.map((procedure) => (
        <Procedure key={procedure.id} procedure={procedure} view={view} vote={() => vote(procedure)} />
      ))}
      <Publicity view={view} />
      {view.children.map((child) => (
        <p className="note tone-running" key={child.items.join(' ')}>
          {t('parts.children', { count: child.items.length })}
          {t('colon')}
          {child.caseId ? <Link to={`/console/cases/${child.caseId}`}>{child.number ?? t('notYet')}</Link> : null}{' '}
          {t(`parts.childStatus.${child.status}`)}
        </p>
      ))}
      {view.pending.length > 0 ? (
        <p className="note tone-paused">‖ {t('case.pending', { what: view.pending.map((what) => text(what)).join(t('listMark')) })}</p>
      ) : null}
    </>
  );
}

function Supplement({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('staff');
  const locale = useLocale();
  if (!view.supplement) return null;
  const { list, requestedOn, due } = view.supplement;
  const on = sentenceDate(requestedOn, locale);
  return (
    <div className="note tone-paused">
      <p className="note-title">‖ {t('parts.supplementTitle')}</p>
      <ol>
        {list.map(({ what, why }) => (
          <li key={what}>
            {what}
            {t('colon')}
            {why}
          </li>
        ))}
      </ol>
      <p>
        {due
          ? t('parts.supplementLine', { on, due: sentenceDate(due, locale, { weekday: true }) })
          : t('parts.supplementLinePlain', { on })}
      </p>
    </div>
  );
}

function Procedure({ procedure, view, vote }: { readonly procedure: ProcedureView; readonly view: CaseView; readonly vote: () => void }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const unit = useClockUnit();
  const listed = procedure.deciders.map((role) => text(role)).join(t('listMark'));
  const owner = view.tasks.find(({ kind }) => kind === 'procedure')?.owner;
  return (
    <div className="note tone-running">
      <p className="note-title">
        {procedure.kind === 'extend-clock'
          ? t('parts.procedureTitle', { label: text(procedure.label), days: procedure.days, unit: unit(view, procedure.clock) })
          : text(procedure.label)}
      </p>
      <ProcedureSubject procedure={procedure} rows={view.rows} />
      <p>{t('parts.procedureBy', { name: procedure.requestedBy.name, reason: procedure.reason ?? t('dash') })}</p>
      {procedure.votes.length === 0 ? <p>{t('parts.procedureNobody')}</p> : null}
      <ul className="staff-plain">
        {procedure.votes.map((cast) => (
          <li key={cast.seat}>
            <PersonName person={cast.by} /> {t(`parts.voteMark.${cast.vote}`)}
          </li>
        ))}
      </ul>
      {procedure.canVote ? (
        <ActionButton onClick={vote}>{t('parts.vote')}</ActionButton>
      ) : (
        <p>{listed ? t('parts.voteFirst', { owner: listed }) : owner ? t('parts.voteFirst', { owner: text(owner) }) : null}</p>
      )}
    </div>
  );
}

/** Whom a recusal concerns and who would take the seat; which decision would be revoked. */
function ProcedureSubject({ procedure, rows }: { readonly procedure: ProcedureView; readonly rows: CaseView['rows'] }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const { kind, person, seatLabel, substitute, batch } = procedure;
  if (kind === 'revoke-decision' && batch !== undefined && rows === 'table') return <p>{t('proc.procedureBatch', { count: batch })}</p>;
  if (kind !== 'recuse' || !person) return null;
  return (
    <p>
      {seatLabel ? t('proc.procedureWho', { person: person.name, seat: text(seatLabel) }) : person.name}
      {t('comma')}
      {substitute ? t('proc.procedureSubstitute', { name: substitute.name }) : t('proc.procedureNoSubstitute')}
    </p>
  );
}

function Publicity({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('staff');
  const locale = useLocale();
  if (view.publicity.length === 0) return null;
  const date = (iso: string) => sentenceDate(iso, locale);
  const words = ({ from, until, status }: CaseView['publicity'][number]) => {
    if (status === 'withdrawn') return t('parts.publicity.withdrawn', { from: date(from) });
    if (status === 'open')
      return until ? t('parts.publicity.open', { until: sentenceDate(until, locale, { weekday: true }) }) : t('parts.publicity.openPlain');
    return t('parts.publicity.ended', { from: date(from), until: until ? date(until) : t('dash') });
  };
  return (
    <ul className="staff-plain">
      {view.publicity.map((one) => (
        <li key={`${one.batch}${one.from}`}>
          {one.status === 'ended' ? '✓' : one.status === 'open' ? '●' : '–'} {t('case.publicity')}
          {view.publicity.length > 1 ? t('parts.publicityBatch', { batch: one.batch }) : null}
          {t('colon')}
          {words(one)}
        </li>
      ))}
    </ul>
  );
}
