import type { CaseCommit, CaseStore, CommitResult, ListingQuery, ListingRow, PendingEffect, StoredCommit } from '../ports/case-store.js';
import { StoreUnusable } from '../ports/store.js';
import { type CaseDocument, documentLimit, type SealedPage, withCommit } from './case-document.js';

/**
 * Cases in memory, as a document database would keep them: one document per case, each write one compare-and-set of one document,
 * none above 2 MB. Documents are kept as JSON text, so that nothing shares objects with its caller.
 */
export class MemoryCaseStore implements CaseStore {
  readonly #documents = new Map<string, string>();
  readonly #pages = new Map<string, string>();
  /** Indexes, as a database keeps them over documents. */
  readonly #byKey = new Map<string, string>();
  readonly #order: string[] = [];

  async load(caseId: string) {
    const document = this.#read(caseId);
    if (!document) return undefined;
    const { version, state, head, nextDue } = document;
    return { caseId, version, state, head, ...(nextDue === undefined ? {} : { nextDue }) };
  }

  async commit(commit: CaseCommit): Promise<CommitResult> {
    const earlier = this.#committed(commit.key);
    if (earlier) return { ok: false, why: 'key', commit: earlier };
    const before = this.#read(commit.caseId);
    const current = before?.version ?? 0;
    if (current !== commit.expected) return { ok: false, why: 'version', current };
    const { document, page } = withCommit(before, commit, before?.no ?? this.#order.length + 1);
    const text = bounded(document);
    const pages = this.#rewrittenPages(before, commit.rewritten ?? []);
    for (const sealed of page ? [...pages, page] : pages) this.#pages.set(sealed.id, bounded(sealed));
    this.#documents.set(commit.caseId, text);
    if (!before) this.#order.push(commit.caseId);
    this.#byKey.set(commit.key, commit.caseId);
    return { ok: true, version: document.version };
  }

  async committed(key: string): Promise<StoredCommit | undefined> {
    return this.#committed(key);
  }

  async commits(caseId: string, { from = 1, limit = Number.MAX_SAFE_INTEGER }: { from?: number; limit?: number } = {}) {
    return this.#commits(caseId)
      .filter(({ version }) => version >= from)
      .slice(0, limit);
  }

  async list(query: ListingQuery) {
    const found = this.#all().flatMap((document) =>
      document.rows.filter((row) => fits(row, document, query)).map((row) => ({ row, caseId: document.caseId, no: document.no })),
    );
    found.sort((a, b) => compare(a, b, query.sort));
    const rows = found.slice(query.offset, query.offset + query.limit).map(({ caseId, row }) => ({ caseId, data: row.data }));
    return { rows, total: found.length };
  }

  async due(until: string, limit: number) {
    return this.#all()
      .flatMap(({ caseId, nextDue }) => (nextDue !== undefined && nextDue <= until ? [{ caseId, nextDue }] : []))
      .sort((a, b) => (a.nextDue < b.nextDue ? -1 : a.nextDue > b.nextDue ? 1 : 0))
      .slice(0, limit);
  }

  async pending(query: { caseId?: string; until?: string; dead?: boolean; limit: number }): Promise<readonly PendingEffect[]> {
    return this.#all()
      .filter(({ caseId }) => query.caseId === undefined || caseId === query.caseId)
      .flatMap(({ caseId, outbox }) => outbox.map((pending) => ({ ...pending, caseId })))
      .filter(({ dead, notBefore }) => dead === (query.dead ?? false) && (query.until === undefined || notBefore <= query.until))
      .slice(0, query.limit);
  }

  async note(effectId: string, outcome: Parameters<CaseStore['note']>[1]): Promise<boolean> {
    const document = this.#all().find(({ outbox }) => outbox.some(({ effect }) => effect.id === effectId));
    if (!document) return false;
    const outbox =
      outcome === 'done'
        ? document.outbox.filter(({ effect }) => effect.id !== effectId)
        : document.outbox.map((pending) => (pending.effect.id === effectId ? { effect: pending.effect, ...outcome } : pending));
    this.#documents.set(document.caseId, bounded({ ...document, outbox }));
    return true;
  }

