import type { CaseState } from '@careway/engine';
import type { TenantParts } from '../loop/tenant-parts.js';

/** Name in a row of a case: the subject of a record is an opaque id. */
export function rowName({ shelf }: TenantParts, state: CaseState, item: string | undefined): string | undefined {
  const fact = shelf.byHash(state.packHash)?.workflows.get(state.workflow.id)?.items?.name;
  const name = fact === undefined ? undefined : state.items.find(({ id }) => id === item)?.facts[fact]?.value;
  return typeof name === 'string' ? name : undefined;
}
