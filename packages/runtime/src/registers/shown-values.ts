import type { LocalizedText, RegisterDefinition, RegisterField } from '@careway/definition';
import type { FactScalar } from '@careway/engine';
import { isSealed } from '../crypto/sealer.js';
import { stateOf } from '../loop/command-loop.js';
import type { TenantParts } from '../loop/tenant-parts.js';
import type { StoredRecord } from '../ports/register-store.js';
import type { ServiceLabels } from './registers-in-force.js';
import { factText } from '../views/fact-view.js';
import { plainText } from '../views/view-context.js';
import type { ShownValue } from '../views.js';
import { recordId } from './record-id.js';
import type { RegisterScope } from './register-scope.js';

/** What may be shown of values, for one viewer and one answer: names looked up once. */
export class ShownValues {
  readonly #references = new Map<string, Promise<StoredRecord | undefined>>();
  readonly #cases = new Map<string, Promise<Omit<ShownValue, 'value'>>>();

  constructor(
    readonly parts: TenantParts,
    readonly scope: RegisterScope,
    readonly registers: ReadonlyMap<string, RegisterDefinition>,
    readonly services: ServiceLabels,
  ) {}

  /** Values of these fields, unknown ones left out. */
  async of(record: StoredRecord, fields: readonly RegisterField[]): Promise<Readonly<Record<string, ShownValue>>> {
    const shown = await Promise.all(fields.map(async (field) => [field.id, await this.one(record, field)] as const));
    return Object.fromEntries(shown.flatMap(([id, value]) => (value ? [[id, value] as const] : [])));
  }

  /** A row's id is shown nowhere. */
  async one(record: StoredRecord, field: RegisterField): Promise<ShownValue | undefined> {
    const value = record.values[field.id] as FactScalar | undefined;
    if (value === undefined || field.holds === 'row') return undefined;
    if (isSealed(value)) return { value: value.hint, text: plainText(value.hint) };
    if (field.holds === 'case') return { value, ...(await this.#case(String(value))) };
    if (field.holds === 'service') return { value, text: this.services(String(value)) ?? plainText(String(value)) };
    // Lists and spreadsheets keep days as they sort.
    if (field.type === 'date') return { value, text: plainText(String(value)) };
    if (!field.reference) return { value, text: factText(field, value) };
    return this.#reference(record, field, String(value));
  }

  async #reference(record: StoredRecord, { id, reference }: RegisterField, value: string): Promise<ShownValue> {
    const register = reference?.register ?? '';
    const definition = this.registers.get(register);
    const bySubject = reference?.by === 'subject';
    const found = await this.#referred(register, value, bySubject);
    if (found && definition && this.scope.sees(definition, found)) {
      return { value, text: plainText(found.name), record: { register: found.register, id: recordId(found.key) } };
    }
    const named = this.registers.get(record.register)?.name === id && record.name !== '' ? plainText(record.name) : undefined;
    return { value, text: named ?? (bySubject || found ? elsewhere : plainText(value)) };
  }

  #referred(register: string, value: string, bySubject: boolean): Promise<StoredRecord | undefined> {
    const id = `${register}\n${value}`;
    const known = this.#references.get(id);
    if (known) return known;
    const { registers } = this.parts.store;
    const asked = bySubject
      ? registers.find(register, { subject: value, offset: 0, limit: 1 }).then(async ({ records: [first] }) => {
          return first ?? (await registers.about(value, 20)).find((other) => this.#isOwn(other));
        })
      : registers.get(register, value);
    this.#references.set(id, asked);
    return asked;
  }

  /** The record of the person or organisation itself, not one that is merely about it. */
  #isOwn({ register }: StoredRecord): boolean {
    const definition = this.registers.get(register);
    return definition !== undefined && definition.subject === undefined;
  }

  #case(caseId: string): Promise<Omit<ShownValue, 'value'>> {
    const known = this.#cases.get(caseId);
    if (known) return known;
    const asked = this.parts.store.cases.load(caseId).then((stored) => {
      const state = stateOf(stored);
      if (!state) return { text: plainText('—') };
      const number = state.number === undefined ? unnumbered : plainText(state.number);
      return { text: number, ...(this.scope.scope.sees(state) ? { caseId } : {}) };
    });
    this.#cases.set(caseId, asked);
    return asked;
  }
}

const elsewhere: LocalizedText = { 'zh-CN': '在其他区登记', en: 'Registered in another area' };
const unnumbered: LocalizedText = { 'zh-CN': '尚未编号', en: 'Without a number yet' };
