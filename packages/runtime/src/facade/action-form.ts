import type { FormDefinition, Issue } from '@careway/definition';
import type { AttachmentRef, CaseState, ValidatedSubmission } from '@careway/engine';
import { formRules, validateSubmission } from '@careway/forms';
import { withFiles } from '../filing/check-filing.js';
import { filingIssue } from '../filing/filing-messages.js';
import { sealSubmission } from '../filing/seal-submission.js';
import type { TenantParts } from '../loop/tenant-parts.js';

interface FiledForm {
  readonly step: string;
  readonly action: string;
  readonly answers: Readonly<Record<string, unknown>>;
  /** Files sent along: those of a field of the form are its answer. */
  readonly attachments: readonly AttachmentRef[];
}

/**
 * The answers of an action's form, validated against the form pinned to the case, with numbers sealed. Issues point below `/answers`.
 * Nothing where the action has no form or the case's pack is gone: then the engine says so.
 */
export function actionSubmission(
  parts: TenantParts,
  state: CaseState,
  filed: FiledForm,
): { readonly submission?: ValidatedSubmission } | { readonly issues: readonly Issue[] } {
  const pack = parts.shelf.byHash(state.packHash);
  const workflow = pack?.workflows.get(state.workflow.id);
  const form = pack?.forms.get(actionForm(workflow, filed) ?? '');
  if (!pack || !workflow || !form) return { issues: [filingIssue('NO_ACTION_FORM', '/answers')] };
  const data = withFiles(form, { data: filed.answers, attachments: filed.attachments });
  const rules = formRules(pack, form, pack.services.get(state.service));
  const checked = validateSubmission(form, data, { today: parts.time.now().slice(0, 10), rules });
  if (!checked.ok) return { issues: checked.issues.map((issue) => ({ ...issue, path: `/answers${issue.path}` })) };
  const { items: _rows, ...withoutRows } = workflow;
  const formHash = pack.documentHashes.get(`form:${form.id}`) ?? '';
  return { submission: sealSubmission(checked.data, { sealer: parts.sealer, form, formHash, workflow: withoutRows, attachments: [] }) };
}

type Steps = { readonly steps: readonly { readonly id: string; readonly actions?: readonly Action[] | undefined }[] };
type Action = { readonly id: string; readonly form?: FormDefinition['id'] | undefined };

function actionForm(workflow: Steps | undefined, { step, action }: Pick<FiledForm, 'step' | 'action'>): string | undefined {
  return workflow?.steps.find(({ id }) => id === step)?.actions?.find(({ id }) => id === action)?.form;
}
