import type { Effect } from '@careway/engine';
import type { CaseCommit, CaseStore, CommitResult, Document, ListingRow, PendingEffect, StoredCommit } from '../ports/case-store.js';
import { CaseCache } from './case-cache.js';
import type { Database } from './database.js';
import type { Row } from './driver.js';
import { listingSql } from './listing-query.js';
import { versionsPerCase } from './schema.js';

/** Highest text after every text that begins with a prefix. */
export const afterPrefix = '\u{10FFFF}';

/** Cases of one tenant in a SQLite file. */
export class SqliteCaseStore implements CaseStore {
  readonly #cache = new CaseCache();

  constructor(
    readonly database: Database,
    readonly tenant: string,
  ) {}

  async load(caseId: string) {
    const row = this.database.get('select version, head, next_due from tenant_case where tenant = ? and id = ?', this.tenant, caseId);
    if (!row) return undefined;
    const version = Number(row.version);
    return {
      caseId,
      version,
      state: this.#cache.get(caseId, version)?.state ?? this.#readState(caseId, version),
      head: String(row.head),
      ...(row.next_due === null ? {} : { nextDue: String(row.next_due) }),
    };
  }

  async commit(commit: CaseCommit): Promise<CommitResult> {
    // Serialised outside the transaction: the lock is held for writing only.
    const state = JSON.stringify(commit.state);
    const text: CommitTexts = {
      state,
      commit: commitText(commit),
      rows: rowTexts(commit.rows),
    };
    const result = await this.database.write(() => this.#commit(commit, text));
    if (result.ok)
      this.#cache.set(
        commit.caseId,
        { version: result.version, state: commit.state, rows: text.rows, terms: new Set(commit.terms) },
        state.length,
      );
    return result;
  }

  async committed(key: string): Promise<StoredCommit | undefined> {
    const row = this.database.get(
      `select c.*, t.id as case_id from idempotency i join case_commit c on c.key = i.commit_key
       join tenant_case t on t.no = c.key / ${versionsPerCase} where i.tenant = ? and i.key = ?`,
      this.tenant,
      key,
    );
    return row && storedCommit(row);
  }

  async commits(caseId: string, { from = 1, limit = versionsPerCase }: { from?: number; limit?: number } = {}) {
    const no = this.#number(caseId);
    if (no === undefined) return [];
    const rows = this.database.all(
      'select *, ? as case_id from case_commit where key >= ? and key < ? order by key limit ?',
      caseId,
      no * versionsPerCase + from,
      (no + 1) * versionsPerCase,
      limit,
    );
    return rows.map(storedCommit);
  }

  async list(query: Parameters<CaseStore['list']>[0]) {
    const { where, values, order } = listingSql(this.tenant, query);
    const total = this.database.get(`select count(*) as n from listing l where ${where}`, ...values);
    const rows = this.database.all(
      `select t.id as case_id, l.data from listing l join tenant_case t on t.no = l.no where ${where} order by ${order} limit ? offset ?`,
      ...values,
      query.limit,
      query.offset,
    );
    return {
      rows: rows.map((row) => ({ caseId: String(row.case_id), data: JSON.parse(String(row.data)) as Document })),
      total: Number(total?.n ?? 0),
    };
  }

  async due(until: string, limit: number) {
    const rows = this.database.all(
      'select id, next_due from tenant_case where tenant = ? and next_due is not null and next_due <= ? order by next_due, no limit ?',
      this.tenant,
      until,
      limit,
    );
    return rows.map((row) => ({ caseId: String(row.id), nextDue: String(row.next_due) }));
  }

