import type { ComposedPack, RegisterDefinition } from '@careway/definition';
import type { FactScalar, RegisterRead } from '@careway/engine';
import { maskIdentity } from '@careway/forms';
import { simulatedSeal } from './simulated-submission.js';

/** The register records of a scenario, looked up by register and key. They have been valid for ever. */
export function simulatedRecords(
  composed: ComposedPack,
  registers: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>,
  validOn: string,
): (register: string, key: string) => RegisterRead | undefined {
  const reads = new Map<string, RegisterRead>();
  for (const [id, records] of Object.entries(registers)) {
    const register = composed.registers.get(id);
    if (!register) continue;
    for (const record of records) {
      const key = record[register.key];
      if (key !== undefined) reads.set(JSON.stringify([id, String(key)]), { version: 1, values: recordValues(register, record), validOn });
    }
  }
  return (register, key) => reads.get(JSON.stringify([register, key]));
}

function recordValues(register: RegisterDefinition, record: Readonly<Record<string, unknown>>): Record<string, FactScalar> {
  return Object.fromEntries(
    register.fields.flatMap(({ id, type }) => {
      const value = record[id];
      if (value === undefined || value === null) return [];
      if (typeof value === 'boolean') return [[id, value]];
      const text = String(value);
      return [[id, type === 'identity' || type === 'phone' ? simulatedSeal(text, maskIdentity) : text]];
    }),
  );
}
