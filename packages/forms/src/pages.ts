import type { FormDefinition, LocalizedText } from '@careway/definition';
import { type FieldAccess, fieldMode } from './access.js';
import { validateSubmission, type SubmissionOptions } from './validate-submission.js';
import { visibleFields } from './visibility.js';

export type PageStatus = 'empty' | 'partial' | 'done';

/** 未填 · 填了一半 · 填好了 */
export const pageStatusLabels: Readonly<Record<PageStatus, LocalizedText>> = {
  empty: { 'zh-CN': '未填', en: 'Not started' },
  partial: { 'zh-CN': '填了一半', en: 'In progress' },
  done: { 'zh-CN': '填好了', en: 'Done' },
};

export interface FormPage {
  readonly id: string;
  readonly label: LocalizedText;
  readonly help?: LocalizedText | undefined;
  /** Visible fields. */
  readonly fields: readonly string[];
  /** Computed values shown with the page. */
  readonly shows: readonly string[];
  /** `done`: the page has no issue; `partial`: something is answered. */
  readonly status: PageStatus;
}

/** The pages to walk through, those without a visible field left out. */
export function pagesOf(form: FormDefinition, data: Readonly<Record<string, unknown>>, options: SubmissionOptions): FormPage[] {
  const visible = new Set(visibleFields(form, data, options.access));
  const result = validateSubmission(form, data, { ...options, stage: 'submit' });
  const wrong = new Set(
    result.ok ? [] : result.issues.filter(({ severity }) => severity === 'error').map(({ path }) => path.split('/')[1]),
  );
  return form.pages.flatMap((page) => {
    const fields = page.fields.filter((id) => visible.has(id));
    if (fields.length === 0) return [];
    const answerable = fields.filter((id) => isAsked(form, id, options.access));
    const touched = answerable.some((id) => isAnswered(data[id]));
    const done = !fields.some((id) => wrong.has(id));
    const status: PageStatus = done && (touched || answerable.length === 0) ? 'done' : touched ? 'partial' : 'empty';
    return [{ id: page.id, label: page.label, help: page.help, fields, shows: page.shows ?? [], status }];
  });
}

function isAsked(form: FormDefinition, id: string, access: FieldAccess | undefined): boolean {
  return form.fields.find((field) => field.id === id)?.widget !== 'note' && fieldMode(access, id) === 'write';
}

function isAnswered(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}
