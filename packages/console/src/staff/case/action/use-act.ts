import type { Issue } from '@careway/definition';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, type CaseView, type ClauseView, serviceQuery } from '../../../api/index.js';
import { useSession } from '../../../app/use-session.js';
import { useLocale, useLocalized } from '../../../i18n/index.js';
import { summaryLines } from '../../../portal/apply/issues.js';
import type { Answers } from '../../../sheet/sheet-backup.js';
import { answerIssues, filedSheet, sheetIssues, useActionForm, useSheetAnswers } from '../../../sheet/use-sheet.js';
import { sentenceDate, type SummaryLine, useOnline } from '../../../shared/index.js';
import { commandOf } from './build-command.js';
import { type Fault, faultsOf, type Judged, maximumDays } from './faults.js';
import { emptyTyped, type FieldId, type Intent, type Typed } from './intent.js';
import { useIntentWords } from './panel-words.js';
import { usePanelSend } from './use-panel-send.js';

export interface ActInput {
  readonly view: CaseView;
  readonly intent: Intent;
  /** ISO date of the tenant's today. */
  readonly today: string;
  readonly done: (words: string) => void;
}

const NONE: readonly Issue[] = [];

/** What was to be mended when it was last tried. */
interface Found {
  readonly faults: readonly Fault[];
  readonly issues: readonly Issue[];
  readonly lines: readonly SummaryLine[];
}

const NOTHING: Found = { faults: [], issues: NONE, lines: [] };

/** Those found before that are still there. */
function standing<T>(found: readonly T[], now: readonly T[], key: (one: T) => string): readonly T[] {
  const left = new Set(now.map(key));
  return found.filter((one) => left.has(key(one)));
}

/** One act while it is prepared: what is typed, what must be mended, and how it is sent. Panel and sheet page show the same act. */
export function useAct({ view, intent, today, done }: ActInput) {
  const { t } = useTranslation('staff');
  const { t: portal } = useTranslation();
  const locale = useLocale();
  const words = useIntentWords();
  const online = useOnline();
  const { data: service } = useQuery(serviceQuery(view.service.id));
  const [typed, setTyped] = useState<Typed>(() => emptyTyped(today, view));
  const [found, setFound] = useState<Found>(NOTHING);
  const form = useIntentSheet(view, intent);
  const verb = words(intent, view, typed);
  const clauses = clausesFor(intent, service?.clauses ?? []);
  const judged: Judged = { typed, intent, view, today, hasClauses: clauses.length > 0 };
  const finish = () => {
    form.clear();
    done(verb);
  };
  const sending = usePanelSend(view.id, finish);
  const says = useFaultWords(judged);
  const refused = useMemo(() => (sending.error instanceof ApiProblem ? answerIssues(sending.error.issues) : NONE), [sending.error]);
  // What was found on "confirm" stands until the next one, less what has been mended.
  const faults = found.faults.length === 0 ? found.faults : standing(found.faults, faultsOf(judged), ({ field, says: why }) => field + why);
  const wrong = useMemo(() => {
    if (!form.sheet || found.issues.length === 0) return refused;
    return [...standing(found.issues, sheetIssues(form.sheet, form.answers, today), ({ path, code }) => path + code), ...refused];
  }, [form.sheet, form.answers, today, found, refused]);
  const gone = useGone(view, intent);
  const shut = !online ? t('bar.offline') : sending.stale && !sending.stale.seen ? t('panel.staleShut') : gone;
  const mended = faults.length + wrong.length === 0;
  const lines = useMemo<readonly SummaryLine[]>(
    () =>
      mended
        ? []
        : [...summaryLines([...found.issues, ...refused], locale, (count) => portal('apply.moreIssues', { count })), ...found.lines],
    [mended, found, refused, locale, portal],
  );
  const filed = () => form.sheet && filedSheet(form.sheet.form, form.answers);
  const issuesNow = () => (form.sheet ? sheetIssues(form.sheet, form.answers, today) : NONE);
  const confirm = () => {
    if (shut || sending.busy || (form.wanted && !form.sheet)) return;
    const now = faultsOf(judged);
    const issues = issuesNow();
    setFound({ faults: now, issues, lines: now.map((fault) => ({ target: `panel-${fault.field}`, message: says(fault) })) });
    if (now.length + issues.length === 0) sending.send(judged, filed());
  };
  return {
    judged,
    clauses,
    verb,
    title: words(intent, view),
    form,
    sheetIssues: wrong,
    lines,
    error: (field: FieldId) => {
      const fault = faults.find((candidate) => candidate.field === field);
      return fault && says(fault);
    },
    change: (change: Partial<Typed>) => setTyped((before) => ({ ...before, ...change })),
    confirm,
    /** What would be sent as it stands. */
    command: () => commandOf(judged, filed()),
    /** Whether nothing is left to mend. */
    ready: () => faultsOf(judged).length + issuesNow().length === 0 && (!form.wanted || form.sheet !== undefined),
    shut,
    sending,
  };
}

export type Act = ReturnType<typeof useAct>;

/** What may be cited: what the act itself rests on, then what the service does. */
function clausesFor(intent: Intent, ofService: readonly ClauseView[]): readonly ClauseView[] {
  const own = intent.kind === 'action' ? intent.action.clause : undefined;
  return own ? [own, ...ofService.filter(({ id }) => id !== own.id)] : ofService;
}

/** The form of the action, with answers that are kept on this device until they are filed. */
function useIntentSheet(view: CaseView, intent: Intent) {
  const { person } = useSession();
  const action = intent.kind === 'action' ? intent.action : undefined;
  const { sheet, error, refetch } = useActionForm(action?.form?.hash);
  const place = { caseId: view.id, step: action?.step ?? '', action: action?.action ?? '', person: person?.id ?? '' };
  const { answers, change, clear } = useSheetAnswers(place);
  return { wanted: action?.form !== undefined, sheet, error, refetch, answers: answers as Answers, change, clear };
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

const PROCEDURE_FAULTS = [
  'evidence',
  'lateEvidence',
  'receiptFor',
  'assignments',
  'twice',
  'seat',
  'batch',
  'fact',
  'value',
  'sameValue',
] as const;

function useFaultWords({ view, typed, today }: Judged): (fault: Fault) => string {
  const { t } = useTranslation('staff');
  const locale = useLocale();
  return ({ says }) => {
    const procedure = PROCEDURE_FAULTS.find((known) => known === says);
    if (procedure) return t(`proc.faults.${procedure}`);
    if (says === 'future') return t('panel.dateFuture', { date: sentenceDate(today, locale) });
    if (says === 'days') return t('panel.daysMissing', { maximum: maximumDays(view, typed.clock) });
    if (says === 'mixed') return t('panel.mixedManual');
    if (says === 'letter') return t('panel.letterNone');
    return t(`panel.${says as 'reason'}Missing`);
  };
}
