import type { RegisterDefinition } from '@careway/definition';
import type { CaseState, Effect } from '@careway/engine';
import type { TenantParts } from '../loop/tenant-parts.js';
import type { StoredRecord } from '../ports/register-store.js';
import { pathText } from '../publications/area-tree.js';
import { buildRecord, type RecordValues } from '../registers/build-record.js';
import { namedBySubject, subjectName } from '../registers/subject-name.js';
import { causeOfEffect } from './effect-cause.js';
import type { EffectWork, Performed } from './perform-effect.js';
import { rowName } from './row-name.js';

/** Attempts against writers of the same record. */
const attemptsAtMost = 20;

/** Writes a register record for a case: changed fields only, compare-and-set on its version. An effect that is in its history is done. */
export async function writeRecord({ parts, state, effect }: EffectWork<'write-record'>): Promise<Performed> {
  const { registers } = parts.store;
  const { write } = effect;
  // Erased before it could be performed: nothing is known of the person any more.
  if (Object.keys(effect.values).length === 0) return { kind: 'record-refused', write, why: 'missing' };
  for (let attempt = 0; attempt < attemptsAtMost; attempt += 1) {
    const known = await registers.get(effect.register, effect.key);
    const done = known && (await registers.history(known.register, known.key)).find(({ cause }) => cause.effect === effect.id);
    if (done) return { kind: 'record-written', write, version: done.version };
    if (known && effect.mode === 'create') return { kind: 'record-refused', write, why: 'exists' };
    if (!known && effect.mode === 'update') return { kind: 'record-refused', write, why: 'missing' };
    const record = await writtenRecord({ parts, state, effect }, known);
    if (await registers.put(record)) return { kind: 'record-written', write, version: record.version };
  }
  throw new Error('the record is being changed by others');
}

interface Write {
  readonly parts: TenantParts;
  readonly state: CaseState;
  readonly effect: Extract<Effect, { kind: 'write-record' }>;
}

async function writtenRecord({ parts, state, effect }: Write, known: StoredRecord | undefined): Promise<StoredRecord> {
  const registers = parts.shelf.byHash(state.packHash)?.registers;
  const definition = registers?.get(effect.register);
  if (!registers || !definition) throw new RangeError(`no register ${effect.register}`);
  const subject = known?.subject ?? (tellsSubject(definition) ? undefined : effect.subject);
  const name = await nameOf({ parts, state, effect }, { definition, known });
  return buildRecord(parts.sealer, {
    definition,
    registers,
    key: effect.key,
    values: { ...keyValue(definition, effect.key), ...(known?.values as RecordValues | undefined), ...effect.values },
    path: known?.path ?? pathText(state.areaPath),
    version: (known?.version ?? 0) + 1,
    validOn: effect.on,
    cause: causeOfEffect(parts, state, effect.id),
    ...(subject === undefined ? {} : { subject }),
    ...(name === undefined ? {} : { name }),
  });
}

/** The key as a value; of a sealed number it is a hash and tells nothing. */
function keyValue(definition: RegisterDefinition, key: string): RecordValues {
  const type = definition.fields.find(({ id }) => id === definition.key)?.type;
  return type === 'identity' ? {} : { [definition.key]: key };
}

/** An identity number or a field tells whom a record is about; else the case does. */
function tellsSubject(definition: RegisterDefinition): boolean {
  return definition.subject !== undefined || definition.fields.find(({ id }) => id === definition.key)?.type === 'identity';
}

async function nameOf(
  { parts, state, effect }: Write,
  { definition, known }: { readonly definition: RegisterDefinition; readonly known: StoredRecord | undefined },
): Promise<string | undefined> {
  const register = namedBySubject(definition);
  if (register === undefined) return undefined;
  return known?.name ?? rowName(parts, state, effect.item) ?? (await subjectName(parts, effect.subject, register)) ?? '';
}
