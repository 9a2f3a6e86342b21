import type { FactDefinition } from '@careway/definition';
import type { ActOf, CaseState, FactScalar } from '@careway/engine';
import type { TenantParts } from '../loop/tenant-parts.js';

export type FiledRow = Readonly<Record<string, FactScalar>>;

/**
 * The rows of a case by item id as they were last filed, numbers sealed, with what was corrected since: every answer, also those that are
 * no facts. A row that came from another case has what its facts tell.
 */
export async function filedRows({ store, shelf }: TenantParts, state: CaseState): Promise<ReadonlyMap<string, FiledRow>> {
  const items = shelf.byHash(state.packHash)?.workflows.get(state.workflow.id)?.items;
  const rows = new Map<string, FiledRow>();
  for (const item of state.items) {
    const known = (items?.facts ?? []).flatMap(({ id, from }) => {
      const value = item.facts[id]?.value;
      return from.kind === 'submission' && value !== undefined ? [[from.field ?? id, value] as const] : [];
    });
    rows.set(item.id, Object.fromEntries(known));
  }
  const commits = await store.cases.commits(state.caseId);
  for (const act of commits.flatMap(({ acts }) => acts)) {
    if (act.type === 'FactCorrected') correctRow(rows, items?.facts ?? [], act);
    if (act.type !== 'CaseOpened' && act.type !== 'SupplementFiled') continue;
    for (const [name, { value }] of Object.entries(act.slots)) {
      const id = name.startsWith('item:') ? name.slice('item:'.length) : '';
      if (rows.has(id) && value !== undefined) rows.set(id, value as FiledRow);
    }
  }
  return rows;
}

function correctRow(rows: Map<string, FiledRow>, facts: readonly FactDefinition[], { data, slots }: ActOf<'FactCorrected'>): void {
  const row = data.item === undefined ? undefined : rows.get(data.item);
  const field = facts.find(({ id }) => id === data.fact)?.from.field ?? data.fact;
  const value = slots.after?.value;
  if (row && data.item !== undefined && value !== undefined) rows.set(data.item, { ...row, [field]: value as FactScalar });
}
