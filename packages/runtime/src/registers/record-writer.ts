import { canonicalJson, type Issue, type RegisterDefinition } from '@careway/definition';
import { checkRecordAnswers, formIssue, isDateText, type RecordAnswers, registerForm } from '@careway/forms';
import { actorKey } from '../filing/file-case.js';
import type { StoredRecord } from '../ports/register-store.js';
import type { WriteOptions } from '../runtime.js';
import type { RecordInput, RegisterReply } from '../runtime-registers.js';
import type { RecordView } from '../views.js';
import { buildRecord, recordKey, type RecordValues } from './build-record.js';
import { checkReferences } from './check-references.js';
import { mergeRecord, type MergedRecord } from './merge-record.js';
import { recordDifferences, sinceWords } from './record-conflict.js';
import type { RecordReader } from './record-reader.js';
import { type RegisterRefusalCode, registerIssue, registerRefusal } from './register-messages.js';

type Reply = RegisterReply<RecordView>;
type Failed = Exclude<Reply, { ok: true }>;

interface Request {
  readonly definition: RegisterDefinition;
  readonly input: RecordInput;
  /** Remembers the request, so that it is done once. */
  readonly name: string;
  readonly body: string;
  /** The same as the record remembers it. */
  readonly mark: string;
}

/** Adds and changes records by hand, never without a reason; each change from the version that was seen. */
export class RecordWriter {
  constructor(readonly reader: RecordReader) {}

  async create(register: string, input: RecordInput, options: WriteOptions): Promise<Reply> {
    const definition = this.reader.definition(register);
    if (!definition) return { ok: false, kind: 'not-found' };
    const request = this.#request(definition, input, { options, id: '' });
    const earlier = await this.#earlier(request);
    if (earlier) return earlier;
    const refused = this.mayKeep(definition);
    if (refused) return refused;
    const area = this.#newArea(definition, input.area);
    const answers = this.#answers(request);
    const key = recordKey(this.reader.parts.sealer, definition, answers.data as RecordValues);
    const known = key === '' ? undefined : await this.reader.parts.store.registers.get(register, key);
    if (known?.cause.request === request.mark) return this.#done(request, known);
    if (known) return refusal(this.reader.scope.sees(definition, known) ? 'RECORD_EXISTS' : 'REGISTERED_ELSEWHERE');
    const merged = mergeRecord(this.reader.parts.sealer, { definition, known: undefined, answers });
    const issues = [...(await this.#issuesOf(request, answers, merged)), ...area.issues];
    if (issues.length > 0) return { ok: false, kind: 'issues', issues };
    const record = this.#built(request, merged, { path: area.path });
    if (!(await this.reader.parts.store.registers.put(record))) return this.create(register, input, options);
    return this.#done(request, record);
  }

  async change(register: string, id: string, input: RecordInput, options: WriteOptions): Promise<Reply> {
    const found = await this.reader.stored(register, id);
    if (!found) return { ok: false, kind: 'not-found' };
    const { definition, record } = found;
    const request = this.#request(definition, input, { options, id });
    const earlier = await this.#earlier(request);
    if (earlier) return earlier;
    const refused = this.mayKeep(definition, record);
    if (refused) return refused;
    if (record.cause.request === request.mark) return this.#done(request, record);
    const base = await this.#base(record, options.ifVersion);
    const cleared = Object.entries(input.values).flatMap(([field, value]) => (value === null ? [field] : []));
    const answers = this.#answers(request);
    const merged = mergeRecord(this.reader.parts.sealer, { definition, known: base, answers, cleared });
    const area = this.#movedArea(definition, record, input.area);
    const issues = [...(await this.#issuesOf(request, answers, merged)), ...area.issues];
    if (issues.length > 0) return { ok: false, kind: 'issues', issues };
    const next = this.#built(request, merged, { path: area.path, known: base });
    if (base.version !== record.version) return this.#conflict(definition, { base, mine: next, theirs: record });
    if (merged.changed.length === 0 && next.path === record.path) return refusal('NOTHING_CHANGED');
    if (await this.reader.parts.store.registers.put(next)) return this.#done(request, next);
    return this.change(register, id, input, options);
  }

  /** The refusal for somebody who does not keep this register, or not this record. */
  mayKeep(definition: RegisterDefinition, record?: StoredRecord): Failed | undefined {
    const { scope } = this.reader;
    const may = record ? scope.mayEdit(definition, record) : scope.keeps(definition);
    if (may) return undefined;
    const editors = scope.editors(definition);
    return editors ? refusal('NOT_YOUR_REGISTER', { editors }) : refusal('WRITTEN_BY_CASES');
  }

  #request(definition: RegisterDefinition, input: RecordInput, { options, id }: { options: WriteOptions; id: string }): Request {
    const { sealer } = this.reader.parts;
    const name = `record ${actorKey(this.reader.scope.scope.person?.id ?? '', options.idempotencyKey)}`;
    const body = sealer.sign(canonicalJson(JSON.parse(JSON.stringify([definition.id, id, input]))));
    return { definition, input, name, body, mark: sealer.sign(`${name} ${body}`).slice(0, 32) };
  }

  /** The answer to the same request before; the same key for something else is refused. */
  async #earlier({ definition, name, body }: Request): Promise<Reply | undefined> {
    const text = await this.reader.parts.store.settings.get(name);
    if (text === undefined) return undefined;
    const earlier = JSON.parse(text) as { readonly body: string; readonly key: string };
    if (earlier.body !== body) return { ok: false, kind: 'key-reused' };
    const record = await this.reader.parts.store.registers.get(definition.id, earlier.key);
    if (!record) return { ok: false, kind: 'not-found' };
    return { ok: true, value: await this.reader.view(definition, record), replayed: true };
  }

  async #done({ definition, name, body }: Request, record: StoredRecord): Promise<Reply> {
    await this.reader.parts.store.settings.set(name, JSON.stringify({ body, key: record.key }));
    return { ok: true, value: await this.reader.view(definition, record), replayed: false };
  }

  #answers({ definition, input }: Request): RecordAnswers {
    const overrides = Object.fromEntries(definition.fields.flatMap(({ id, format }) => (format ? [[`/${id}`, input.reason]] : [])));
    const given = Object.fromEntries(Object.entries(input.values).filter(([, value]) => value !== null));
    return checkRecordAnswers(registerForm(definition), given, { today: this.#today, overrides });
  }

  async #issuesOf({ definition, input }: Request, answers: RecordAnswers, merged: MergedRecord): Promise<readonly Issue[]> {
    const [references = []] = await checkReferences(this.reader, definition.fields, [answers.data]);
    const validOn = { 'zh-CN': '生效日期', en: 'Day from which it holds' };
    const { validOn: day = this.#today } = input;
    const dated = isDateText(day) ? [] : [formIssue('NEEDS_DATE', '/validOn', { label: validOn })];
    const late = dated.length === 0 && day > this.#today ? [formIssue('TOO_LATE', '/validOn', { label: validOn, limit: this.#today })] : [];
    const unread = new Set(answers.issues.map(({ path }) => path));
    const issues = [...answers.issues, ...merged.issues.filter(({ path }) => !unread.has(path)), ...references];
    return [
      ...issues.map((issue) => ({ ...issue, path: `/values${issue.path}` })),
      ...dated,
      ...late,
      ...(input.reason.trim() === '' ? [registerIssue('REASON_MISSING', '/reason')] : []),
    ];
  }

  #newArea(definition: RegisterDefinition, area: string | undefined): { readonly path: string; readonly issues: readonly Issue[] } {
    if (definition.scope === 'tenant') return { path: '/', issues: [] };
    if (area === undefined) return { path: '/', issues: [registerIssue('AREA_MISSING', '/area')] };
    const path = this.reader.parts.areas.pathText(area);
    const mine = this.reader.scope.editPaths(definition).some((prefix) => path.startsWith(prefix));
    return mine ? { path, issues: [] } : { path, issues: [registerIssue('AREA_UNKNOWN', '/area', { name: area })] };
  }

  #movedArea(definition: RegisterDefinition, { path }: StoredRecord, area: string | undefined) {
    return area === undefined ? { path, issues: [] } : this.#newArea(definition, area);
  }

