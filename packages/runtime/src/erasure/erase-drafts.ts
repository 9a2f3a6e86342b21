import { offeredService } from '../filing/check-filing.js';
import { sealSubmission } from '../filing/seal-submission.js';
import { livePack, type TenantParts } from '../loop/tenant-parts.js';
import type { StoredDraft } from '../ports/draft-store.js';
import type { Erased } from './erased.js';

/** Drafts that somebody wrote go whole; of those of others the rows about them. Answers how many drafts changed. */
export async function eraseInDrafts(parts: TenantParts, who: Erased): Promise<number> {
  const { drafts } = parts.store;
  const found = new Map<string, StoredDraft>();
  for (const subject of who.subjects) {
    for (const draft of [...(await drafts.bySubject(subject)), ...(await drafts.list(subject))]) found.set(draft.id, draft);
  }
  for (const draft of found.values()) {
    const kept = who.subjects.has(draft.owner) ? undefined : withoutRows(parts, draft, who);
    if (kept) await drafts.put(kept);
    else await removeDraft(parts, draft.id);
  }
  return found.size;
}

/** A draft without the rows about somebody; `undefined` where its rows cannot be told from the rest. */
function withoutRows(parts: TenantParts, draft: StoredDraft, { subjects }: Erased): StoredDraft | undefined {
  const offered = offeredService(livePack(parts, parts.areas.areas[0]?.id ?? ''), draft.service);
  const data = JSON.parse(parts.sealer.open(draft.sealed)) as Readonly<Record<string, unknown>>;
  const field = offered?.workflow.items?.field;
  const rows = field === undefined ? undefined : data[field];
  if (!offered || field === undefined || !Array.isArray(rows)) return undefined;
  const { form, formHash, workflow } = offered;
  const subjectOf = (row: unknown) =>
    sealSubmission({ [field]: [row] }, { sealer: parts.sealer, form, formHash, workflow, attachments: [] }).rows[0]?.subject ?? '';
  const kept = rows.filter((row) => typeof row !== 'object' || row === null || !subjects.has(subjectOf(row)));
  const sealed = parts.sealer.text(JSON.stringify({ ...data, [field]: kept }));
  return { ...draft, version: draft.version + 1, sealed, subjects: draft.subjects.filter((one) => !subjects.has(one)) };
}

async function removeDraft({ store }: TenantParts, id: string): Promise<void> {
  for (const { ref } of await store.blobs.list({ draft: id })) await store.blobs.remove(ref.id);
  await store.drafts.remove(id);
}