  async pending(query: { caseId?: string; until?: string; dead?: boolean; limit: number }): Promise<readonly PendingEffect[]> {
    const no = query.caseId === undefined ? undefined : (this.#number(query.caseId) ?? -1);
    const rows = this.database.all(
      `select o.*, c.effects, t.id as case_id from outbox o join case_commit c on c.key = o.commit_key
       join tenant_case t on t.no = o.commit_key / ${versionsPerCase}
       where o.tenant = ? and o.commit_key >= ? and o.commit_key < ? and o.dead = ? and o.not_before <= ?
       order by o.commit_key, o.position limit ?`,
      this.tenant,
      no === undefined ? 0 : no * versionsPerCase,
      no === undefined ? Number.MAX_SAFE_INTEGER : (no + 1) * versionsPerCase,
      query.dead ? 1 : 0,
      query.until ?? afterPrefix,
      query.limit,
    );
    return rows.map(pendingEffect);
  }

  note(effectId: string, outcome: Parameters<CaseStore['note']>[1]): Promise<boolean> {
    return this.database.write(() => {
      if (outcome === 'done') return this.database.run('delete from outbox where tenant = ? and id = ?', this.tenant, effectId) > 0;
      const { attempts, notBefore, error, dead } = outcome;
      const sql = 'update outbox set attempts = ?, not_before = ?, error = ?, dead = ? where tenant = ? and id = ?';
      return this.database.run(sql, attempts, notBefore, error ?? null, dead ? 1 : 0, this.tenant, effectId) > 0;
    });
  }

  async find(term: string, limit: number) {
    const rows = this.database.all(
      'select distinct t.id from term m join tenant_case t on t.no = m.no where m.tenant = ? and m.term >= ? and m.term < ? order by t.no limit ?',
      this.tenant,
      term,
      term + afterPrefix,
      limit,
    );
    return rows.map((row) => String(row.id));
  }

  async ids({ after, limit }: { after?: string; limit: number }) {
    const no = after === undefined ? 0 : (this.#number(after) ?? 0);
    const rows = this.database.all('select id from tenant_case where tenant = ? and no > ? order by no limit ?', this.tenant, no, limit);
    return rows.map((row) => String(row.id));
  }

  async counts() {
    const one = (sql: string) => Number(this.database.get(sql, this.tenant)?.n ?? 0);
    return {
      cases: one('select count(*) as n from tenant_case where tenant = ?'),
      pending: one('select count(*) as n from outbox where tenant = ? and dead = 0'),
      dead: one('select count(*) as n from outbox where tenant = ? and dead = 1'),
      armed: one('select count(*) as n from tenant_case where tenant = ? and next_due is not null'),
    };
  }

  #number(caseId: string): number | undefined {
    const row = this.database.get('select no from tenant_case where tenant = ? and id = ?', this.tenant, caseId);
    return row === undefined ? undefined : Number(row.no);
  }

  #commit(commit: CaseCommit, text: CommitTexts): CommitResult {
    const { database, tenant } = this;
    const earlier = database.get('select commit_key from idempotency where tenant = ? and key = ?', tenant, commit.key);
    if (earlier) return { ok: false, why: 'key', commit: this.#commitAt(Number(earlier.commit_key)) };
    const row = database.get('select no, version from tenant_case where tenant = ? and id = ?', tenant, commit.caseId);
    const current = Number(row?.version ?? 0);
    if (current !== commit.expected) return { ok: false, why: 'version', current };
    const version = current + 1;
    const no = this.#writeCase(commit, row && Number(row.no), text.state);
    const key = no * versionsPerCase + version;
    const { acts, effects, reply } = text.commit;
    const insert = 'insert into case_commit (key, idem, body_hash, at, head, acts, effects, reply) values (?, ?, ?, ?, ?, ?, ?, ?)';
    database.run(insert, key, commit.key, commit.bodyHash, commit.at, commit.head, acts, effects, reply);
    database.run('insert into idempotency (tenant, key, commit_key) values (?, ?, ?)', tenant, commit.key, key);
    for (const [position, effect] of commit.effects.entries()) {
      database.run('insert into outbox (id, tenant, commit_key, position) values (?, ?, ?, ?)', effect.id, tenant, key, position);
    }
    for (const id of commit.settled ?? []) database.run('delete from outbox where tenant = ? and id = ?', tenant, id);
    for (const earlierCommit of commit.rewritten ?? []) this.#rewrite(no, earlierCommit);
    const before = this.#cache.get(commit.caseId, current);
    this.#writeRows(no, commit.rows, { now: text.rows, before: before?.rows });
    this.#writeTerms(no, commit.terms, before?.terms);
    return { ok: true, version };
  }

  #writeCase(commit: CaseCommit, no: number | undefined, state: string): number {
    const due = commit.nextDue ?? null;
    const { database, tenant } = this;
    if (no === undefined) {
      const insert = 'insert into tenant_case (tenant, id, version, next_due, head, state) values (?, ?, 1, ?, ?, ?) returning no';
      return Number(database.get(insert, tenant, commit.caseId, due, commit.head, state)?.no);
    }
    const update = 'update tenant_case set version = ?, next_due = ?, head = ?, state = ? where no = ?';
    database.run(update, commit.expected + 1, due, commit.head, state, no);
    return no;
  }

