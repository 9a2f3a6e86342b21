import type { AccessEntry, AccessLog, InboxStore, SettingsStore, StoredMessage } from '../ports/inbox-store.js';
import type { Database } from './database.js';
import type { Row, SqlValue } from './driver.js';

/** In-app messages of one tenant in a SQLite file. */
export class SqliteInboxStore implements InboxStore {
  constructor(
    readonly database: Database,
    readonly tenant: string,
  ) {}

  async put(message: StoredMessage): Promise<void> {
    const { id, person, caseId, read } = message;
    const sql = 'insert or ignore into message (tenant, id, person, case_id, read, data) values (?, ?, ?, ?, ?, ?)';
    await this.database.write(() => this.database.run(sql, this.tenant, id, person, caseId, read ? 1 : 0, JSON.stringify(message)));
  }

  async list(person: string, { offset, limit }: { offset: number; limit: number }) {
    const { database, tenant } = this;
    const total = database.get('select count(*) as n from message where tenant = ? and person = ?', tenant, person);
    const sql = 'select data, read from message where tenant = ? and person = ? order by no desc limit ? offset ?';
    return { messages: database.all(sql, tenant, person, limit, offset).map(storedMessage), total: Number(total?.n ?? 0) };
  }

  async byCase(caseId: string): Promise<readonly StoredMessage[]> {
    const sql = 'select data, read from message where tenant = ? and case_id = ? order by no';
    return this.database.all(sql, this.tenant, caseId).map(storedMessage);
  }

  markRead(person: string, id: string): Promise<boolean> {
    const sql = 'update message set read = 1 where tenant = ? and person = ? and id = ?';
    return this.database.write(() => this.database.run(sql, this.tenant, person, id) > 0);
  }

  erase(caseId: string): Promise<number> {
    const sql = 'delete from message where tenant = ? and case_id = ?';
    return this.database.write(() => this.database.run(sql, this.tenant, caseId));
  }
}

function storedMessage(row: Row): StoredMessage {
  return { ...JSON.parse(String(row.data)), read: Number(row.read) === 1 };
}

/** The access log of one tenant in a SQLite file. */
export class SqliteAccessLog implements AccessLog {
  constructor(
    readonly database: Database,
    readonly tenant: string,
  ) {}

  async add(entry: AccessEntry): Promise<void> {
    const sql = 'insert into access (tenant, case_id, subject, data) values (?, ?, ?, ?)';
    await this.database.write(() => this.database.run(sql, this.tenant, entry.caseId ?? '', entry.subject ?? null, JSON.stringify(entry)));
  }

  async list({ subject, caseId, about, offset, limit }: Parameters<AccessLog['list']>[0]) {
    const parts = ['tenant = ?'];
    const values: SqlValue[] = [this.tenant];
    if (subject !== undefined) {
      parts.push('subject = ?');
      values.push(subject);
    }
    if (caseId !== undefined) {
      parts.push('case_id = ?');
      values.push(caseId);
    }
    if (about) {
      const [ofPerson, ofCase] = ['subject', 'case_id'].map((column) => `${column} in (select value from json_each(?))`);
      parts.push(`(${ofPerson} or (subject is null and ${ofCase}))`);
      values.push(JSON.stringify(about.subjects), JSON.stringify(about.cases));
    }
    const where = parts.join(' and ');
    const total = this.database.get(`select count(*) as n from access where ${where}`, ...values);
    const rows = this.database.all(`select data from access where ${where} order by no desc limit ? offset ?`, ...values, limit, offset);
    return { entries: rows.map((row) => JSON.parse(String(row.data)) as AccessEntry), total: Number(total?.n ?? 0) };
  }

  forget(texts: readonly string[]): Promise<number> {
    const { database, tenant } = this;
    return database.write(() => {
      let forgotten = 0;
      for (const text of texts) {
        const rows = database.all('select no, data from access where tenant = ? and instr(data, ?) > 0', tenant, text);
        for (const { no, data } of rows) {
          const { why, ...entry } = JSON.parse(String(data)) as AccessEntry;
          if (!why?.includes(text)) continue;
          database.run('update access set data = ? where no = ?', JSON.stringify(entry), Number(no));
          forgotten += 1;
        }
      }
      return forgotten;
    });
  }
}

/** Settings of one tenant in a SQLite file. */
export class SqliteSettingsStore implements SettingsStore {
  constructor(
    readonly database: Database,
    readonly tenant: string,
  ) {}

  async get(name: string): Promise<string | undefined> {
    const row = this.database.get('select value from setting where tenant = ? and name = ?', this.tenant, name);
    return row && String(row.value);
  }

  async set(name: string, value: string): Promise<void> {
    const sql = 'insert or replace into setting (tenant, name, value) values (?, ?, ?)';
    await this.database.write(() => this.database.run(sql, this.tenant, name, value));
  }
}
