import { randomUUID } from 'node:crypto';
import type { ComposedPack } from '@careway/definition';
import {
  type Actor,
  type CaseState,
  type DecideContext,
  matchKey,
  type NeededMatch,
  type NeededPerson,
  type NeededRecord,
  type PersonRead,
  type RegisterRead,
} from '@careway/engine';
import type { StoredRecord } from '../ports/register-store.js';
import { organisationSubject } from '../scope/viewer-scope.js';
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
    registers: pinned.registers,
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

/** What a command reads from registers, and whom it names. */
export interface CommandReads {
  readonly records: readonly NeededRecord[];
  readonly matches: readonly NeededMatch[];
  readonly people: readonly NeededPerson[];
}

/** Most records that one question reads. */
const recordsAtMost = 10_000;

/** The context with the register records and people that a command reads. */
export async function withReads(parts: TenantParts, ctx: DecideContext, reads: CommandReads): Promise<DecideContext> {
  const withAll = await withRecords(parts, ctx, reads.records);
  const lists = await Promise.all(
    reads.matches.map(async ({ register, match }) => {
      const { records } = await parts.store.registers.find(register, {
        match: storedMatch(parts, ctx, { register, match }),
        offset: 0,
        limit: recordsAtMost,
      });
      return [matchKey(register, match), records.map(readOf)] as const;
    }),
  );
  const people = await Promise.all(reads.people.map(async (needed) => [needed.person, await personRead(parts, ctx, needed)] as const));
  const listsByKey = new Map(lists);
  const peopleById = new Map(people);
  return { ...withAll, matches: (register, match) => listsByKey.get(matchKey(register, match)), people: (id) => peopleById.get(id) };
}

/** Records name whom they are about by an opaque id: the one that belongs to the number or code asked for. */
function storedMatch(
  parts: TenantParts,
  { registers }: Pick<DecideContext, 'registers'>,
  { register, match }: NeededMatch,
): NeededMatch['match'] {
  const fields = registers?.get(register)?.fields ?? [];
  const stored = Object.entries(match).map(([id, value]) => {
    const reference = fields.find((field) => field.id === id)?.reference;
    if (reference?.by !== 'subject') return [id, value] as const;
    const other = registers?.get(reference.register);
    const sealed = other?.fields.find((field) => field.id === other.key)?.type === 'identity';
    return [id, sealed ? parts.sealer.subject(value) : organisationSubject(value)] as const;
  });
  return Object.fromEntries(stored);
}

function readOf({ version, values, validOn }: StoredRecord): RegisterRead {
  return { version, values: values as RegisterRead['values'], validOn };
}

/** A person with the register record that names their account, and the records it refers to. */
export async function personRead(
  parts: TenantParts,
  ctx: Pick<DecideContext, 'registers'>,
  { person, register, key }: NeededPerson,
): Promise<PersonRead | undefined> {
  const known = await parts.store.people.byId(person);
  if (!known) return undefined;
  const base = { id: person, roles: known.roles };
  if (register === undefined || key === undefined) return base;
  const { records } = await parts.store.registers.find(register, { match: { [key]: person }, offset: 0, limit: 1 });
  const [record] = records;
  if (!record) return base;
  const fields = ctx.registers?.get(register)?.fields ?? [];
  const references = await Promise.all(
    fields.map(async ({ id, reference }) => {
      const named = record.values[id];
      const other = reference && typeof named === 'string' ? await parts.store.registers.get(reference.register, named) : undefined;
      return other ? [[id, readOf(other)] as const] : [];
    }),
  );
  return { ...base, record: readOf(record), references: Object.fromEntries(references.flat()) };
}

async function withRecords(parts: TenantParts, ctx: DecideContext, read: readonly NeededRecord[]): Promise<DecideContext> {
  if (read.length === 0) return ctx;
  const found = new Map<string, RegisterRead>();
  await Promise.all(
    read.map(async ({ register, key }) => {
      const record = await parts.store.registers.get(register, key);
      if (!record) return;
      found.set(`${register}\n${key}`, readOf(record));
    }),
  );
  return { ...ctx, records: (register, key) => found.get(`${register}\n${key}`) };
}
