import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CaseView, historyQuery } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { ActionButton, ActSentence, LoadingState, PersonName, ProblemNote, shortDate, Timeline } from '../../shared/index.js';

/** The way so far, now, and what is expected; below it every act as a sentence. */
export function CasePath({ view }: { readonly view: Pick<CaseView, 'id' | 'path'> }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <section className="page" aria-labelledby="case-path">
      <h2 id="case-path">{t('case.path')}</h2>
      <PathTimeline path={view.path} />
      <div>
        <ActionButton kind="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('case.hideHistory') : t('case.showHistory')}
        </ActionButton>
      </div>
      {open ? <History caseId={view.id} /> : null}
    </section>
  );
}

/** Steps of a case: done, now, expected. */
export function PathTimeline({ path }: { readonly path: CaseView['path'] }) {
  const { t } = useTranslation();
  const text = useLocalized();
  const locale = useLocale();
  const entries = path
    .filter(({ state }) => state !== 'skipped')
    .map(({ step, state, on, by }) => ({
      id: `${state}-${step.id}`,
      state,
      content: (
        <p>
          {state === 'expected' ? t('timeline.expectedWord') : null}
          <strong>{text(step.label)}</strong>
          {on ? <span className="figure"> {shortDate(on, locale)}</span> : null}
          {by ? (
            <>
              {' '}
              <PersonName person={by} />
            </>
          ) : null}
          {state === 'now' && step.owner ? <span> {t('case.owner', { owner: text(step.owner) })}</span> : null}
        </p>
      ),
    }));
  return <Timeline entries={entries} />;
}

/** Acts that matter to the applicant; what the system notes down in between is shown on request. */
const MAIN_ACTS = new Set([
  'CaseOpened',
  'ActionTaken',
  'BatchDecided',
  'SupplementRequested',
  'SupplementFiled',
  'LetterIssued',
  'NumberAssigned',
  'LetterDelivered',
  'PublicityOpened',
  'PublicityEnded',
  'ObjectionFiled',
  'ItemsSplit',
  'ChildOpened',
  'ChildClosed',
  'ClaimRefused',
  'ClockPaused',
  'ClockResumed',
  'ClockExtended',
  'ClockBreached',
  'CaseClosed',
  'CaseReopened',
  'SeatsAssigned',
  'PersonRecused',
  'DecisionRevoked',
  'FactCorrected',
]);

function History({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(historyQuery(caseId));
  const [all, setAll] = useState(false);
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingState lines={4} />;
  const acts = all
    ? data.acts
    : data.acts.filter(({ type, reason }) => MAIN_ACTS.has(type) || (type === 'ItemDecided' && reason !== undefined));
  return (
    <>
      <Timeline entries={acts.map((act) => ({ id: String(act.seq), state: 'done' as const, content: <ActSentence act={act} /> }))} />
      {all || acts.length === data.acts.length ? null : (
        <div>
          <ActionButton kind="link" onClick={() => setAll(true)}>
            {t('case.allActs', { count: data.acts.length })}
          </ActionButton>
        </div>
      )}
    </>
  );
}
