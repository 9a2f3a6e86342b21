import type { FormDefinition, Issue } from '@careway/definition';
import type { StoredFile } from '@careway/form-react';
import { type FormRules, validateSubmission } from '@careway/forms';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formQuery, formRulesQuery } from '../api/index.js';
import { type Answers, keepSheet, readSheet, type SheetPlace } from './sheet-backup.js';

/** The form of an action, and what its computed values read; `undefined` until both are there. */
export function useActionForm(hash: string | undefined) {
  const form = useQuery({ ...formQuery(hash ?? ''), enabled: hash !== undefined });
  const computes = (form.data?.computed?.length ?? 0) > 0;
  const rules = useQuery({ ...formRulesQuery(hash ?? ''), enabled: computes });
  const ready = form.data && (!computes || rules.data);
  return {
    sheet: ready && form.data ? { form: form.data, ...(rules.data ? { rules: rules.data } : {}) } : undefined,
    error: form.error ?? rules.error,
    refetch: () => void (form.error ? form.refetch() : rules.refetch()),
  };
}

export interface ActionSheet {
  readonly form: FormDefinition;
  readonly rules?: FormRules;
}

/** Answers that are kept on this device as they are typed; `clear` once they are filed. */
export function useSheetAnswers(place: SheetPlace) {
  const [answers, setAnswers] = useState<Answers>(() => readSheet(place));
  const change = (changed: Answers) =>
    setAnswers((before) => {
      const after = Object.fromEntries(Object.entries({ ...before, ...changed }).filter(([, value]) => value !== undefined));
      keepSheet(place, after);
      return after;
    });
  return { answers, change, clear: () => keepSheet(place, undefined) };
}

/** Everything to mend in a form before it can be filed. */
export function sheetIssues({ form, rules }: ActionSheet, answers: Answers, today: string): readonly Issue[] {
  const checked = validateSubmission(form, answers, { today, rules });
  return checked.ok ? [] : checked.issues.filter(({ severity }) => severity === 'error');
}

/** What a command carries of a form: the answers, and the ids of the files that were uploaded into its fields. */
export function filedSheet(form: FormDefinition, answers: Answers): { readonly answers: Answers; readonly attachments: readonly string[] } {
  const fields = new Set(form.fields.filter(({ widget }) => widget === 'files').map(({ id }) => id));
  const files = [...fields].flatMap((id) => (answers[id] ?? []) as readonly StoredFile[]);
  return {
    answers: Object.fromEntries(Object.entries(answers).filter(([id]) => !fields.has(id))),
    attachments: files.map(({ id }) => id),
  };
}

/** Issues of the server about the answers, as the form's fields know them. */
export function answerIssues(issues: readonly Issue[]): readonly Issue[] {
  return issues.flatMap((issue) => (issue.path.startsWith('/answers/') ? [{ ...issue, path: issue.path.slice('/answers'.length) }] : []));
}
