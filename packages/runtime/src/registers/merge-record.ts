import type { Issue, LocalizedText, RegisterDefinition, RegisterField } from '@careway/definition';
import type { FactScalar } from '@careway/engine';
import { formIssue, type RecordAnswers } from '@careway/forms';
import { isSealed, type Sealer } from '../crypto/sealer.js';
import type { StoredRecord } from '../ports/register-store.js';
import type { RecordValues } from './build-record.js';
import { registerIssue } from './register-messages.js';

export interface MergeInput {
  readonly definition: RegisterDefinition;
  /** The record as it is; missing for a new one. */
  readonly known: Pick<StoredRecord, 'values'> | undefined;
  readonly answers: Pick<RecordAnswers, 'data' | 'masked'>;
  /** Fields whose value is taken away. */
  readonly cleared?: readonly string[];
}

export interface MergedRecord {
  /** All values, new ones in clear. */
  readonly values: RecordValues;
  /** Fields whose value differs from before. */
  readonly changed: readonly string[];
  readonly issues: readonly Issue[];
}

/** Answers put into a record: what is not answered stays, masked numbers mean "as it is", whom it is about never changes. */
export function mergeRecord(sealer: Sealer, input: MergeInput): MergedRecord {
  const { definition, known, answers, cleared = [] } = input;
  const values: Record<string, FactScalar> = { ...(known?.values as Record<string, FactScalar> | undefined) };
  const changed: string[] = [];
  const issues: Issue[] = [];
  for (const field of definition.fields) {
    const { id, label } = field;
    const before = values[id];
    const hint = answers.masked[id];
    if (hint !== undefined && !(isSealed(before) && before.hint === hint)) {
      issues.push(formIssue('MASKED_VALUE', `/${id}`, { label }));
      continue;
    }
    const answer = storedText(answers.data[id]);
    const next = cleared.includes(id) ? undefined : (answer ?? before);
    if (next === undefined && isRequired(definition, field)) issues.push(missing(field));
    if (isSame(sealer, before, next)) continue;
    if (known && isFixed(definition, id)) issues.push(registerIssue('KEY_FIXED', `/${id}`, words(label)));
    changed.push(id);
    if (next === undefined) delete values[id];
    else values[id] = next;
  }
  return { values, changed, issues };
}

/** Label in both languages for the params of an issue. */
export function words(label: LocalizedText): { readonly label: string; readonly labelEn: string } {
  return { label: label['zh-CN'], labelEn: label.en };
}

function isRequired(definition: RegisterDefinition, { id, required }: RegisterField): boolean {
  return required === true || id === definition.key || id === definition.name;
}

/** What tells whom a record is about. */
function isFixed(definition: RegisterDefinition, id: string): boolean {
  return id === definition.key || id === definition.subject;
}

function missing({ id, label, type }: RegisterField): Issue {
  const chosen = type === 'boolean' || type === 'code';
  return formIssue(chosen ? 'CHOICE_MISSING' : 'ANSWER_MISSING', `/${id}`, { label });
}

function storedText(answer: unknown): FactScalar | undefined {
  if (answer === undefined || answer === null || answer === '') return undefined;
  return typeof answer === 'boolean' ? answer : String(answer as string | number);
}

/** A sealed number is compared by its keyed hash. */
function isSame(sealer: Sealer, before: FactScalar | undefined, next: FactScalar | undefined): boolean {
  if (isSealed(before)) return isSealed(next) ? before.key === next.key : typeof next === 'string' && before.key === sealer.searchKey(next);
  return before === next;
}
