import { type ImportStore, openStates, type StoredImport } from '../ports/import-store.js';
import type { Database } from './database.js';

/** Imports of one tenant in a SQLite file. */
export class SqliteImportStore implements ImportStore {
  constructor(
    readonly database: Database,
    readonly tenant: string,
  ) {}

  async get(id: string): Promise<StoredImport | undefined> {
    const row = this.database.get('select data from register_import where tenant = ? and id = ?', this.tenant, id);
    return row && (JSON.parse(String(row.data)) as StoredImport);
  }

  put(found: StoredImport): Promise<boolean> {
    const { database, tenant } = this;
    return database.write(() => {
      const { id, version, state } = found;
      const row = database.get('select version from register_import where tenant = ? and id = ?', tenant, id);
      if (Number(row?.version ?? 0) !== version - 1) return false;
      const sql = 'insert or replace into register_import (tenant, id, version, open, data) values (?, ?, ?, ?, ?)';
      database.run(sql, tenant, id, version, openStates.includes(state) ? 1 : 0, JSON.stringify(found));
      return true;
    });
  }

  async open(): Promise<readonly StoredImport[]> {
    const rows = this.database.all('select data from register_import where tenant = ? and open = 1 order by id', this.tenant);
    return rows.map((row) => JSON.parse(String(row.data)) as StoredImport);
  }

  remove(id: string): Promise<boolean> {
    const sql = 'delete from register_import where tenant = ? and id = ?';
    return this.database.write(() => this.database.run(sql, this.tenant, id) > 0);
  }
}
