import type { ComposedPack } from '@careway/definition';
import type { Effect, EffectOutcome, RegisterRead } from '@careway/engine';
import type { SimulatedRecords } from './simulated-records.js';

/** What lies outside the cases: sequences, claims and records, in memory and deterministic. */
export class SimulatedEffects {
  private readonly counters = new Map<string, number>();
  private readonly claims = new Map<string, { readonly service: string; readonly since: string; readonly case: string }>();
  readonly notices: { readonly case: string; readonly notice: string; readonly to: unknown; readonly letter?: string | undefined }[] = [];

  private granted = 0;

  constructor(
    private readonly composed: ComposedPack,
    private readonly records: SimulatedRecords,
  ) {}

  /** A claim that somebody else holds when the simulation begins. */
  hold(key: string, service: string, since: string): void {
    this.claims.set(key, { service, since, case: 'elsewhere' });
  }

  /** Performs what needs no other case and says what came of it; nothing for what has no outcome. */
  perform(effect: Effect, caseId: string): EffectOutcome | undefined {
    switch (effect.kind) {
      case 'assign-number':
        return {
          kind: 'number-assigned',
          for: effect.for,
          ...(effect.letter ? { letter: effect.letter } : {}),
          number: this.number(effect),
        };
      case 'claim':
        return this.claim(effect, caseId);
      case 'release-claim':
        if (this.claims.get(effect.key)?.case === caseId) this.claims.delete(effect.key);
        return undefined;
      case 'record-entitlement':
        return this.entitlement(effect);
      case 'write-record':
        return this.write(effect);
      case 'notify':
        this.notices.push({ case: caseId, notice: effect.notice, to: effect.to, letter: effect.letter });
        return undefined;
      default:
        return undefined;
    }
  }

  private entitlement({ item, register, record }: Extract<Effect, { kind: 'record-entitlement' }>): EffectOutcome {
    this.granted += 1;
    const key = `sim-record-${this.granted}`;
    const field = this.composed.registers.get(register)?.key;
    const values = { ...(record as RegisterRead['values']), ...(field === undefined ? {} : { [field]: key }) };
    this.records.put(register, { key, values, on: '' });
    return { kind: 'entitlement-recorded', item, record: key };
  }

  private write({ write, register, mode, key, values, on }: Extract<Effect, { kind: 'write-record' }>): EffectOutcome {
    const known = this.records.get(register, key) !== undefined;
    if (known && mode === 'create') return { kind: 'record-refused', write, why: 'exists' };
    if (!known && mode === 'update') return { kind: 'record-refused', write, why: 'missing' };
    const field = this.composed.registers.get(register)?.key;
    const named = field === undefined || field in values ? {} : { [field]: key };
    return { kind: 'record-written', write, version: this.records.put(register, { key, values: { ...named, ...values }, on }) };
  }

  private claim(effect: Extract<Effect, { kind: 'claim' }>, caseId: string): EffectOutcome {
    const holder = this.claims.get(effect.key);
    if (holder && holder.case !== caseId && !isChildOf(caseId, holder.case)) {
      return { kind: 'claim-refused', item: effect.item, heldSince: holder.since, heldByService: holder.service };
    }
    this.claims.set(effect.key, { service: effect.service, since: '', case: caseId });
    return { kind: 'claim-granted', item: effect.item };
  }

  private number({ sequence, area, on }: Extract<Effect, { kind: 'assign-number' }>): string {
    const year = on.slice(0, 4);
    const counter = `${sequence} ${area} ${year}`;
    const next = (this.counters.get(counter) ?? 0) + 1;
    this.counters.set(counter, next);
    const pattern = this.composed.organisation.sequences.find(({ id }) => id === sequence)?.pattern ?? '{n:4}';
    return pattern
      .replace('{yyyy}', year)
      .replace('{area}', area)
      .replace(/\{n:(\d)\}/, (_, width: string) => String(next).padStart(Number(width), '0'));
  }
}

/** A child case goes on with the claims of its parent. */
function isChildOf(caseId: string, holder: string): boolean {
  return caseId.startsWith(`${holder}-child-`);
}
