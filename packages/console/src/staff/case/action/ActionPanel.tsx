import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CaseView, serviceQuery } from '../../../api/index.js';
import { ActionButton, ErrorSummary, ProblemNote, sentenceDate, useOnline } from '../../../shared/index.js';
import { useLocale, useLocalized } from '../../../i18n/index.js';
import { commandOf, type Fault, faultsOf, type Judged, maximumDays } from './build-command.js';
import { emptyTyped, type Intent, type Typed } from './intent.js';
import { LetterPreview } from './LetterPreview.js';
import { PanelForm } from './PanelForm.js';
import { PanelIntro } from './PanelIntro.js';
import { useIntentWords } from './panel-words.js';
import { usePanelSend } from './use-panel-send.js';

export interface ActionPanelProps {
  readonly view: CaseView;
  readonly intent: Intent;
  /** ISO date of the tenant's today. */
  readonly today: string;
  readonly close: () => void;
  readonly done: (words: string) => void;
}

/** Where one act is prepared and confirmed: who is next, what is needed, what goes out, and a button with the verb. */
export function ActionPanel({ view, intent, today, close, done }: ActionPanelProps) {
  const { t } = useTranslation('staff');
  const words = useIntentWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const online = useOnline();
  const { data: service } = useQuery(serviceQuery(view.service.id));
  const [typed, setTyped] = useState<Typed>(() => emptyTyped(today, view));
  const [tried, setTried] = useState(0);
  const verb = words(intent, view, typed);
  const { send, look, stale, busy, error } = usePanelSend(view.id, () => done(verb));
  const judged: Judged = { typed, intent, view, today, hasClauses: (service?.clauses.length ?? 0) > 0 };
  const faults = tried > 0 ? faultsOf(judged) : [];
  const says = useFaultWords(judged);
  const gone = useGone(view, intent);
  const shut = !online ? t('bar.offline') : stale && !stale.seen ? t('panel.staleShut') : gone;
  useEffect(() => heading.current?.focus(), []);
  const confirm = () => {
    if (shut || busy) return;
    setTried((count) => count + 1);
    if (faultsOf(judged).length === 0) send(judged);
  };
  const panel = usePanelKeys({ close, confirm });
  return (
    <section className="staff-panel" role="dialog" aria-labelledby="panel-title" ref={panel}>
      <div className="staff-panel-body" tabIndex={0} role="group" aria-labelledby="panel-title">
        <h2 id="panel-title" tabIndex={-1} ref={heading}>
          {words(intent, view)}
        </h2>
        {stale ? <Stale since={stale.problem.since ?? stale.problem.detail} seen={stale.seen} look={() => void look()} /> : null}
        <ErrorSummary lines={faults.map((fault) => ({ target: `panel-${fault.field}`, message: says(fault) }))} />
        {error ? <ProblemNote error={error} /> : null}
        <PanelIntro view={view} intent={intent} />
        <PanelForm
          judged={judged}
          clauses={service?.clauses ?? []}
          change={(change) => setTyped((before) => ({ ...before, ...change }))}
          error={(field) => {
            const fault = faults.find((candidate) => candidate.field === field);
            return fault ? says(fault) : undefined;
          }}
        />
        {intent.kind === 'action' && intent.action.letters.length > 0 ? (
          <LetterPreview
            caseId={view.id}
            command={() => commandOf(judged)}
            unavailable={faultsOf(judged).length > 0 ? t('letterPreview.later') : undefined}
          />
        ) : null}
      </div>
      <div className="staff-panel-foot">
        <ActionButton kind="primary" busy={busy} unavailable={shut} onClick={confirm}>
          {verb}
        </ActionButton>
        <ActionButton onClick={close}>{t('panel.close')}</ActionButton>
        <span className="staff-muted">{t('panel.closeHint')}</span>
      </div>
    </section>
  );
}

/** Esc closes, Ctrl+Enter confirms; neither while an input method composes, and only inside the panel. */
function usePanelKeys(acts: { readonly close: () => void; readonly confirm: () => void }) {
  const panel = useRef<HTMLElement>(null);
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    const element = panel.current;
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === 229) return;
      if (event.key === 'Escape') latest.current.close();
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) latest.current.confirm();
    };
    element?.addEventListener('keydown', press);
    return () => element?.removeEventListener('keydown', press);
  }, []);
  return panel;
}

function Stale({
  since,
  seen,
  look,
}: {
  readonly since: CaseView['waiting'] | undefined;
  readonly seen: boolean;
  readonly look: () => void;
}) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  return (
    <div className="note tone-warning" role="alert">
      <p className="note-title">◆ {t('panel.staleTitle')}</p>
      <p>{text(since)}</p>
      <p>{t('panel.staleKept')}</p>
      {seen ? null : <ActionButton onClick={look}>{t('panel.staleShow')}</ActionButton>}
    </div>
  );
}

/** The act may have become impossible meanwhile, by somebody else's doing. */
function useGone(view: CaseView, intent: Intent): string | undefined {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  if (intent.kind !== 'action') return undefined;
  const now = view.actions.find(({ step, action }) => step === intent.action.step && action === intent.action.action);
  if (now?.available) return undefined;
  return t('panel.gone', { why: text(now?.refusal?.message) || t('panel.goneElsewhere') });
}

function useFaultWords({ view, typed, today }: Judged): (fault: Fault) => string {
  const { t } = useTranslation('staff');
  const locale = useLocale();
  return ({ says }) => {
    if (says === 'future') return t('panel.dateFuture', { date: sentenceDate(today, locale) });
    if (says === 'days') return t('panel.daysMissing', { maximum: maximumDays(view, typed.clock) });
    if (says === 'mixed') return t('panel.mixedManual');
    if (says === 'letter') return t('panel.letterNone');
    return t(`panel.${says}Missing`);
  };
}
