import type { RegisterDefinition, RegisterField } from '@careway/definition';
import type { FactScalar } from '@careway/engine';
import { isSealed, type Sealer } from '../crypto/sealer.js';
import type { RecordCause, StoredRecord } from '../ports/register-store.js';
import { organisationSubject } from '../scope/viewer-scope.js';

/** Values of a record by field; identity and phone numbers in clear or sealed. */
export type RecordValues = Readonly<Record<string, FactScalar | number | undefined>>;

export interface RecordInput {
  readonly definition: RegisterDefinition;
  /** The other registers, for whom a reference is about. */
  readonly registers: ReadonlyMap<string, RegisterDefinition>;
  readonly values: RecordValues;
  /** Area path; ignored by registers of the whole tenant. */
  readonly path: string;
  readonly version: number;
  readonly validOn: string;
  readonly cause: RecordCause;
  /** Known already, where the values need not hold it. */
  readonly key?: string;
  /** Where the name field holds an opaque id: the name it stands for. */
  readonly name?: string;
  /** Known already; a record is about the same person for ever. */
  readonly subject?: string;
}

/** A version of a record as it is stored: numbers sealed, with key, name, subject and the texts by which it is found. */
export function buildRecord(sealer: Sealer, input: RecordInput): StoredRecord {
  const { definition } = input;
  const values = sealedValues(sealer, definition, input.values);
  const key = input.key ?? textOf(values[definition.key]);
  return {
    register: definition.id,
    key,
    version: input.version,
    validOn: input.validOn,
    name: input.name ?? shownText(values[definition.name]),
    path: definition.scope === 'tenant' ? '/' : input.path,
    subject: input.subject ?? subjectOfRecord(sealer, input, { values, key }),
    status: textOf(values[definition.statusField ?? '']),
    until: lastDay(textOf(values[definition.validUntilField ?? ''])),
    indexed: indexedTexts(sealer, definition, values),
    values: values as StoredRecord['values'],
    cause: input.cause,
  };
}

/** The key of a record with these values, and '' where the key is missing. */
export function recordKey(sealer: Sealer, definition: RegisterDefinition, values: RecordValues): string {
  const value = values[definition.key];
  const type = definition.fields.find(({ id }) => id === definition.key)?.type;
  if (value === undefined || isSealed(value)) return textOf(value);
  return type === 'identity' ? sealer.searchKey(String(value)) : String(value);
}

/** Identity and phone numbers sealed, integers as text, empty values left out. */
export function sealedValues(sealer: Sealer, definition: RegisterDefinition, values: RecordValues): Record<string, FactScalar> {
  const sealed: Record<string, FactScalar> = {};
  for (const { id, type } of definition.fields) {
    const value = values[id];
    if (value === undefined || value === '') continue;
    if ((type === 'identity' || type === 'phone') && typeof value === 'string') sealed[id] = sealer.value(type, value);
    else sealed[id] = typeof value === 'number' ? String(value) : value;
  }
  return sealed;
}

/** The text by which an indexed field with this value is found. */
export function indexText(sealer: Sealer, { reference }: RegisterField, value: FactScalar): string {
  return reference?.by === 'subject' && isSealed(value) ? sealer.subject(value.key) : textOf(value);
}

/** Opaque id of the person or organisation that a record with this key is about. */
export function subjectOfKey(sealer: Sealer, definition: RegisterDefinition, key: string): string {
  const type = definition.fields.find(({ id }) => id === definition.key)?.type;
  return type === 'identity' ? sealer.subject(key) : organisationSubject(key);
}

function subjectOfRecord(
  sealer: Sealer,
  { definition, registers }: RecordInput,
  { values, key }: { readonly values: Record<string, FactScalar>; readonly key: string },
): string {
  const field = definition.fields.find(({ id }) => id === definition.subject);
  const value = field && values[field.id];
  if (!field?.reference || value === undefined) return subjectOfKey(sealer, definition, key);
  const target = registers.get(field.reference.register);
  if (field.reference.by === 'subject' || !target) return indexText(sealer, field, value);
  return subjectOfKey(sealer, target, textOf(value));
}

function indexedTexts(sealer: Sealer, definition: RegisterDefinition, values: Record<string, FactScalar>): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const field of definition.fields) {
    const value = values[field.id];
    if (field.indexed && value !== undefined) texts[field.id] = indexText(sealer, field, value);
  }
  return texts;
}

function textOf(value: FactScalar | undefined): string {
  return value === undefined ? '' : isSealed(value) ? value.key : String(value);
}

function shownText(value: FactScalar | undefined): string {
  return isSealed(value) ? value.hint : value === undefined ? '' : String(value);
}

/** A date as it is; of a month its last day. */
function lastDay(text: string): string {
  const month = /^(\d{4})-(\d{2})$/.exec(text);
  if (!month) return text;
  return new Date(Date.UTC(Number(month[1]), Number(month[2]), 0)).toISOString().slice(0, 10);
}
