import type { ProposalStore, StoredProposal } from '../ports/proposal-store.js';
import type { Database } from './database.js';

/** Proposals of one tenant in a SQLite file. */
export class SqliteProposalStore implements ProposalStore {
  constructor(
    readonly database: Database,
    readonly tenant: string,
  ) {}

  async get(id: string): Promise<StoredProposal | undefined> {
    const row = this.database.get('select data from proposal where tenant = ? and id = ?', this.tenant, id);
    return row && JSON.parse(String(row.data));
  }

  put(proposal: StoredProposal): Promise<boolean> {
    const { id, version } = proposal;
    const data = JSON.stringify(proposal);
    return this.database.write(() => {
      if (version === 1) {
        const sql = 'insert or ignore into proposal (tenant, id, version, data) values (?, ?, 1, ?)';
        return this.database.run(sql, this.tenant, id, data) === 1;
      }
      const sql = 'update proposal set version = ?, data = ? where tenant = ? and id = ? and version = ?';
      return this.database.run(sql, version, data, this.tenant, id, version - 1) === 1;
    });
  }

  async list(): Promise<readonly StoredProposal[]> {
    const rows = this.database.all('select data from proposal where tenant = ? order by no desc', this.tenant);
    return rows.map((row) => JSON.parse(String(row.data)));
  }
}
