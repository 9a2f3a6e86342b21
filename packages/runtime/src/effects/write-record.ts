import type { EffectWork, Performed } from './perform-effect.js';
import { pathText } from '../publications/area-tree.js';

/** Attempts against writers of the same record. */
const attemptsAtMost = 20;

/** Writes a register record for a case: changed fields only, compare-and-set on its version. */
export async function writeRecord({ parts, state, effect }: EffectWork<'write-record'>): Promise<Performed> {
  const { registers } = parts.store;
  const definition = parts.shelf.byHash(state.packHash)?.registers.get(effect.register);
  if (!definition) throw new RangeError(`no register ${effect.register}`);
  for (let attempt = 0; attempt < attemptsAtMost; attempt += 1) {
    const known = await registers.get(effect.register, effect.key);
    if (known && effect.mode === 'create') return { kind: 'record-refused', write: effect.write, why: 'exists' };
    if (!known && effect.mode === 'update') return { kind: 'record-refused', write: effect.write, why: 'missing' };
    const values = { ...known?.values, ...effect.values };
    const name = values[definition.name];
    const version = (known?.version ?? 0) + 1;
    const written = await registers.put({
      register: effect.register,
      key: effect.key,
      version,
      validOn: effect.on,
      name: typeof name === 'string' ? name : (known?.name ?? ''),
      path: known?.path ?? (definition.scope === 'tenant' ? '/' : pathText(state.areaPath)),
      subject: known?.subject ?? effect.subject,
      values,
    });
    if (written) return { kind: 'record-written', write: effect.write, version };
  }
  throw new Error('the record is being changed by others');
}
