import { listingRows } from '../listing/listing-rows.js';
import { searchTerms } from '../listing/search-terms.js';
import { stateOf } from '../loop/command-loop.js';
import { nextDueOf } from '../loop/due-clocks.js';
import { livePack, type TenantParts } from '../loop/tenant-parts.js';
import { expireImport } from '../imports/import-desk.js';
import { offeredService } from '../filing/check-filing.js';
import { sealSubmission } from '../filing/seal-submission.js';
import type { CaseCommit } from '../ports/case-store.js';
import { eraseSlots } from './erase-slots.js';

/**
 * Erases every personal value about a subject: slots and state of every case, search terms, effects, messages, drafts, register
 * records and files. Afterwards the chains verify, replay says `erased`, and no stored byte holds a value. Doing it again changes nothing.
 */
async function eraseSubject(parts: TenantParts, subject: string, key: string): Promise<number> {
  let erased = 0;
  for (const caseId of await parts.store.cases.find(`s:${subject}`, 100_000)) erased += await eraseInCase(parts, { caseId, subject, key });
  erased += await parts.store.registers.erase(subject);
  erased += await eraseInDrafts(parts, subject);
  // Whom an imported file names is known only by reading it: what waits is forgotten as a whole.
  for (const found of await parts.store.imports.open()) await expireImport(parts, found);
  await parts.scrub();
  return erased;
}

/** The same request again gives the same answer; the same key for somebody else gives none. */
export async function eraseOnce(
  parts: TenantParts,
  subject: string,
  key: string,
): Promise<{ readonly erased: number; readonly replayed: boolean } | undefined> {
  const name = `erasure ${key}`;
  const earlier = await parts.store.settings.get(name);
  if (earlier !== undefined) {
    const { of, erased } = JSON.parse(earlier) as { readonly of: string; readonly erased: number };
    return of === subject ? { erased, replayed: true } : undefined;
  }
  const erased = await eraseSubject(parts, subject, key);
  await parts.store.settings.set(name, JSON.stringify({ of: subject, erased }));
  return { erased, replayed: false };
}

interface CaseErasure {
  readonly caseId: string;
  readonly subject: string;
  readonly key: string;
}

async function eraseInCase(parts: TenantParts, { caseId, subject, key }: CaseErasure): Promise<number> {
  const { cases } = parts.store;
  for (;;) {
    const stored = await cases.load(caseId);
    const before = stateOf(stored);
    if (!stored || !before) return 0;
    const { rewritten, state, erased } = eraseSlots(await cases.commits(caseId), subject);
    if (rewritten.length === 0) return 0;
    const due = nextDueOf(state);
    const nameFact = parts.shelf.byHash(state.packHash)?.workflows.get(state.workflow.id)?.items?.name;
    const result = await cases.commit({
      caseId,
      expected: stored.version,
      version: stored.version + 1,
      key: `erase:${caseId}:${key}`,
      bodyHash: parts.sealer.sign(`erase ${subject}`),
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
    if (before.parties.some((party) => party.subject === subject)) await eraseBeside(parts, caseId);
    return result.ok ? erased : 0;
  }
}

/** Messages and files belong to the applicant. */
async function eraseBeside({ store }: TenantParts, caseId: string): Promise<void> {
  await store.inbox.erase(caseId);
  for (const { ref } of await store.blobs.list({ caseId })) await store.blobs.remove(ref.id);
}

/** Rows about the subject leave the drafts that name it. */
async function eraseInDrafts(parts: TenantParts, subject: string): Promise<number> {
  const { drafts } = parts.store;
  const found = await drafts.bySubject(subject);
  for (const draft of found) {
    const pack = livePack(parts, parts.areas.areas[0]?.id ?? '');
    const offered = offeredService(pack, draft.service);
    const data = JSON.parse(parts.sealer.open(draft.sealed)) as Record<string, unknown>;
    const field = offered?.workflow.items?.field;
    const rows = field === undefined ? undefined : data[field];
    if (!offered || field === undefined || !Array.isArray(rows)) {
      await drafts.remove(draft.id);
      continue;
    }
    const { form, formHash, workflow } = offered;
    const subjectOf = (row: unknown) =>
      sealSubmission({ [field]: [row] }, { sealer: parts.sealer, form, formHash, workflow, attachments: [] }).rows[0]?.subject;
    const kept = rows.filter((row) => typeof row !== 'object' || row === null || subjectOf(row) !== subject);
    const sealed = parts.sealer.text(JSON.stringify({ ...data, [field]: kept }));
    await drafts.put({ ...draft, version: draft.version + 1, sealed, subjects: draft.subjects.filter((one) => one !== subject) });
  }
  return found.length;
}