  async find(term: string, limit: number) {
    return this.#all()
      .filter(({ terms }) => terms.some((text) => text.startsWith(term)))
      .slice(0, limit)
      .map(({ caseId }) => caseId);
  }

  async ids({ after, limit }: { after?: string; limit: number }) {
    const from = after === undefined ? 0 : this.#order.indexOf(after) + 1;
    return this.#order.slice(from, from + limit);
  }

  async counts() {
    const all = this.#all();
    const outbox = all.flatMap((document) => document.outbox);
    return {
      cases: all.length,
      pending: outbox.filter(({ dead }) => !dead).length,
      dead: outbox.filter(({ dead }) => dead).length,
      armed: all.filter(({ nextDue }) => nextDue !== undefined).length,
    };
  }

  #committed(key: string): StoredCommit | undefined {
    const caseId = this.#byKey.get(key);
    return caseId === undefined ? undefined : this.#commits(caseId).find((commit) => commit.key === key);
  }

  #all(): CaseDocument[] {
    return this.#order.map((caseId) => this.#read(caseId) as CaseDocument);
  }

  #read(caseId: string): CaseDocument | undefined {
    const text = this.#documents.get(caseId);
    return text === undefined ? undefined : JSON.parse(text);
  }

  #commits(caseId: string): StoredCommit[] {
    const document = this.#read(caseId);
    if (!document) return [];
    const sealed = document.pages.flatMap((id) => (JSON.parse(this.#pages.get(id) as string) as SealedPage).commits);
    return [...sealed, ...document.commits];
  }

  #rewrittenPages(document: CaseDocument | undefined, rewritten: readonly StoredCommit[]): SealedPage[] {
    if (!document || rewritten.length === 0) return [];
    return document.pages.map((id) => {
      const page = JSON.parse(this.#pages.get(id) as string) as SealedPage;
      return { id, commits: page.commits.map((old) => rewritten.find(({ version }) => version === old.version) ?? old) };
    });
  }
}

function bounded(document: object): string {
  const text = JSON.stringify(document);
  const bytes = Buffer.byteLength(text);
  if (bytes > documentLimit)
    throw new StoreUnusable('DOCUMENT_TOO_LARGE', `A document of ${bytes} bytes is above the limit of ${documentLimit}.`);
  return text;
}

function fits(row: ListingRow, document: CaseDocument, query: ListingQuery): boolean {
  const under = (path: string) => row.path.startsWith(path);
  return (
    row.list === query.list &&
    (query.owners === undefined || query.owners.includes(row.owner)) &&
    (query.paths === undefined || query.paths.some(under)) &&
    (query.scopes === undefined || query.scopes.some(({ owner, path }) => owner === row.owner && under(path))) &&
    (query.service === undefined || row.service === query.service) &&
    (query.step === undefined || row.step === query.step) &&
    (query.status === undefined || row.status === query.status) &&
    (query.dueFrom === undefined || row.due >= query.dueFrom) &&
    (query.dueBefore === undefined || (row.due !== '' && row.due < query.dueBefore)) &&
    (query.terms === undefined || query.terms.some((term) => document.terms.some((text) => text.startsWith(term))))
  );
}

type Found = { readonly row: ListingRow; readonly no: number };

function compare(a: Found, b: Found, sort: ListingQuery['sort']): number {
  const text = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0);
  const { row: x } = a;
  const { row: y } = b;
  if (sort === 'opened') return text(y.opened, x.opened) || b.no - a.no || text(x.id, y.id);
  if (sort === 'amount') return y.cents - x.cents || text(x.opened, y.opened) || a.no - b.no || text(x.id, y.id);
  return Number(x.due === '') - Number(y.due === '') || text(x.due, y.due) || text(x.opened, y.opened) || a.no - b.no || text(x.id, y.id);
}
