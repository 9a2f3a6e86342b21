import type { RegisterStore, StoredRecord } from '../ports/register-store.js';
import type { Database } from './database.js';
import type { Row, SqlValue } from './driver.js';

const columns = 'tenant, register, key, version, valid_on, name, path, subject, data';
const after = '\u{10FFFF}';

/** Registers of one tenant in a SQLite file. */
export class SqliteRegisterStore implements RegisterStore {
  constructor(
    readonly database: Database,
    readonly tenant: string,
  ) {}

  async get(register: string, key: string): Promise<StoredRecord | undefined> {
    const row = this.database.get('select * from record where tenant = ? and register = ? and key = ?', this.tenant, register, key);
    return row && storedRecord(row);
  }

  put(record: StoredRecord): Promise<boolean> {
    const { database, tenant } = this;
    return database.write(() => {
      const { register, key } = record;
      const row = database.get('select version from record where tenant = ? and register = ? and key = ?', tenant, register, key);
      if (Number(row?.version ?? 0) !== record.version - 1) return false;
      this.#insert(record);
      return true;
    });
  }

  seed(records: readonly StoredRecord[]): Promise<number> {
    const { database, tenant } = this;
    return database.write(() => {
      let added = 0;
      for (const record of records) {
        const sql = 'select 1 as n from record where tenant = ? and register = ? and key = ?';
        if (database.get(sql, tenant, record.register, record.key)) continue;
        this.#insert(record);
        added += 1;
      }
      return added;
    });
  }

  async list(register: string, query: Parameters<RegisterStore['list']>[1]) {
    const parts = ['tenant = ?', 'register = ?'];
    const values: SqlValue[] = [this.tenant, register];
    const any = (texts: readonly string[]) => (texts.length === 0 ? '0' : `(${texts.join(' or ')})`);
    if (query.text !== undefined) {
      const found = ['name like ? escape ?', ...(query.keys ?? []).map(() => 'key = ?')];
      parts.push(any(found));
      values.push(`${query.text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`, '\\', ...(query.keys ?? []));
    }
    if (query.paths) {
      parts.push(any(query.paths.map(() => '(path >= ? and path < ?)')));
      values.push(...query.paths.flatMap((path) => [path, path + after]));
    }
    const where = parts.join(' and ');
    const total = Number(this.database.get(`select count(*) as n from record where ${where}`, ...values)?.n ?? 0);
    const sql = `select * from record where ${where} order by name, key limit ? offset ?`;
    const rows = this.database.all(sql, ...values, query.limit, query.offset);
    return { records: rows.map(storedRecord), total };
  }

  erase(subject: string): Promise<number> {
    return this.database.write(() => {
      this.database.run('delete from record_history where tenant = ? and subject = ?', this.tenant, subject);
      return this.database.run('delete from record where tenant = ? and subject = ?', this.tenant, subject);
    });
  }

  #insert(record: StoredRecord): void {
    const { register, key, version, validOn, name, path, subject } = record;
    const values = [this.tenant, register, key, version, validOn, name, path, subject, JSON.stringify(record.values)];
    this.database.run(`insert or replace into record (${columns}) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`, ...values);
    this.database.run(`insert into record_history (${columns}) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`, ...values);
  }
}

function storedRecord(row: Row): StoredRecord {
  return {
    register: String(row.register),
    key: String(row.key),
    version: Number(row.version),
    validOn: String(row.valid_on),
    name: String(row.name),
    path: String(row.path),
    subject: String(row.subject),
    values: JSON.parse(String(row.data)),
  };
}
