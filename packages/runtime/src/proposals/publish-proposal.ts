import type { TenantTools } from '../facade/tenant-tools.js';
import type { StoredProposal } from '../ports/proposal-store.js';
import type { Reply } from '../runtime.js';
import type { ProposalView } from '../views.js';
import { composeProposal } from './compose-proposal.js';
import { openRows } from './open-rows.js';
import { proposalRefusal } from './proposal-refusals.js';
import { movedSince } from './proposal-view.js';
import { affectsOf, tablesOf } from './weigh-proposal.js';

type Refused = Exclude<Reply<ProposalView>, { ok: true }>;

/**
 * Binds the pack of a submitted proposal to its area, once: a proposal that was published by an earlier try is left as it is. Lines of
 * the open cases that it reaches are written anew.
 */
export async function publishProposal(
  { parts, loop }: TenantTools,
  proposal: StoredProposal,
  { by, note }: { readonly by: string; readonly note: string },
): Promise<Refused | undefined> {
  await parts.shelf.refresh();
  if (parts.shelf.publications.some((known) => known.proposal === proposal.id)) return undefined;
  const base = parts.shelf.byHash(proposal.base);
  const made = base && composeProposal(base, proposal);
  if (!made?.composed) return { ok: false, kind: 'issues', issues: made?.issues ?? [] };
  const moved = movedSince({ parts }, proposal);
  if (moved.length > 0) return baseMoved(moved);
  const weighing = { parts, proposal, made: { ...made, composed: made.composed } };
  const reached = await openRows(parts, { tables: tablesOf(weighing), affects: affectsOf(made) });
  const { area, effectiveFrom } = proposal;
  const publication = { area, effectiveFrom, publishedAt: parts.time.now(), by: proposal.by, approvedBy: by, note, proposal: proposal.id };
  // Another publication may have come between; then what is in force decides whether this one still fits.
  for (;;) {
    const before = parts.shelf.publications.length;
    const since = movedSince({ parts }, proposal);
    if (since.length > 0) return baseMoved(since);
    if (await parts.shelf.publish(made.composed, publication, before)) break;
  }
  for (const caseId of reached.cases) await loop.refresh(caseId, `publication:${proposal.id}:${caseId}`);
  return undefined;
}

function baseMoved(moved: ReturnType<typeof movedSince>): Refused {
  const params = { changesZh: moved.map((text) => text['zh-CN']).join('；'), changes: moved.map((text) => text.en).join('; ') };
  return { ok: false, kind: 'refused', refusal: proposalRefusal('BASE_MOVED', params) };
}