  /** The version that the writer saw; the current one where there was none of that number. */
  async #base(record: StoredRecord, seen: number | undefined): Promise<StoredRecord> {
    if (seen === undefined || seen === record.version) return record;
    const versions = await this.reader.parts.store.registers.history(record.register, record.key);
    return versions[seen - 1] ?? { ...record, version: 0 };
  }

  #built(
    { definition, input, mark }: Request,
    { values }: MergedRecord,
    { path, known }: { readonly path: string; readonly known?: StoredRecord },
  ): StoredRecord {
    const { parts, registers, scope } = this.reader;
    const namedElsewhere = definition.fields.find(({ id }) => id === definition.name)?.reference?.by === 'subject';
    return buildRecord(parts.sealer, {
      definition,
      registers,
      values,
      path,
      version: (known?.version ?? 0) + 1,
      validOn: input.validOn ?? this.#today,
      cause: { at: parts.time.now(), source: 'manual', by: scope.scope.person?.id ?? '', reason: input.reason.trim(), request: mark },
      ...(known ? { key: known.key, subject: known.subject, ...(namedElsewhere ? { name: known.name } : {}) } : {}),
    });
  }

  async #conflict(
    definition: RegisterDefinition,
    sides: { readonly base: StoredRecord; readonly mine: StoredRecord; readonly theirs: StoredRecord },
  ): Promise<Failed> {
    const people = await this.reader.tools.people.all();
    const differences = await recordDifferences({ definition, shown: this.reader.shown(), people, ...sides });
    const since = sinceWords({ people, theirs: sides.theirs });
    return { ok: false, kind: 'record-conflict', current: sides.theirs.version, since, differences };
  }

  get #today(): string {
    return this.reader.parts.time.now().slice(0, 10);
  }
}

function refusal(code: RegisterRefusalCode, words?: Parameters<typeof registerRefusal>[1]): Failed {
  return { ok: false, kind: 'refused', refusal: registerRefusal(code, words) };
}
