import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import { caseQuery, type CaseView } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { groupNumber, LoadingState, PageHeading, PartyName, ProblemState, sentenceDate } from '../../shared/index.js';
import { RequireLogIn } from '../RequireLogIn.js';
import { BehalfLine } from './BehalfLine.js';
import { CaseClocks } from './CaseClocks.js';
import { CaseItems } from './CaseItems.js';
import { CaseLetters } from './CaseLetters.js';
import { CasePath } from './CasePath.js';
import { isWaitedFor, ownActions } from './own-actions.js';
import { OwnActions } from './OwnActions.js';
import { OwnResult } from './OwnResult.js';
import { RespondentPart } from './RespondentPart.js';
import { Withdraw } from './Withdraw.js';

/** Where is it, must I do something? */
export function CasePage() {
  return (
    <RequireLogIn>
      <LoadCase />
    </RequireLogIn>
  );
}

function LoadCase() {
  const { case: id = '' } = useParams();
  const { data, error, refetch } = useQuery(caseQuery(id));
  if (error) return <ProblemState error={error} retry={() => void refetch()} />;
  return data ? <ShowCase view={data} /> : <LoadingState lines={8} />;
}

function ShowCase({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation();
  const text = useLocalized();
  const location = useLocation();
  const { done } = (location.state ?? {}) as { readonly done?: string };
  return (
    <div className="page">
      <BehalfLine view={view} what={text(view.service.label)} />
      <CaseHead view={view} />
      {done ? (
        <p className="note tone-granted" role="status">
          <span aria-hidden="true">✓ </span>
          {t('own.done', { action: done })}
        </p>
      ) : null}
      {view.service.notice && !view.shielded ? (
        <p className="note tone-warning">
          <span aria-hidden="true">◆ </span>
          {text(view.service.notice)}
        </p>
      ) : null}
      <Now view={view} />
      <OwnActions view={view} />
      {view.shielded ? <RespondentPart view={view} /> : <WholeCase view={view} />}
    </div>
  );
}

function CaseHead({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation();
  const text = useLocalized();
  const locale = useLocale();
  return (
    <div>
      <PageHeading>{text(view.service.label)}</PageHeading>
      <p>
        {view.number ? <strong className="figure">{groupNumber(view.number)}</strong> : t('my.numberComing')}
        {t('my.comma')}
        <PartyName party={view.applicant} />
        {t('my.comma')}
        {t('my.filedOn', { date: sentenceDate(view.filedOn, locale) })}
      </p>
    </div>
  );
}

function Now({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation();
  const text = useLocalized();
  const waited = ownActions(view).some(isWaitedFor);
  // Of what goes on elsewhere a shielded party learns nothing: its sentence says already that there is nothing to do.
  const idle = view.shielded ? '' : t('case.nothingToDo');
  const nothing = view.status === 'open' ? idle : t('case.over');
  return (
    <section className="card" aria-labelledby="case-now">
      <h2 id="case-now">{t('case.now')}</h2>
      <p className="case-waiting">{text(view.waiting)}</p>
      {view.supplement ? <SupplementCall view={view} /> : <p>{waited ? t('own.waited') : nothing}</p>}
      <CaseClocks clocks={view.clocks} own={view.shielded} />
      {view.pending.map((effect) => (
        <p className="field-hint" key={effect['zh-CN']}>
          {text(effect)}
        </p>
      ))}
    </section>
  );
}

function WholeCase({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation();
  return (
    <>
      {view.rows === 'one' ? <OwnResult view={view} /> : null}
      <CasePath view={view} />
      <CaseLetters view={view} />
      {view.rows === 'table' ? <CaseItems view={view} /> : null}
      <Children view={view} />
      <div className="actions no-print">
        <Link className="button" to={`/my/cases/${view.id}/receipt`}>
          {t('case.receipt')}
        </Link>
        <Withdraw view={view} />
      </div>
    </>
  );
}

function SupplementCall({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { supplement } = view;
  if (!supplement) return null;
  return (
    <div className="note tone-warning">
      <p className="note-title">
        <span aria-hidden="true">◆ </span>
        {t('case.mustSupplement', { count: supplement.list.length })}
        {supplement.due ? t('case.supplementBy', { date: sentenceDate(supplement.due, locale, { weekday: true }) }) : null}
      </p>
      <p>{t('case.supplementPauses')}</p>
      <div className="actions">
        <Link className="button button-primary" to={`/my/cases/${view.id}/supplement`}>
          {t('my.doSupplement')}
        </Link>
      </div>
    </div>
  );
}

function Children({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation();
  if (view.children.length === 0 && !view.parent) return null;
  return (
    <section className="page" aria-labelledby="case-children">
      <h2 id="case-children">{t('case.children')}</h2>
      {view.parent ? (
        <p>
          {t('case.childOf')} <Link to={`/my/cases/${view.parent.caseId}`}>{view.parent.number ?? t('case.mainCase')}</Link>
        </p>
      ) : null}
      <ul className="plain-list">
        {view.children.map((child) => {
          const rows = view.items.filter(({ id }) => child.items.includes(id)).map(({ row }) => row);
          return (
            <li key={child.items.join()}>
              {t('case.childRows', { rows: rows.join(t('case.rowJoin')) })}{' '}
              {child.caseId ? <Link to={`/my/cases/${child.caseId}`}>{child.number ?? t('case.childCase')}</Link> : t('case.childOpening')}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
