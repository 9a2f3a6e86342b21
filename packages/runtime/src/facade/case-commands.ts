import type { FormDefinition, Issue } from '@careway/definition';
import type { AttachmentRef, CaseState, Command } from '@careway/engine';
import { answersOnly, type CleanSubmission } from '@careway/forms';
import { checkSubmission, offeredService } from '../filing/check-filing.js';
import { filingIssue } from '../filing/filing-messages.js';
import { sealSubmission } from '../filing/seal-submission.js';
import type { TenantParts } from '../loop/tenant-parts.js';
import type { CaseCommand } from '../runtime.js';
import { actionSubmission } from './action-form.js';
import { correctedValue } from './correct-fact.js';
import { filedRows } from './filed-rows.js';
import { completeSupplement, markDifferent, namedAnswers } from './supplement-data.js';

/** Who sends a command to which case. */
export interface Sender {
  readonly parts: TenantParts;
  readonly state: CaseState;
  readonly person: string | undefined;
}

export type Translated = { readonly command: (state: CaseState) => Command } | { readonly issues: readonly Issue[] };

/** A person's command as the engine takes it: files resolved, phone numbers sealed, submissions validated against the pinned form. */
export async function translateCommand({ parts, state, person }: Sender, command: CaseCommand): Promise<Translated> {
  const sender = { parts, state, person };
  switch (command.type) {
    case 'TakeAction':
      return takeAction(sender, command);
    case 'FileSupplement':
      return supplement(sender, command);
    case 'CorrectFact':
      return correctFact(sender, command);
    default:
      return { command: () => command };
  }
}

async function takeAction(sender: Sender, command: Extract<CaseCommand, { type: 'TakeAction' }>): Promise<Translated> {
  const { parts, state } = sender;
  const { attachments, objector, answers, ...rest } = command;
  const files = await filesOf(sender, attachments);
  if ('issues' in files) return files;
  const { step, action } = command;
  const filed = answers === undefined ? {} : actionSubmission(parts, state, { step, action, answers, attachments: files.refs });
  if ('issues' in filed) return filed;
  const sealed = objector && {
    name: objector.name,
    ...(objector.phone === undefined || objector.phone === '' ? {} : { phone: parts.sealer.value('phone', objector.phone) }),
  };
  const more = { ...filed, ...(attachments ? { attachments: files.refs } : {}), ...(sealed ? { objector: sealed } : {}) };
  return { command: () => ({ ...rest, ...more }) };
}

/** A number that is corrected is sealed as it was when it was filed. */
async function correctFact(sender: Sender, command: Extract<CaseCommand, { type: 'CorrectFact' }>): Promise<Translated> {
  const { parts, state } = sender;
  const { attachments, value: _filed, ...rest } = command;
  const files = await filesOf(sender, attachments);
  if ('issues' in files) return files;
  const corrected = correctedValue(parts, state, command);
  if ('issues' in corrected) return corrected;
  return { command: () => ({ ...rest, ...corrected, ...(attachments ? { attachments: files.refs } : {}) }) };
}

/** Files that the sender uploaded, or that belong to the case: nobody attaches what is somebody else's. */
async function filesOf(
  { parts, state, person }: Sender,
  ids: readonly string[] | undefined,
): Promise<{ readonly refs: readonly AttachmentRef[] } | { readonly issues: readonly Issue[] }> {
  const found = await Promise.all((ids ?? []).map((id) => parts.store.blobs.get(id)));
  const allowed = found.every(
    (file) => file && (file.blob.caseId === state.caseId || (file.blob.owner === person && file.blob.caseId === undefined)),
  );
  if (!allowed) return { issues: [filingIssue('ATTACHMENT_UNKNOWN', '/attachments')] };
  return { refs: found.flatMap((file) => (file ? [file.blob.ref] : [])) };
}

async function supplement(sender: Sender, command: Extract<CaseCommand, { type: 'FileSupplement' }>): Promise<Translated> {
  const { parts, state } = sender;
  const pack = parts.shelf.byHash(state.packHash);
  const offered = pack && offeredService(pack, state.service);
  if (!offered) return { issues: [filingIssue('SERVICE_UNKNOWN', '/service', { service: state.service })] };
  const files = await filesOf(sender, command.attachments);
  if ('issues' in files) return files;
  const today = parts.time.now().slice(0, 10);
  const input = { parts, state, offered, filed: await filedRows(parts, state) };
  const data = completeSupplement(input, command.data);
  const attachments = [...state.attachments, ...files.refs];
  const checked = checkSubmission(offered, { data, attachments, today });
  if (!checked.ok) return { issues: checked.issues };
  const { form, formHash, workflow } = offered;
  const refs = files.refs.map((ref) => ({ ...ref, supplement: true as const }));
  const submission = sealSubmission(named(checked.data, namedAnswers(input, command.data), offered.form), {
    sealer: parts.sealer,
    form,
    formHash,
    workflow,
    attachments: refs,
    applicant: state.parties[0]?.subject,
    whole: checked.data,
  });
  const { effectiveOn } = command;
  const marked = markDifferent(submission, input);
  return { command: () => ({ type: 'FileSupplement', submission: marked, ...(effectiveOn === undefined ? {} : { effectiveOn }) }) };
}

/** Of the whole file only what the supplement names, and what is computed anew from it: the rest stays as it was recorded. */
function named(checked: CleanSubmission, names: ReadonlySet<string>, form: FormDefinition): CleanSubmission {
  const answers = answersOnly(form, checked);
  return Object.fromEntries(Object.entries(checked).filter(([id]) => names.has(id) || !Object.hasOwn(answers, id)));
}
