import { randomUUID } from 'node:crypto';
import type { ComposedPack } from '@careway/definition';
import type { Actor, CaseState, DecideContext, RegisterRead } from '@careway/engine';
import { livePack, type TenantParts } from './tenant-parts.js';

/** The area that a case belongs to: the narrowest of its path. */
export function caseArea(state: Pick<CaseState, 'areaPath'>): string {
  return state.areaPath.at(-1)?.id ?? '';
}

/** Everything a decision may depend on but the register records: procedure from the pinned pack, the rest live. */
export function contextFor(
  parts: TenantParts,
  options: { readonly pinned: ComposedPack; readonly area: string; readonly actor: Actor },
): DecideContext {
  const { pinned, area, actor } = options;
  const live = livePack(parts, area);
  return {
    now: parts.time.now(),
    actor,
    // 122 random bits, from Node's pool of them.
    salt: randomUUID().replaceAll('-', ''),
    records: () => undefined,
    packHash: pinned.hash,
    services: pinned.services,
    letters: pinned.letters,
    remedies: live.remedies,
    organisation: live.organisation,
    calendars: parts.shelf.calendars(area),
    decision: (id, legalDate) => {
      const pack = parts.shelf.inForce(area, legalDate) ?? pinned;
      return parts.shelf.decision(pack.decisions.has(id) ? pack : pinned, id);
    },
    clause: (id) => parts.shelf.clause(live, id) ?? parts.shelf.clause(pinned, id),
  };
}

/** The context with the register records that a command reads. */
export async function withRecords(
  parts: TenantParts,
  ctx: DecideContext,
  read: readonly { readonly register: string; readonly key: string }[],
): Promise<DecideContext> {
  if (read.length === 0) return ctx;
  const found = new Map<string, RegisterRead>();
  await Promise.all(
    read.map(async ({ register, key }) => {
      const record = await parts.store.registers.get(register, key);
      if (!record) return;
      const values = record.values as RegisterRead['values'];
      found.set(`${register}\n${key}`, { version: record.version, values, validOn: record.validOn });
    }),
  );
  return { ...ctx, records: (register, key) => found.get(`${register}\n${key}`) };
}
