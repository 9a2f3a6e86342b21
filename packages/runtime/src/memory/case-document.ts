import type { CaseCommit, ListingRow, PendingEffect, StoredCommit } from '../ports/case-store.js';

/** Largest document a store may keep, in bytes of its JSON. */
export const documentLimit = 2 * 1024 * 1024;

/** Commits lie in the case's document until they pass this size; then they are sealed into a page of their own. */
export const pageSize = 256 * 1024;

/** One case as one document: state, lines, outbox and the latest commits. Older commits lie in sealed pages. */
export interface CaseDocument {
  readonly caseId: string;
  readonly no: number;
  readonly version: number;
  readonly state: Readonly<Record<string, unknown>>;
  readonly head: string;
  readonly nextDue?: string;
  readonly rows: readonly ListingRow[];
  readonly terms: readonly string[];
  readonly outbox: readonly Omit<PendingEffect, 'caseId'>[];
  readonly commits: readonly StoredCommit[];
  /** Ids of sealed pages, oldest first. */
  readonly pages: readonly string[];
}

/** The document after a commit; `page` is a full page to be written before it. */
export function withCommit(
  before: CaseDocument | undefined,
  commit: CaseCommit,
  no: number,
): { document: CaseDocument; page?: SealedPage } {
  const { expected: _, state, nextDue, rows, terms, settled = [], rewritten = [], ...stored } = commit;
  const commits = [...(before?.commits ?? []).map((old) => rewritten.find(({ version }) => version === old.version) ?? old), stored];
  const outbox = [
    ...(before?.outbox ?? []).filter(({ effect }) => !settled.includes(effect.id)).map((pending) => rewrittenEffect(pending, rewritten)),
    ...commit.effects.map((effect) => ({ effect, attempts: 0, notBefore: '', dead: false })),
  ];
  const base = { caseId: commit.caseId, no, version: commit.version, state, head: commit.head, rows, terms, outbox };
  const due = nextDue === undefined ? {} : { nextDue };
  const pages = before?.pages ?? [];
  if (JSON.stringify(commits).length <= pageSize || commits.length < 2) return { document: { ...base, ...due, commits, pages } };
  const sealed = commits.slice(0, -1);
  const id = `${commit.caseId}/${sealed[0]?.version}`;
  return { document: { ...base, ...due, commits: commits.slice(-1), pages: [...pages, id] }, page: { id, commits: sealed } };
}

export interface SealedPage {
  readonly id: string;
  readonly commits: readonly StoredCommit[];
}

function rewrittenEffect<T extends { readonly effect: { readonly id: string } }>(pending: T, rewritten: readonly StoredCommit[]): T {
  const effect = rewritten.flatMap(({ effects }) => effects).find(({ id }) => id === pending.effect.id);
  return effect ? { ...pending, effect } : pending;
}
