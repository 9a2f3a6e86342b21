import type { RecordQuery, RegisterStore, StoredRecord } from '../ports/register-store.js';
import type { Database } from './database.js';
import type { Row, SqlValue } from './driver.js';
import { endless, recordConditions } from './record-conditions.js';

const columns = 'tenant, register, key, version, valid_on, name, path, subject, status, until, changed, data';
const marks = columns.replace(/\w+/g, '?');
const orders = { name: 'name, key', changed: 'changed desc, key desc', until: 'until, key' } as const;

/** The same orders in words that no index answers. */
const unindexed = { name: '+name, +key', changed: '+changed desc, +key desc', until: '+until, +key' } as const;
const sortedAtMost = 2000;

/** Registers of one tenant in a SQLite file. */
export class SqliteRegisterStore implements RegisterStore {
  constructor(
    readonly database: Database,
    readonly tenant: string,
  ) {}

  async get(register: string, key: string): Promise<StoredRecord | undefined> {
    return this.#read(register, key);
  }

  async getAll(register: string, keys: readonly string[]): Promise<ReadonlyMap<string, StoredRecord>> {
    const found = new Map<string, StoredRecord>();
    for (const key of keys) {
      const record = this.#read(register, key);
      if (record) found.set(key, record);
    }
    return found;
  }

  async put(record: StoredRecord): Promise<boolean> {
    const [done = false] = await this.putAll([record]);
    return done;
  }

  putAll(records: readonly StoredRecord[]): Promise<readonly boolean[]> {
    return this.database.write(() => records.map((record) => this.#put(record)));
  }

  async find(register: string, { keys = [], ...asked }: RecordQuery) {
    const { database, tenant } = this;
    const known = keys.filter((key) => this.#read(register, key));
    const query = { ...asked, keys: known };
    const { where, values } = recordConditions(tenant, register, query);
    const total = Number(database.get(`select count(*) as n from record where ${where}`, ...values)?.n ?? 0);
    // Keys first: the order of an index is walked without reading the records that lie before the page.
    const order = this.#isSelective(register, query) ? unindexed[query.sort ?? 'name'] : orders[query.sort ?? 'name'];
    const sql = `select key from record where ${where} order by ${order} limit ? offset ?`;
    const found = database.all(sql, ...values, query.limit, query.offset).map((row) => String(row.key));
    return { records: found.flatMap((key) => this.#read(register, key) ?? []), total };
  }

  async history(register: string, key: string): Promise<readonly StoredRecord[]> {
    const sql = 'select data from record_history where tenant = ? and register = ? and key = ? order by version';
    return this.database.all(sql, this.tenant, register, key).map(storedRecord);
  }

  async counts(register: string, { paths }: { readonly paths?: readonly string[] } = {}) {
    const { where, values } = recordConditions(this.tenant, register, paths ? { paths } : {});
    const rows = this.database.all(`select status, count(*) as n from record where ${where} group by status`, ...values);
    const byStatus = Object.fromEntries(rows.map((row) => [String(row.status), Number(row.n)]));
    return { total: Object.values(byStatus).reduce((sum, n) => sum + n, 0), byStatus };
  }

  async about(subject: string, limit: number): Promise<readonly StoredRecord[]> {
    const sql = 'select data from record where tenant = ? and subject = ? order by register, key limit ?';
    return this.database.all(sql, this.tenant, subject, limit).map(storedRecord);
  }

  erase(subject: string): Promise<number> {
    const { database, tenant } = this;
    return database.write(() => {
      const rows = database.all('select data from record where tenant = ? and subject = ?', tenant, subject).map(storedRecord);
      for (const record of rows) {
        this.#dropFields(record);
        for (const table of ['record_history', 'record']) {
          database.run(`delete from ${table} where tenant = ? and register = ? and key = ?`, tenant, record.register, record.key);
        }
      }
      return rows.length;
    });
  }

  /** Whether some condition leaves so few records that sorting them is quicker than walking an index for them. */
  #isSelective(register: string, { match = {}, keys = [] }: RecordQuery): boolean {
    if (keys.length > 0) return true;
    const sql =
      'select count(*) as n from (select 1 from record_field where tenant = ? and register = ? and field = ? and value = ? limit ?)';
    return Object.entries(match).some(([field, value]) => {
      const row = this.database.get(sql, this.tenant, register, field, value, sortedAtMost + 1);
      return Number(row?.n) <= sortedAtMost;
    });
  }

  #read(register: string, key: string): StoredRecord | undefined {
    const row = this.database.get('select data from record where tenant = ? and register = ? and key = ?', this.tenant, register, key);
    return row && storedRecord(row);
  }

  #put(record: StoredRecord): boolean {
    const { database, tenant } = this;
    const { register, key, version } = record;
    const before = this.#read(register, key);
    if ((before?.version ?? 0) !== version - 1) return false;
    const { validOn, name, path, subject, status, until, cause } = record;
    const data = JSON.stringify(record);
    const values: SqlValue[] = [tenant, register, key, version, validOn, name, path, subject, status, until || endless, cause.at, data];
    database.run(`insert or replace into record (${columns}) values (${marks})`, ...values);
    const sql = 'insert into record_history (tenant, register, key, version, data) values (?, ?, ?, ?, ?)';
    database.run(sql, tenant, register, key, version, data);
    if (before) this.#dropFields(before);
    const field = 'insert into record_field (tenant, register, field, value, key) values (?, ?, ?, ?, ?)';
    for (const [id, value] of Object.entries(record.indexed)) database.run(field, tenant, register, id, value, key);
    return true;
  }

  #dropFields({ register, key, indexed }: StoredRecord): void {
    const sql = 'delete from record_field where tenant = ? and register = ? and field = ? and value = ? and key = ?';
    for (const [id, value] of Object.entries(indexed)) this.database.run(sql, this.tenant, register, id, value, key);
  }
}

function storedRecord(row: Row): StoredRecord {
  return JSON.parse(String(row.data)) as StoredRecord;
}
