import type { Issue } from '@careway/definition';
import type { StoredFile } from '@careway/form-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ActionView, ApiProblem, type CaseCommand, type CaseView, useCaseCommand } from '../../../api/index.js';
import { useSession } from '../../../app/use-session.js';
import { useLocale } from '../../../i18n/index.js';
import type { SummaryLine } from '../../../shared/index.js';
import { answerIssues, filedSheet, sheetIssues, useActionForm, useSheetAnswers } from '../../../sheet/use-sheet.js';
import { summaryLines } from '../../apply/issues.js';

export interface OwnActInput {
  readonly view: CaseView;
  readonly action: ActionView;
  /** ISO date of the tenant's today. */
  readonly today: string;
  readonly done: () => void;
}

const NONE: readonly Issue[] = [];

/** One act of a party while it is prepared: its form, why, papers, what must be mended, and how it is sent. */
export function useOwnAct({ view, action, today, done }: OwnActInput) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { person } = useSession();
  const send = useCaseCommand(view.id);
  const { sheet, error: unread, refetch } = useActionForm(action.form?.hash);
  const typed = useSheetAnswers({ caseId: view.id, step: action.step, action: action.action, person: person?.id ?? '' });
  const [reason, setReason] = useState('');
  const [files, setFiles] = useState<readonly StoredFile[]>([]);
  const [found, setFound] = useState<{ readonly issues: readonly Issue[]; readonly lines: readonly SummaryLine[] }>({
    issues: NONE,
    lines: [],
  });
  const wants = { reason: action.requires.includes('reason'), files: action.requires.includes('attachments') };
  const problem = send.error instanceof ApiProblem ? send.error : undefined;
  const refused = useMemo(() => answerIssues(problem?.issues ?? NONE), [problem]);
  // What was found stands until the next try, less what has been mended; once nothing is left the summary goes.
  const issues = useMemo(() => {
    const now = new Set(
      (sheet && found.issues.length > 0 ? sheetIssues(sheet, typed.answers, today) : []).map(({ path, code }) => path + code),
    );
    return [...found.issues.filter(({ path, code }) => now.has(path + code)), ...refused];
  }, [sheet, typed.answers, today, found, refused]);
  const missing = (reason.trim() === '' && wants.reason) || (files.length === 0 && wants.files);
  const mended = issues.length === 0 && !missing;
  const lines = useMemo<readonly SummaryLine[]>(
    () =>
      mended ? [] : [...found.lines, ...summaryLines([...found.issues, ...refused], locale, (count) => t('apply.moreIssues', { count }))],
    [mended, found, refused, locale, t],
  );
  const submit = () => {
    const wrong = sheet ? sheetIssues(sheet, typed.answers, today) : NONE;
    const empty: SummaryLine[] = [];
    if (wants.reason && reason.trim() === '') empty.push({ target: 'own-reason', message: t('own.reasonMissing') });
    if (wants.files && files.length === 0) empty.push({ target: 'own-files', message: t('own.filesMissing') });
    setFound({ issues: wrong, lines: empty });
    if (wrong.length + empty.length > 0 || (action.form && !sheet)) return;
    send.mutate({ command: command(), version: view.version }, { onSuccess: finish });
  };
  return {
    sheet,
    unread,
    refetch,
    answers: typed.answers,
    change: typed.change,
    reason,
    setReason,
    files,
    setFiles,
    wants,
    issues,
    lines,
    error: problem && refused.length > 0 ? undefined : send.error,
    stale: problem?.status === 412 ? problem : undefined,
    busy: send.isPending,
    submit,
  };

  function command(): CaseCommand {
    const filed = sheet && filedSheet(sheet.form, typed.answers);
    const papers = [...files.map(({ id }) => id), ...(filed?.attachments ?? [])];
    return {
      type: 'TakeAction',
      step: action.step,
      action: action.action,
      ...(action.seat ? { seat: action.seat } : {}),
      ...(wants.reason ? { reason: reason.trim() } : {}),
      ...(filed ? { answers: filed.answers } : {}),
      ...(papers.length > 0 ? { attachments: papers } : {}),
    };
  }

  function finish(): void {
    typed.clear();
    done();
  }
}

export type OwnAct = ReturnType<typeof useOwnAct>;
