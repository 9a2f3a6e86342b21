import type { RegisterDefinition } from '@careway/definition';
import { isSealed } from '../crypto/sealer.js';
import { limitOf, offsetOf, pageOf } from '../facade/paging.js';
import type { ReadingTools } from '../facade/tenant-tools.js';
import type { RowData } from '../listing/listing-rows.js';
import type { TenantParts } from '../loop/tenant-parts.js';
import type { StoredRecord } from '../ports/register-store.js';
import type { RecordListQuery } from '../runtime-registers.js';
import { caseRow } from '../views/list-views.js';
import type { CaseRow, Page, RecordRow, RecordVersionView, RecordView, RegisterView } from '../views.js';
import { recordHistory, recordValues } from './record-history.js';
import { recordKeyOf } from './record-id.js';
import { areaOfPath, hiddenFields, recordRow, rowHead, storeQuery } from './record-rows.js';
import type { RegisterScope } from './register-scope.js';
import { registerView } from './register-view.js';
import { registersInForce } from './registers-in-force.js';
import { relatedRecords } from './related-records.js';
import { ShownValues } from './shown-values.js';

/** Cases beside a record. */
const casesShown = 50;

/** Registers as one viewer may read them. Another area's record is not there. */
export class RecordReader {
  readonly parts: TenantParts;

  constructor(
    readonly tools: ReadingTools,
    readonly scope: RegisterScope,
  ) {
    this.parts = tools.parts;
  }

  get registers(): ReadonlyMap<string, RegisterDefinition> {
    return registersInForce(this.parts, this.scope.scope).registers;
  }

  /** The definition of a register, for viewers who may look into registers at all. */
  definition(register: string): RegisterDefinition | undefined {
    return this.scope.scope.paths.length > 0 ? this.registers.get(register) : undefined;
  }

  async all(): Promise<readonly RegisterView[]> {
    if (this.scope.scope.paths.length === 0) return [];
    return Promise.all([...this.registers.values()].map((definition) => registerView(this.parts, this.scope, definition)));
  }

  async one(register: string): Promise<RegisterView | undefined> {
    const definition = this.definition(register);
    return definition && registerView(this.parts, this.scope, definition);
  }

  async list(register: string, query: RecordListQuery): Promise<Page<RecordRow> | undefined> {
    const definition = this.definition(register);
    if (!definition) return undefined;
    const offset = offsetOf(query.cursor);
    const { records, total } = await this.#found(definition, query, { offset, limit: limitOf(query.limit) });
    const shown = this.shown();
    const rows = await Promise.all(records.map((record) => recordRow(shown, definition, record)));
    return pageOf(rows, { offset, total });
  }

  /** The records that a query finds, within the viewer's areas. */
  async found(register: string, query: RecordListQuery, limit: number) {
    const definition = this.definition(register);
    return definition && { definition, ...(await this.#found(definition, query, { offset: 0, limit })) };
  }

  /** The record as it is stored, when the viewer may see it. */
  async stored(
    register: string,
    id: string,
  ): Promise<{ readonly definition: RegisterDefinition; readonly record: StoredRecord } | undefined> {
    const definition = this.definition(register);
    const record = definition && (await this.parts.store.registers.get(register, recordKeyOf(id)));
    return record && this.scope.sees(definition, record) ? { definition, record } : undefined;
  }

  async record(register: string, id: string): Promise<RecordView | undefined> {
    const found = await this.stored(register, id);
    if (!found) return undefined;
    await this.looked(found.record, { what: 'record' });
    return this.view(found.definition, found.record);
  }

  async view(definition: RegisterDefinition, record: StoredRecord): Promise<RecordView> {
    const shown = this.shown();
    const versions = await this.parts.store.registers.history(record.register, record.key);
    const people = await this.tools.people.all();
    const row = await recordRow(shown, definition, record);
    const areaId = definition.scope === 'area' ? areaOfPath(record.path) : undefined;
    return {
      ...rowHead(this.parts, definition, record),
      values: row.values,
      register: definition.id,
      ...(areaId === undefined ? {} : { areaId }),
      known: await recordValues({ shown, definition, people, versions }),
      mayEdit: this.scope.mayEdit(definition, record),
      hidden: hiddenFields(definition, record),
      cases: await this.#cases(record),
      related: await relatedRecords(shown, record),
    };
  }

  async history(register: string, id: string): Promise<readonly RecordVersionView[] | undefined> {
    const found = await this.stored(register, id);
    if (!found) return undefined;
    const { definition, record } = found;
    await this.looked(record, { what: 'history' });
    const versions = await this.parts.store.registers.history(register, record.key);
    return recordHistory({ shown: this.shown(), definition, people: await this.tools.people.all(), versions });
  }

  async reveal(register: string, id: string, why: string): Promise<Readonly<Record<string, string>> | undefined> {
    const found = await this.stored(register, id);
    if (!found) return undefined;
    await this.looked(found.record, { what: 'reveal', why });
    const { values } = found.record;
    return Object.fromEntries(
      hiddenFields(found.definition, found.record).flatMap((field) => {
        const value: unknown = values[field];
        return isSealed(value) ? [[field, this.parts.sealer.open(value.sealed)]] : [];
      }),
    );
  }

  shown(): ShownValues {
    const { registers, services } = registersInForce(this.parts, this.scope.scope);
    return new ShownValues(this.parts, this.scope, registers, services);
  }

  /** Enters in the access log that somebody looked at a record, or took a list of a register away. */
  async looked(
    { register, key, subject }: { readonly register: string; readonly key?: string; readonly subject?: string },
    entry: { readonly what: string; readonly why?: string },
  ): Promise<void> {
    const { person } = this.scope.scope;
    if (!person) return;
    const record = { register, ...(key === undefined ? {} : { key }) };
    const about = subject === undefined ? {} : { subject };
    await this.parts.store.access.add({ at: this.parts.time.now(), person: person.id, record, ...about, ...entry });
  }

  #found(definition: RegisterDefinition, query: RecordListQuery, page: { readonly offset: number; readonly limit: number }) {
    const paths = this.scope.seenPaths(definition);
    const asked = { ...storeQuery(this.parts, definition, query), ...(paths ? { paths } : {}), ...page };
    return this.parts.store.registers.find(definition.id, asked);
  }

  /** Cases about the same person or organisation, within the viewer's areas, newest first. */
  async #cases({ subject, key }: StoredRecord): Promise<readonly CaseRow[]> {
    const { scope } = this.scope;
    const { rows } = await this.parts.store.cases.list({
      list: 'case',
      paths: scope.paths,
      terms: [`s:${subject}`, `k:${key}`],
      sort: 'opened',
      offset: 0,
      limit: casesShown,
    });
    const context = { parts: this.parts, scope, people: await this.tools.people.all(), now: this.parts.time.now() };
    const data = rows.map((row) => ({ caseId: row.caseId, data: row.data as unknown as RowData }));
    // Whoever acts for a party that sees only its own part does not find the case here.
    const open = data.filter(({ data: { concealedFrom = [] } }) => !concealedFrom.some((id) => scope.subjects.includes(id)));
    return open.map((row) => caseRow(context, row.caseId, row.data));
  }
}
