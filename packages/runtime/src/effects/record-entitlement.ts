import { pathText } from '../publications/area-tree.js';
import { buildRecord, type RecordValues } from '../registers/build-record.js';
import { causeOfEffect } from './effect-cause.js';
import type { EffectWork, Performed } from './perform-effect.js';
import { rowName } from './row-name.js';

/** The record of a grant; its key derives from case and row, so that performing the effect again changes nothing. */
export async function recordEntitlement({ parts, state, effect }: EffectWork<'record-entitlement'>): Promise<Performed> {
  const key = await keyOf({ parts, state, effect });
  const recorded = { kind: 'entitlement-recorded', item: effect.item, record: key } as const;
  // Erased before it could be performed: nothing is known of the person any more.
  if (Object.keys(effect.record).length === 0) return recorded;
  const registers = parts.shelf.byHash(state.packHash)?.registers ?? new Map();
  const definition = registers.get(effect.register);
  if (!definition) throw new RangeError(`no register ${effect.register}`);
  const values = { ...(effect.record as RecordValues), [definition.key]: key };
  const name = rowName(parts, state, effect.item);
  await parts.store.registers.put(
    buildRecord(parts.sealer, {
      definition,
      registers,
      values,
      path: pathText(state.areaPath),
      version: 1,
      validOn: parts.time.now().slice(0, 10),
      cause: causeOfEffect(parts, state, effect.id),
      subject: effect.subject,
      ...(name === undefined ? {} : { name }),
    }),
  );
  return recorded;
}

/** A row that is granted again after its decision was revoked gets a record of its own: the first one says what became of it. */
async function keyOf({ parts, state, effect }: Pick<EffectWork<'record-entitlement'>, 'parts' | 'state' | 'effect'>): Promise<string> {
  const base = `E-${state.caseId.slice(-10)}-${effect.item}`;
  for (let count = 1; ; count += 1) {
    const key = count === 1 ? base : `${base}-${count}`;
    const [first] = await parts.store.registers.history(effect.register, key);
    if (!first || first.cause.effect === effect.id) return key;
  }
}
