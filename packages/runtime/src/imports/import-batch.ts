import type { FormDefinition, Issue, RegisterDefinition } from '@careway/definition';
import { AREA_COLUMN, checkRecordAnswers, formIssue, readRegisterRow, registerForm, type RegisterHeader } from '@careway/forms';
import type { RecordCause, StoredRecord } from '../ports/register-store.js';
import { buildRecord, recordKey, type RecordValues } from '../registers/build-record.js';
import { checkReferences } from '../registers/check-references.js';
import { mergeRecord } from '../registers/merge-record.js';
import type { RecordReader } from '../registers/record-reader.js';
import { registerIssue } from '../registers/register-messages.js';
import type { ImportRow } from './import-rows.js';

/** What becomes of a row. */
export type RowOutcome =
  | { readonly line: number; readonly kind: 'wrong'; readonly issues: readonly Issue[] }
  | { readonly line: number; readonly kind: 'same'; readonly known: StoredRecord }
  | {
      readonly line: number;
      readonly kind: 'added' | 'changed';
      readonly known?: StoredRecord | undefined;
      /** The version to write. Sealing its numbers takes time, so it is made only where it is needed. */
      readonly record: () => StoredRecord;
    };

export interface ImportPlan {
  readonly reader: RecordReader;
  readonly definition: RegisterDefinition;
  readonly header: Pick<RegisterHeader, 'columns'>;
  readonly areas: ImportAreas;
  readonly cause: RecordCause;
  /** Line on which each key of the file stood first. */
  readonly seen: Map<string, number>;
}

/** Areas that rows may name. */
export interface ImportAreas {
  /** Path by id and by label; of labels that several areas have, none. */
  readonly paths: ReadonlyMap<string, string>;
  /** Path of rows that name no area. */
  readonly chosen?: string;
}

/** The areas in which the viewer may add records. */
export function importAreas({ parts, scope }: RecordReader, definition: RegisterDefinition, chosen: string | undefined): ImportAreas {
  const paths = new Map<string, string>();
  const twice = new Set<string>();
  const areas = scope.editAreas(definition);
  for (const { id, label } of areas) {
    for (const name of new Set([label['zh-CN'], label.en])) {
      if (paths.has(name)) twice.add(name);
      paths.set(name, parts.areas.pathText(id));
    }
  }
  for (const name of twice) paths.delete(name);
  for (const { id } of areas) paths.set(id, parts.areas.pathText(id));
  const path = chosen === undefined ? undefined : paths.get(chosen);
  return { paths, ...(path === undefined ? {} : { chosen: path }) };
}

interface ReadRow {
  readonly line: number;
  readonly key: string;
  readonly area: unknown;
  readonly data: Readonly<Record<string, unknown>>;
  readonly masked: Readonly<Record<string, string>>;
  readonly issues: readonly Issue[];
}

/** Reads rows against the records as they are now. Nothing is written; the same rows give the same outcomes until a record changes. */
export async function planRows(plan: ImportPlan, rows: readonly ImportRow[]): Promise<readonly RowOutcome[]> {
  const { reader, definition } = plan;
  const form = registerForm(definition);
  const read = rows.map((row) => readRow(plan, form, row));
  const keys = read.flatMap(({ key }) => (key === '' ? [] : [key]));
  const known = await reader.parts.store.registers.getAll(definition.id, keys);
  const references = await checkReferences(
    reader,
    definition.fields,
    read.map(({ data }) => data),
  );
  return read.map((row, index) => outcomeOf(plan, { ...row, issues: [...row.issues, ...(references[index] ?? [])] }, known.get(row.key)));
}

function readRow({ reader, definition, header, seen, cause }: ImportPlan, form: FormDefinition, { line, cells }: ImportRow): ReadRow {
  const { [AREA_COLUMN.id]: area, ...answers } = readRegisterRow(form, header, cells);
  const { data, masked, issues } = checkRecordAnswers(form, answers, { today: cause.at.slice(0, 10) });
  const key = recordKey(reader.parts.sealer, definition, data as RecordValues);
  const twice = key === '' ? undefined : seen.get(key);
  if (key !== '' && twice === undefined) seen.set(key, line);
  const repeated = twice === undefined ? [] : [registerIssue('DUPLICATE_IN_FILE', `/${definition.key}`, { other: twice })];
  return { line, key, area, data, masked, issues: [...issues, ...repeated] };
}

function outcomeOf(plan: ImportPlan, row: ReadRow, known: StoredRecord | undefined): RowOutcome {
  const { reader, definition } = plan;
  const { line, key, data, masked } = row;
  const wrong = (issues: readonly Issue[]): RowOutcome => ({ line, kind: 'wrong', issues });
  // Nothing of a record that lies elsewhere is told, not even whether the row differs from it.
  if (known && !reader.scope.mayEdit(definition, known)) return wrong([registerIssue('REGISTERED_ELSEWHERE', `/${definition.key}`)]);
  if (row.issues.length > 0) return wrong(row.issues);
  const merged = mergeRecord(reader.parts.sealer, { definition, known, answers: { data, masked } });
  const place = placeOf(plan, row.area, known);
  const issues = [...merged.issues, ...place.issues];
  if (issues.length > 0) return wrong(issues);
  if (known && merged.changed.length === 0 && place.path === known.path) return { line, kind: 'same', known };
  const record = () =>
    buildRecord(reader.parts.sealer, {
      definition,
      registers: reader.registers,
      values: merged.values,
      path: place.path,
      version: (known?.version ?? 0) + 1,
      validOn: plan.cause.at.slice(0, 10),
      cause: plan.cause,
      ...(known ? { key, subject: known.subject } : {}),
    });
  return { line, kind: known ? 'changed' : 'added', known, record };
}

/** Where the record lies from now on: as the row says, else as it did, else as chosen for the file. */
function placeOf(
  { definition, areas }: ImportPlan,
  named: unknown,
  known: StoredRecord | undefined,
): { readonly path: string; readonly issues: readonly Issue[] } {
  if (definition.scope === 'tenant') return { path: '/', issues: [] };
  const name = typeof named === 'string' ? named.trim() : '';
  const path = name === '' ? (known?.path ?? areas.chosen) : areas.paths.get(name);
  if (path !== undefined) return { path, issues: [] };
  const at = `/${AREA_COLUMN.id}`;
  const issue = name === '' ? formIssue('ANSWER_MISSING', at, { label: AREA_COLUMN.label }) : registerIssue('AREA_UNKNOWN', at, { name });
  return { path: '/', issues: [issue] };
}
