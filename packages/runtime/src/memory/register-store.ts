import type { RecordQuery, RegisterStore, StoredRecord } from '../ports/register-store.js';

/** Registers in memory. */
export class MemoryRegisterStore implements RegisterStore {
  readonly #versions = new Map<string, string[]>();

  async get(register: string, key: string): Promise<StoredRecord | undefined> {
    return this.#latest(`${register}\n${key}`);
  }

  async getAll(register: string, keys: readonly string[]): Promise<ReadonlyMap<string, StoredRecord>> {
    const found = keys.map((key) => [key, this.#latest(`${register}\n${key}`)] as const);
    return new Map(found.flatMap(([key, record]) => (record ? [[key, record] as const] : [])));
  }

  async put(record: StoredRecord): Promise<boolean> {
    const id = `${record.register}\n${record.key}`;
    const versions = this.#versions.get(id) ?? [];
    if (versions.length !== record.version - 1) return false;
    this.#versions.set(id, [...versions, JSON.stringify(record)]);
    return true;
  }

  async putAll(records: readonly StoredRecord[]): Promise<readonly boolean[]> {
    const done: boolean[] = [];
    for (const record of records) done.push(await this.put(record));
    return done;
  }

  async find(register: string, query: RecordQuery) {
    const { sort = 'name', offset, limit } = query;
    const keys = (query.keys ?? []).filter((key) => this.#versions.has(`${register}\n${key}`));
    const found = this.#all()
      .filter((record) => record.register === register && fits(record, { ...query, keys }))
      .sort((a, b) => compare[sort](a, b) || order(a.key, b.key));
    return { records: found.slice(offset, offset + limit), total: found.length };
  }

  async history(register: string, key: string): Promise<readonly StoredRecord[]> {
    return (this.#versions.get(`${register}\n${key}`) ?? []).map((text) => JSON.parse(text) as StoredRecord);
  }

  async counts(register: string, query: { readonly paths?: readonly string[] } = {}) {
    const found = this.#all().filter((record) => record.register === register && fits(record, query));
    const byStatus: Record<string, number> = {};
    for (const { status } of found) byStatus[status] = (byStatus[status] ?? 0) + 1;
    return { total: found.length, byStatus };
  }

  async about(subject: string, limit: number): Promise<readonly StoredRecord[]> {
    return this.#all()
      .filter((record) => record.subject === subject)
      .sort((a, b) => order(a.register, b.register) || order(a.key, b.key))
      .slice(0, limit);
  }

  async erase(subject: string): Promise<number> {
    let erased = 0;
    for (const [id, versions] of this.#versions) {
      if ((JSON.parse(versions.at(-1) ?? '{}') as Partial<StoredRecord>).subject !== subject) continue;
      this.#versions.delete(id);
      erased += 1;
    }
    return erased;
  }

  #latest(id: string): StoredRecord | undefined {
    const text = this.#versions.get(id)?.at(-1);
    return text === undefined ? undefined : (JSON.parse(text) as StoredRecord);
  }

  #all(): StoredRecord[] {
    return [...this.#versions.values()].map((versions) => JSON.parse(versions.at(-1) as string) as StoredRecord);
  }
}

function fits(record: StoredRecord, query: Partial<RecordQuery>): boolean {
  const { text, keys = [], paths, match = {}, status, until, subject } = query;
  return (
    (keys.length > 0 ? keys.includes(record.key) : text === undefined || record.name.startsWith(text)) &&
    (paths === undefined || paths.some((path) => record.path.startsWith(path))) &&
    Object.entries(match).every(([field, value]) => record.indexed[field] === value) &&
    (status === undefined || record.status === status) &&
    (!until || (record.until !== '' && record.until >= (until.from ?? '') && record.until <= (until.to ?? '9999-12-31'))) &&
    (subject === undefined || record.subject === subject)
  );
}

const compare = {
  name: (a: StoredRecord, b: StoredRecord) => order(a.name, b.name),
  changed: (a: StoredRecord, b: StoredRecord) => order(b.cause.at, a.cause.at) || order(b.key, a.key),
  until: (a: StoredRecord, b: StoredRecord) => Number(a.until === '') - Number(b.until === '') || order(a.until, b.until),
} as const;

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
