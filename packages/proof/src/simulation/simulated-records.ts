import type { ComposedPack, RegisterDefinition } from '@careway/definition';
import type { FactScalar, NeededPerson, PersonRead, RegisterRead } from '@careway/engine';
import { maskIdentity } from '@careway/forms';
import { simulatedSeal, simulatedSubject } from './simulated-submission.js';

/** The register records of a scenario. They have been valid for ever. */
export class SimulatedRecords {
  private readonly registers = new Map<string, Map<string, RegisterRead>>();

  constructor(
    private readonly composed: ComposedPack,
    registers: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>,
    validOn: string,
  ) {
    for (const [id, records] of Object.entries(registers)) {
      const register = composed.registers.get(id);
      for (const record of register ? records : []) {
        const key = record[register?.key ?? ''];
        if (register && key !== undefined) this.of(id).set(String(key), { version: 1, values: recordValues(register, record), validOn });
      }
    }
  }

  get(register: string, key: string): RegisterRead | undefined {
    return this.registers.get(register)?.get(key);
  }

  /** Records that have all these values; of sealed numbers, and of whom a record is about, the number itself is the key. */
  find(register: string, match: Readonly<Record<string, string>>): readonly RegisterRead[] {
    const fields = this.composed.registers.get(register)?.fields ?? [];
    const about = new Set(fields.filter(({ reference }) => reference?.by === 'subject').map(({ id }) => id));
    const fits = ({ values }: RegisterRead) =>
      Object.entries(match).every(([field, value]) => {
        const known = plain(values[field]);
        return known === value || (about.has(field) && known === simulatedSubject(value));
      });
    return [...(this.registers.get(register)?.values() ?? [])].filter(fits);
  }

  /** What is registered about a person, and the records that this refers to. */
  ofPerson(id: string, needed: NeededPerson | undefined): Pick<PersonRead, 'record' | 'references'> {
    if (needed?.register === undefined || needed.key === undefined) return {};
    const [record] = this.find(needed.register, { [needed.key]: id });
    if (!record) return {};
    const fields = this.composed.registers.get(needed.register)?.fields ?? [];
    const references = fields.flatMap(({ id: field, reference }) => {
      const other = reference && this.get(reference.register, plain(record.values[field]));
      return other ? [[field, other] as const] : [];
    });
    return { record, references: Object.fromEntries(references) };
  }

  /** Writes a record: the fields given over those that are there. Answers its version. */
  put(
    register: string,
    { key, values, on }: { readonly key: string; readonly values: RegisterRead['values']; readonly on: string },
  ): number {
    const known = this.get(register, key);
    const version = (known?.version ?? 0) + 1;
    this.of(register).set(key, { version, values: { ...known?.values, ...values }, validOn: on });
    return version;
  }

  private of(register: string): Map<string, RegisterRead> {
    const known = this.registers.get(register) ?? new Map<string, RegisterRead>();
    this.registers.set(register, known);
    return known;
  }
}

function plain(value: FactScalar | undefined): string {
  return value === undefined ? '' : typeof value === 'object' ? value.key : String(value);
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
