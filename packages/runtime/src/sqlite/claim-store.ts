import type { ClaimHolder, ClaimStore, SequenceStore } from '../ports/claim-store.js';
import type { Database } from './database.js';

/** Claims of one tenant in a SQLite file. */
export class SqliteClaimStore implements ClaimStore {
  constructor(
    readonly database: Database,
    readonly tenant: string,
  ) {}

  take(claim: string, key: string, holder: ClaimHolder): Promise<ClaimHolder> {
    return this.database.write(() => {
      const { caseId, item, service, since } = holder;
      const sql = 'insert or ignore into claim (tenant, claim, key, case_id, item, service, since) values (?, ?, ?, ?, ?, ?, ?)';
      this.database.run(sql, this.tenant, claim, key, caseId, item, service, since);
      return this.#holder(claim, key) as ClaimHolder;
    });
  }

  async release(claim: string, key: string, { caseId, item }: { caseId: string; item: string }): Promise<void> {
    const sql = 'delete from claim where tenant = ? and claim = ? and key = ? and case_id = ? and item = ?';
    await this.database.write(() => this.database.run(sql, this.tenant, claim, key, caseId, item));
  }

  async holder(claim: string, key: string): Promise<ClaimHolder | undefined> {
    return this.#holder(claim, key);
  }

  async pass(claim: string, key: string, { from, to }: Parameters<ClaimStore['pass']>[2]): Promise<void> {
    const sql = 'update claim set case_id = ?, item = ? where tenant = ? and claim = ? and key = ? and case_id = ? and item = ?';
    await this.database.write(() => this.database.run(sql, to.caseId, to.item, this.tenant, claim, key, from.caseId, from.item));
  }

  #holder(claim: string, key: string): ClaimHolder | undefined {
    const row = this.database.get('select * from claim where tenant = ? and claim = ? and key = ?', this.tenant, claim, key);
    return row && { caseId: String(row.case_id), item: String(row.item), service: String(row.service), since: String(row.since) };
  }
}

/** Sequences of one tenant in a SQLite file. */
export class SqliteSequenceStore implements SequenceStore {
  constructor(
    readonly database: Database,
    readonly tenant: string,
  ) {}

  next(sequence: string, scope: string, request: string): Promise<number> {
    const { database, tenant } = this;
    return database.write(() => {
      const given = database.get('select number from sequence_number where tenant = ? and request = ?', tenant, request);
      if (given) return Number(given.number);
      const sql = `insert into sequence (tenant, sequence, scope, last) values (?, ?, ?, 1)
        on conflict (tenant, sequence, scope) do update set last = last + 1 returning last`;
      const number = Number(database.get(sql, tenant, sequence, scope)?.last);
      database.run('insert into sequence_number (tenant, request, number) values (?, ?, ?)', tenant, request, number);
      return number;
    });
  }
}
