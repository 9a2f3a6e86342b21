import type { ComposedPack, FactDefinition, FormDefinition, Issue, ServiceDefinition, WorkflowDefinition } from '@careway/definition';
import type { AttachmentRef, FactScalar, ValidatedSubmission } from '@careway/engine';
import {
  birthDates,
  computeAnswers,
  formRules,
  isRowTable,
  knownValues,
  maskIdentity,
  maskPhone,
  type SubmissionOptions,
  sensitiveFields,
  type SubmissionFacts,
  submissionFacts,
  submissionRows,
  validateSubmission,
} from '@careway/forms';

export type SimulatedSubmission =
  | { readonly submission: ValidatedSubmission; readonly issues?: undefined }
  | { readonly issues: readonly Issue[]; readonly submission?: undefined };

/** Seals nothing: equal numbers have equal keys, and the key is the number itself, so that registers can be looked up. */
export function simulatedSeal(value: string, mask: (text: string) => string): FactScalar {
  return { sealed: `sim:${value}`, key: value, hint: mask(value) };
}

/** A value as it is recorded: numbers of people sealed. */
export function simulatedFact(definition: FactDefinition | undefined, value: string | boolean): FactScalar {
  if (typeof value !== 'string' || (definition?.type !== 'identity' && definition?.type !== 'phone')) return value;
  return simulatedSeal(value, definition.type === 'identity' ? maskIdentity : maskPhone);
}

/** The opaque id of whoever has this number. */
export function simulatedSubject(key: string): string {
  return `sim-${key}`;
}

/** What a scenario files, through the same validation as anybody's submission. `stage: draft` for a supplement, which is partial. */
export function simulateSubmission(
  composed: ComposedPack,
  service: ServiceDefinition,
  filed: {
    readonly data: unknown;
    readonly today: string;
    readonly stage: SubmissionOptions['stage'];
    /** Answers that a supplement is laid over, for what is computed from them. */
    readonly recorded?: Readonly<Record<string, unknown>>;
  },
): SimulatedSubmission {
  const form = composed.forms.get(service.form);
  const workflow = composed.workflows.get(service.workflow);
  if (!form || !workflow) throw new TypeError(`service ${service.id} has no form or workflow`);
  const { items } = workflow;
  const columns = items?.key.map((id) => items.facts.find((fact) => fact.id === id)?.from.field ?? id);
  const keys = items && columns && isRowTable(form, items.field) ? { [items.field]: columns } : {};
  const rules = formRules(composed, form, service);
  const result = validateSubmission(form, filed.data, {
    today: filed.today,
    stage: filed.stage,
    keys,
    rules,
    ...(items?.max ? { maxRows: items.max } : {}),
  });
  if (!result.ok) return { issues: result.issues };
  const anew = computeAnswers(form, { ...filed.recorded, ...result.data }, { rules, today: filed.today });
  const data = { ...result.data, ...knownValues(anew) };
  return { submission: sealed({ composed, form, workflow, recorded: filed.recorded ?? {} }, data) };
}

interface Sealing {
  readonly composed: ComposedPack;
  readonly form: FormDefinition;
  /** Of the case that it opens or completes; the form of an action has neither rows nor birth dates. */
  readonly workflow?: WorkflowDefinition;
  readonly recorded?: Readonly<Record<string, unknown>>;
}

/** Answers of an action's form, through the same validation as anybody's. */
export function simulateAnswers(
  composed: ComposedPack,
  service: ServiceDefinition,
  filed: { readonly form: string; readonly data: unknown; readonly today: string },
): SimulatedSubmission {
  const form = composed.forms.get(filed.form);
  if (!form) throw new TypeError(`the pack has no form ${filed.form}`);
  const result = validateSubmission(form, filed.data, { today: filed.today, rules: formRules(composed, form, service) });
  if (!result.ok) return { issues: result.issues };
  return { submission: sealed({ composed, form }, result.data) };
}

function sealed({ composed, form, workflow, recorded = {} }: Sealing, data: Readonly<Record<string, unknown>>): ValidatedSubmission {
  const found = submissionFacts(form, data);
  const { facts = [], items } = workflow ?? {};
  const sensitive = sensitiveFields(form);
  const answers = sealValues({ ...found.answers, ...birthDates(facts, found.answers) }, new Set(sensitive.fields));
  return {
    validated: true,
    form: { id: form.id, hash: composed.documentHashes.get(`form:${form.id}`) ?? form.id },
    answers,
    rows: items ? sealedRows({ form, items, recorded }, found) : [],
    attachments: Object.entries(found.files).flatMap(([field, refs]) => refs.map((ref, index) => attachmentOf(field, index, ref))),
  };
}

/** A form that is one row itself: of a supplement the row is what was recorded, with the changes laid over it. */
function sealedRows(
  { form, items, recorded }: Required<Pick<Sealing, 'form' | 'recorded'>> & { readonly items: NonNullable<WorkflowDefinition['items']> },
  found: SubmissionFacts,
): ValidatedSubmission['rows'] {
  const sensitive = sensitiveFields(form);
  const table = isRowTable(form, items.field);
  const hidden = new Set(table ? sensitive.columns[items.field] : sensitive.fields);
  const subject = items.facts.find((fact) => fact.id === items.subject)?.from.field ?? items.subject;
  return submissionRows(form, found, items.field).map((row, index) => {
    const before = table ? {} : scalarsOf(recorded);
    const values = { ...before, ...sealValues({ ...row, ...birthDates(items.facts, row) }, hidden) };
    return { subject: simulatedSubject(registerKey(values[subject] ?? String(index + 1))), values };
  });
}

function scalarsOf(answers: Readonly<Record<string, unknown>>): Record<string, FactScalar> {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => !Array.isArray(value))) as Record<string, FactScalar>;
}

function registerKey(value: FactScalar): string {
  return typeof value === 'object' ? value.key : String(value);
}

function sealValues(values: Readonly<Record<string, boolean | string>>, hidden: ReadonlySet<string>): Record<string, FactScalar> {
  const mask = (text: string) => (/^1\d{10}$/.test(text) ? maskPhone(text) : maskIdentity(text));
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, typeof value === 'string' && hidden.has(id) ? simulatedSeal(value, mask) : value]),
  );
}

/** A file of this name, handed in with an action. */
export function simulatedAttachment(name: string, at: string): AttachmentRef {
  return attachmentOf('evidence', 0, { id: name, name, uploadedAt: at });
}

function attachmentOf(field: string, index: number, ref: Readonly<Record<string, unknown>>): AttachmentRef {
  const textOf = (key: string, otherwise: string) => (typeof ref[key] === 'string' ? (ref[key] as string) : otherwise);
  return {
    id: textOf('id', `${field}-${index + 1}`),
    field,
    name: textOf('name', `${field}.pdf`),
    type: textOf('type', 'application/pdf'),
    bytes: typeof ref['bytes'] === 'number' ? ref['bytes'] : 1,
    sha256: textOf('sha256', '0'.repeat(64)),
    uploadedBy: textOf('uploadedBy', 'sim'),
    uploadedAt: textOf('uploadedAt', '2000-01-01T00:00:00+08:00'),
  };
}
