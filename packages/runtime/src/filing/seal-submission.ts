import type { FormDefinition, WorkflowDefinition } from '@careway/definition';
import type { AttachmentRef, FactScalar, ValidatedSubmission } from '@careway/engine';
import { type CleanSubmission, sensitiveFields, submissionFacts } from '@careway/forms';
import { isSealed, type Sealer } from '../crypto/sealer.js';

type Scalars = Readonly<Record<string, boolean | string>>;
type Sealed = Record<string, FactScalar>;

export interface SealOptions {
  readonly sealer: Sealer;
  readonly form: FormDefinition;
  readonly formHash: string;
  readonly workflow: WorkflowDefinition;
  readonly attachments: readonly AttachmentRef[];
}

/** Turns a clean submission into what the engine takes: identity and phone numbers sealed, every row with the opaque id of its person. */
export function sealSubmission(data: CleanSubmission, options: SealOptions): ValidatedSubmission {
  const { sealer, form, formHash, workflow } = options;
  const { answers, tables } = submissionFacts(form, data);
  const sensitive = sensitiveFields(form);
  const kinds = widgetKinds(form);
  const seal = (values: Scalars, ids: readonly string[], kind: (id: string) => 'identity' | 'phone'): Sealed =>
    Object.fromEntries(
      Object.entries(values).map(([id, value]) => [
        id,
        ids.includes(id) && typeof value === 'string' ? sealer.value(kind(id), value) : value,
      ]),
    );
  const itemField = workflow.items?.field;
  const sealedTables = Object.entries(tables).map(([field, rows]) => {
    const columns = sensitive.columns[field] ?? [];
    return [field, rows.map((row) => seal(row, columns, (id) => kinds.get(`${field}.${id}`) ?? 'identity'))] as const;
  });
  const rows = sealedTables.find(([field]) => field === itemField)?.[1] ?? [];
  const otherTables = sealedTables.filter(([field]) => field !== itemField);
  return {
    validated: true,
    form: { id: form.id, hash: formHash },
    answers: { ...seal(answers, sensitive.fields, (id) => kinds.get(id) ?? 'phone'), ...Object.fromEntries(otherTables) },
    rows: rows.map((values) => ({ subject: rowSubject(sealer, workflow, values), values })),
    attachments: options.attachments,
  };
}

/** The same person has the same opaque id in every case. */
function rowSubject(sealer: Sealer, workflow: WorkflowDefinition, values: Sealed): string {
  const fact = workflow.items?.facts.find(({ id }) => id === workflow.items?.subject);
  const value = values[fact?.from.field ?? fact?.id ?? ''];
  const known = isSealed(value) ? value.key : value === undefined ? JSON.stringify(values) : sealer.searchKey(String(value));
  return sealer.subject(known);
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

/** What may be shown of stored answers: sealed values by their hint. */
export function maskSealed(value: unknown): unknown {
  if (isSealed(value)) return value.hint;
  if (Array.isArray(value)) return value.map(maskSealed);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([id, inner]) => [id, maskSealed(inner)]));
  return value;
}