  #writeRows(
    no: number,
    rows: readonly ListingRow[],
    texts: { readonly now: ReadonlyMap<string, string>; readonly before: ReadonlyMap<string, string> | undefined },
  ): void {
    const { database } = this;
    const before = texts.before ?? this.#readRows(no);
    for (const row of rows) {
      const key = rowKey(row);
      if (before.get(key) === texts.now.get(key)) continue;
      const { list, id, owner, path, service, step, status, due, opened, cents } = row;
      const sql = `insert or replace into listing (tenant, no, list, id, owner, path, service, step, status, due, opened, cents, data)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
      database.run(sql, this.tenant, no, list, id, owner, path, service, step, status, due, opened, cents, JSON.stringify(row.data));
    }
    for (const gone of before.keys()) {
      if (texts.now.has(gone)) continue;
      const [list, id] = gone.split('\n') as [string, string];
      database.run('delete from listing where no = ? and list = ? and id = ?', no, list, id);
    }
  }

  #readRows(no: number): ReadonlyMap<string, string> {
    const rows = this.database.all('select * from listing where no = ?', no);
    return new Map(rows.map((row) => [`${row.list}\n${row.id}`, rowText(row)]));
  }

  #writeTerms(no: number, terms: readonly string[], known: ReadonlySet<string> | undefined): void {
    const { database } = this;
    const before = known ?? new Set(database.all('select term from term where no = ?', no).map((row) => String(row.term)));
    const now = new Set(terms);
    for (const term of now) {
      if (!before.has(term)) database.run('insert into term (no, term, tenant) values (?, ?, ?)', no, term, this.tenant);
    }
    for (const gone of before) if (!now.has(gone)) database.run('delete from term where no = ? and term = ?', no, gone);
  }

  #readState(caseId: string, version: number): Document {
    const row = this.database.get('select state from tenant_case where tenant = ? and id = ?', this.tenant, caseId);
    const text = String(row?.state);
    const state = JSON.parse(text) as Document;
    this.#cache.set(caseId, { version, state }, text.length);
    return state;
  }

  #rewrite(no: number, commit: StoredCommit): void {
    const { acts, effects, reply } = commitText(commit);
    const sql = 'update case_commit set acts = ?, effects = ?, reply = ?, body_hash = ? where key = ?';
    this.database.run(sql, acts, effects, reply, commit.bodyHash, no * versionsPerCase + commit.version);
  }

  #commitAt(key: number): StoredCommit {
    const sql = `select c.*, t.id as case_id from case_commit c join tenant_case t on t.no = c.key / ${versionsPerCase} where c.key = ?`;
    return storedCommit(this.database.get(sql, key) as Row);
  }
}

interface CommitText {
  readonly acts: string;
  readonly effects: string;
  readonly reply: string;
}

function commitText({ acts, effects, reply }: StoredCommit): CommitText {
  return { acts: JSON.stringify(acts), effects: JSON.stringify(effects), reply: JSON.stringify(reply) };
}

interface CommitTexts {
  readonly state: string;
  readonly commit: CommitText;
  readonly rows: ReadonlyMap<string, string>;
}

function rowKey({ list, id }: ListingRow): string {
  return `${list}\n${id}`;
}

/** Lines as text by key. Most lines of a case share one `data`: it is written out once. */
function rowTexts(rows: readonly ListingRow[]): ReadonlyMap<string, string> {
  const dataTexts = new Map<Document, string>();
  const dataText = (data: Document) => {
    const known = dataTexts.get(data) ?? JSON.stringify(data);
    dataTexts.set(data, known);
    return known;
  };
  return new Map(
    rows.map((row) => {
      const { owner, path, service, step, status, due, opened, cents } = row;
      return [rowKey(row), [owner, path, service, step, status, due, opened, cents, dataText(row.data)].join('\n')];
    }),
  );
}

function rowText(row: Row): string {
  return [row.owner, row.path, row.service, row.step, row.status, row.due, row.opened, row.cents, row.data].join('\n');
}

function storedCommit(row: Row): StoredCommit {
  return {
    caseId: String(row.case_id),
    version: Number(row.key) % versionsPerCase,
    key: String(row.idem),
    bodyHash: String(row.body_hash),
    at: String(row.at),
    head: String(row.head),
    acts: JSON.parse(String(row.acts)),
    effects: JSON.parse(String(row.effects)),
    reply: JSON.parse(String(row.reply)),
  };
}

function pendingEffect(row: Row): PendingEffect {
  const effects = JSON.parse(String(row.effects)) as Effect[];
  return {
    caseId: String(row.case_id),
    effect: effects[Number(row.position)] as Effect,
    attempts: Number(row.attempts),
    notBefore: String(row.not_before),
    ...(row.error === null ? {} : { error: String(row.error) }),
    dead: Number(row.dead) === 1,
  };
}
