import type { FactDefinition, FormDefinition, WorkflowDefinition } from '@careway/definition';
import type { AttachmentRef, FactScalar, ValidatedSubmission } from '@careway/engine';
import {
  birthDates,
  type CleanSubmission,
  isRowTable,
  sensitiveFields,
  type SubmissionFacts,
  submissionFacts,
  submissionRows,
} from '@careway/forms';
import { isSealed, type Sealer } from '../crypto/sealer.js';
import { organisationSubject } from '../scope/viewer-scope.js';

type Scalars = Readonly<Record<string, boolean | string>>;
type Sealed = Record<string, FactScalar>;

export interface SealOptions {
  readonly sealer: Sealer;
  readonly form: FormDefinition;
  readonly formHash: string;
  readonly workflow: WorkflowDefinition;
  readonly attachments: readonly AttachmentRef[];
  /** Opaque id of who applies: a row that names nobody is about the applicant. */
  readonly applicant?: string | undefined;
  /** Of a supplement the whole file as it now is: a form that is one row itself makes its row of it. */
  readonly whole?: CleanSubmission;
}

/** Turns a clean submission into what the engine takes: identity and phone numbers sealed, every row with the opaque id of its person. */
export function sealSubmission(data: CleanSubmission, options: SealOptions): ValidatedSubmission {
  const { form, formHash, workflow, attachments } = options;
  const found = submissionFacts(form, data);
  const { items } = workflow;
  const otherTables = Object.entries(found.tables).filter(([field]) => field !== items?.field);
  return {
    validated: true,
    form: { id: form.id, hash: formHash },
    answers: {
      ...sealedAnswers(options, found.answers, workflow.facts),
      ...Object.fromEntries(otherTables.map(([field, rows]) => [field, rows.map((row) => sealedColumns(options, field, row))])),
    },
    rows: items ? rowsOf(options, items, found) : [],
    attachments,
    ...(items ? { ofFiler: isRowTable(form, items.field) ? 'all' : filerFields(form) } : {}),
  };
}

/** Fields of a form about one person that tell about whoever files it. */
function filerFields({ fields }: FormDefinition): readonly string[] {
  return fields.filter(({ about }) => about === 'filer').map(({ id }) => id);
}

type Items = NonNullable<WorkflowDefinition['items']>;

function rowsOf(options: SealOptions, items: Items, found: SubmissionFacts): ValidatedSubmission['rows'] {
  const { form, whole } = options;
  const table = isRowTable(form, items.field);
  const rows = submissionRows(form, !table && whole ? submissionFacts(form, whole) : found, items.field);
  return rows.map((row) => {
    const values = table
      ? sealedColumns(options, items.field, row, items.facts)
      : sealedAnswers(options, withoutFiler(form, row), items.facts);
    return { subject: rowSubject(options, values), values };
  });
}

/** The row that a form is does not tell about whoever files it. */
function withoutFiler(form: FormDefinition, row: Scalars): Scalars {
  const filer = filerFields(form);
  return Object.fromEntries(Object.entries(row).filter(([id]) => !filer.includes(id)));
}

type Facts = readonly FactDefinition[];

function sealedAnswers({ form, sealer }: SealOptions, answers: Scalars, facts: Facts): Sealed {
  const { fields } = sensitiveFields(form);
  const kinds = widgetKinds(form);
  return sealed({ ...answers, ...birthDates(facts, answers) }, fields, (id, value) => sealer.value(kinds.get(id) ?? 'phone', value));
}

function sealedColumns({ form, sealer }: SealOptions, field: string, row: Scalars, facts: Facts = []): Sealed {
  const columns = sensitiveFields(form).columns[field] ?? [];
  const kinds = widgetKinds(form);
  return sealed({ ...row, ...birthDates(facts, row) }, columns, (id, value) =>
    sealer.value(kinds.get(`${field}.${id}`) ?? 'identity', value),
  );
}

function sealed(values: Scalars, ids: readonly string[], seal: (id: string, value: string) => FactScalar): Sealed {
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, ids.includes(id) && typeof value === 'string' ? seal(id, value) : value]),
  );
}

/** The same person has the same opaque id in every case; an organisation that applies for itself has the id that it has as a party. */
function rowSubject({ sealer, workflow, applicant }: SealOptions, values: Sealed): string {
  const fact = workflow.items?.facts.find(({ id }) => id === workflow.items?.subject);
  const value = values[fact?.from.field ?? fact?.id ?? ''];
  if (isSealed(value)) return sealer.subject(value.key);
  if (value === undefined) return applicant ?? sealer.subject(JSON.stringify(values));
  return applicant === organisationSubject(String(value)) ? applicant : sealer.subject(sealer.searchKey(String(value)));
}

function widgetKinds(form: FormDefinition): ReadonlyMap<string, 'identity' | 'phone'> {
  const kinds = new Map<string, 'identity' | 'phone'>();
  const add = (id: string, widget: string) => {
    if (widget === 'identity' || widget === 'phone') kinds.set(id, widget);
  };
  for (const field of form.fields) {
    add(field.id, field.widget);
    for (const column of field.columns ?? []) add(`${field.id}.${column.id}`, column.widget);
  }
  return kinds;
}

/** Stored answers as they were filed: sealed values by their hint, without the birth dates that were added beside identity numbers. */
export function shownAnswers(answers: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const added = (id: string) => isSealed(answers[id.replace(/_birth_date$/, '')]) && id.endsWith('_birth_date');
  return Object.fromEntries(Object.entries(answers).flatMap(([id, value]) => (added(id) ? [] : [[id, maskSealed(value)]])));
}

/** What may be shown of stored answers: sealed values by their hint. */
export function maskSealed(value: unknown): unknown {
  if (isSealed(value)) return value.hint;
  if (Array.isArray(value)) return value.map(maskSealed);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([id, inner]) => [id, maskSealed(inner)]));
  return value;
}
