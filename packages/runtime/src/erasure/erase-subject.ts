import type { ReadingTools } from '../facade/tenant-tools.js';
import { listingRows } from '../listing/listing-rows.js';
import { searchTerms } from '../listing/search-terms.js';
import { stateOf } from '../loop/command-loop.js';
import { nextDueOf } from '../loop/due-clocks.js';
import type { TenantParts } from '../loop/tenant-parts.js';
import { expireImport } from '../imports/expire-import.js';
import type { CaseCommit } from '../ports/case-store.js';
import { closeAccount } from './close-account.js';
import { eraseInDrafts } from './erase-drafts.js';
import { eraseSlots } from './erase-slots.js';
import { names } from './erased.js';
import { findPerson, type FoundPerson } from './find-person.js';

/** Somebody, and the case by which they were named. */
export interface NamedInCase {
  readonly subject: string;
  readonly caseId: string;
}

/**
 * Erases every personal value about somebody: slots and state of every case, search terms, effects, messages, drafts, register records, files
 * and their account. Afterwards the chains verify, replay says `erased`, and no stored byte holds a value. Doing it again changes nothing.
 */
async function eraseSubject(tools: ReadingTools, { subject, caseId }: NamedInCase, key: string): Promise<number> {
  const { parts } = tools;
  const who = await findPerson(parts, subject, caseId);
  let erased = 0;
  for (const one of who.cases) erased += await eraseInCase(parts, { caseId: one, who, key });
  for (const one of who.subjects) {
    erased += await parts.store.registers.erase(one);
    erased += await closeAccount(tools, one);
  }
  erased += await eraseInDrafts(parts, who);
  await parts.store.access.forget([...who.names]);
  // Whom an imported file names is known only by reading it: what waits is forgotten as a whole.
  for (const found of await parts.store.imports.open()) await expireImport(parts, found);
  await parts.scrub();
  return erased;
}

/** The same request again gives the same answer; the same key for somebody else gives none. */
export async function eraseOnce(
  tools: ReadingTools,
  named: NamedInCase,
  key: string,
): Promise<{ readonly erased: number; readonly replayed: boolean } | undefined> {
  const name = `erasure ${key}`;
  const { settings } = tools.parts.store;
  const earlier = await settings.get(name);
  if (earlier !== undefined) {
    const { of, erased } = JSON.parse(earlier) as { readonly of: string; readonly erased: number };
    return of === named.subject ? { erased, replayed: true } : undefined;
  }
  const erased = await eraseSubject(tools, named, key);
  await settings.set(name, JSON.stringify({ of: named.subject, erased }));
  return { erased, replayed: false };
}

interface CaseErasure {
  readonly caseId: string;
  readonly who: FoundPerson;
  readonly key: string;
}

async function eraseInCase(parts: TenantParts, { caseId, who, key }: CaseErasure): Promise<number> {
  const { cases } = parts.store;
  for (;;) {
    const stored = await cases.load(caseId);
    const before = stateOf(stored);
    if (!stored || !before) return 0;
    const { rewritten, state, erased, files } = eraseSlots(await cases.commits(caseId), who);
    if (rewritten.length === 0) return 0;
    const due = nextDueOf(state);
    const nameFact = parts.shelf.byHash(state.packHash)?.workflows.get(state.workflow.id)?.items?.name;
    const result = await cases.commit({
      caseId,
      expected: stored.version,
      version: stored.version + 1,
      key: `erase:${caseId}:${key}`,
      bodyHash: parts.sealer.sign(`erase ${[...who.subjects].join()}`),
      at: parts.time.now(),
      acts: [],
      effects: [],
      reply: { erased },
      head: stored.head,
      state: state as unknown as CaseCommit['state'],
      ...(due === undefined ? {} : { nextDue: due }),
      rows: listingRows(parts, state),
      terms: searchTerms(state, nameFact),
      rewritten,
    });
    if (!result.ok && result.why === 'version') continue;
    if (before.parties.some(({ subject }) => who.subjects.has(subject))) await parts.store.inbox.erase(caseId);
    await eraseFiles(parts, { caseId, who, files });
    return result.ok ? erased : 0;
  }
}

/** Files that were erased from the acts, and those that the person brought or that bear the name without being in any. */
async function eraseFiles(
  { store }: TenantParts,
  { caseId, who, files }: { readonly caseId: string; readonly who: FoundPerson; readonly files: readonly string[] },
): Promise<void> {
  for (const { ref, owner } of await store.blobs.list({ caseId })) {
    if (files.includes(ref.id) || who.subjects.has(owner) || names(who, ref.name)) await store.blobs.remove(ref.id);
  }
}
