import type { ComposedPack, FormDefinition, Issue, ServiceDefinition, WorkflowDefinition } from '@careway/definition';
import type { AttachmentRef } from '@careway/engine';
import { formRules, type SubmissionOptions, validateSubmission, type SubmissionResult } from '@careway/forms';
import { filingIssue } from './filing-messages.js';

/** A service with its form and workflow, as it stands in a pack. */
export interface OfferedService {
  readonly pack: ComposedPack;
  readonly service: ServiceDefinition;
  readonly form: FormDefinition;
  readonly formHash: string;
  readonly workflow: WorkflowDefinition;
}

export function offeredService(pack: ComposedPack, id: string): OfferedService | undefined {
  const service = pack.services.get(id);
  const form = service && pack.forms.get(service.form);
  const workflow = service && pack.workflows.get(service.workflow);
  if (!service || !form || !workflow) return undefined;
  return { pack, service, form, formHash: pack.documentHashes.get(`form:${form.id}`) ?? '', workflow };
}

/** Whether the service takes applications on a day. */
export function openIssue({ service }: OfferedService, today: string): Issue | undefined {
  const { validity } = service;
  if (!validity || (validity.from <= today && (validity.to === undefined || today <= validity.to))) return undefined;
  return filingIssue('SERVICE_CLOSED', '/service', { from: validity.from, to: validity.to ?? '…' });
}

/** Options under which a submission of this service is validated: rows told apart as the workflow does. */
export function submissionOptions({ pack, service, workflow, form }: OfferedService, today: string): SubmissionOptions {
  const { items } = workflow;
  const rules = formRules(pack, form, service);
  if (!items) return { today, rules };
  const columns = items.key.map((id) => items.facts.find((fact) => fact.id === id)?.from.field ?? id);
  const known = form.fields.find(({ id }) => id === items.field)?.columns?.map(({ id }) => id) ?? [];
  const key = columns.filter((column) => known.includes(column));
  return {
    today,
    rules,
    ...(items.max === undefined ? {} : { maxRows: items.max }),
    ...(key.length > 0 ? { keys: { [items.field]: key } } : {}),
  };
}

/** Validates data with its files in their fields. Files that the data names but that were not uploaded are left out before. */
export function checkSubmission(
  offered: OfferedService,
  input: { readonly data: Readonly<Record<string, unknown>>; readonly attachments: readonly AttachmentRef[]; readonly today: string },
): SubmissionResult {
  return validateSubmission(offered.form, withFiles(offered.form, input), submissionOptions(offered, input.today));
}

export function withFiles(
  form: FormDefinition,
  { data, attachments }: { readonly data: Readonly<Record<string, unknown>>; readonly attachments: readonly AttachmentRef[] },
): Readonly<Record<string, unknown>> {
  const all: Record<string, unknown> = { ...data };
  for (const { id, widget } of form.fields) {
    if (widget !== 'files') continue;
    const files = attachments.filter(({ field }) => field === id);
    if (files.length > 0) all[id] = files;
    else delete all[id];
  }
  return all;
}
