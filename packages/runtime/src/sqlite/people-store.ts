import type { PeopleStore } from '../ports/store.js';
import type { PersonRecord } from '../runtime.js';
import type { Database } from './database.js';

/** People and sessions of one tenant in a SQLite file. */
export class SqlitePeopleStore implements PeopleStore {
  constructor(
    readonly database: Database,
    readonly tenant: string,
  ) {}

  async byLogin(login: string): Promise<PersonRecord | undefined> {
    const row = this.database.get('select data from person where tenant = ? and login = ?', this.tenant, login);
    return row && JSON.parse(String(row.data));
  }

  async byId(id: string): Promise<PersonRecord | undefined> {
    const row = this.database.get('select data from person where tenant = ? and id = ?', this.tenant, id);
    return row && JSON.parse(String(row.data));
  }

  async list(): Promise<readonly PersonRecord[]> {
    const rows = this.database.all('select data from person where tenant = ? order by id', this.tenant);
    return rows.map((row) => JSON.parse(String(row.data)));
  }

  async put(person: PersonRecord): Promise<void> {
    const sql = 'insert or replace into person (tenant, id, login, data) values (?, ?, ?, ?)';
    await this.database.write(() => this.database.run(sql, this.tenant, person.id, person.login, JSON.stringify(person)));
  }

  async putSession(session: Parameters<PeopleStore['putSession']>[0]): Promise<void> {
    const { tokenHash, personId, csrf, expiresAt } = session;
    const sql = 'insert or replace into session (tenant, token, person, csrf, expires) values (?, ?, ?, ?, ?)';
    await this.database.write(() => this.database.run(sql, this.tenant, tokenHash, personId, csrf, expiresAt));
  }

  async session(tokenHash: string) {
    const row = this.database.get('select * from session where tenant = ? and token = ?', this.tenant, tokenHash);
    return row && { personId: String(row.person), csrf: String(row.csrf), expiresAt: Number(row.expires) };
  }

  async dropSession(tokenHash: string): Promise<void> {
    await this.database.write(() => this.database.run('delete from session where tenant = ? and token = ?', this.tenant, tokenHash));
  }

  purgeSessions(before: number): Promise<number> {
    return this.database.write(() => this.database.run('delete from session where tenant = ? and expires < ?', this.tenant, before));
  }
}
