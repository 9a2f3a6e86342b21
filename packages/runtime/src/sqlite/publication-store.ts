import type { Publication, PublicationStore } from '../ports/publication-store.js';
import type { Database } from './database.js';

/** Publications of one tenant in a SQLite file. */
export class SqlitePublicationStore implements PublicationStore {
  constructor(
    readonly database: Database,
    readonly tenant: string,
  ) {}

  publish(publication: Publication, after: number): Promise<boolean> {
    const sql = 'insert into publication (tenant, data) select ?, ? where (select count(*) from publication where tenant = ?) = ?';
    const data = JSON.stringify(publication);
    return this.database.write(() => this.database.run(sql, this.tenant, data, this.tenant, after) === 1);
  }

  async publications(): Promise<readonly Publication[]> {
    const rows = this.database.all('select data from publication where tenant = ? order by no', this.tenant);
    return rows.map((row) => JSON.parse(String(row.data)));
  }

  async keepPack(hash: string, text: string): Promise<void> {
    const sql = 'insert or ignore into pack (tenant, hash, text) values (?, ?, ?)';
    await this.database.write(() => this.database.run(sql, this.tenant, hash, text));
  }

  async packs() {
    const rows = this.database.all('select hash, text from pack where tenant = ?', this.tenant);
    return rows.map((row) => ({ hash: String(row.hash), text: String(row.text) }));
  }
}
