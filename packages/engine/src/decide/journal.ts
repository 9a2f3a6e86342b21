import { makeSlot, type SlotContent } from '../acts/slot.js';
import { dayOfInstant } from '../calendar/instant.js';
import type { CompiledWorkflow } from '../compile/compile-workflow.js';
import { evolve } from '../evolve/evolve.js';
import type { Act, ActData, ActOf, ActType } from '../types/act.js';
import type { ActActor } from '../types/actor.js';
import type { DecideContext, Decided } from '../types/context.js';
import type { Effect, EffectBody } from '../types/effect.js';
import type { CaseState } from '../types/state.js';
import type { Slot } from '../types/values.js';
import { concernedBy, filerOf, type Whose } from './whose.js';

export interface ActMore {
  readonly step?: string | undefined;
  readonly items?: readonly string[] | undefined;
  readonly slots?: Readonly<Record<string, SlotContent | undefined>> | undefined;
  readonly effectiveOn?: string | undefined;
}

/** Collects the acts and effects of one command; its state is always the fold of what was recorded. */
export class Journal {
  readonly acts: Act[] = [];
  readonly effects: Effect[] = [];
  /** Day of the command in the tenant's calendar. */
  readonly today: string;
  /** Day on which what is recorded took effect. */
  effectiveOn: string;
  private current: CaseState | undefined;

  constructor(
    readonly compiled: CompiledWorkflow,
    readonly ctx: DecideContext,
    state: CaseState | undefined,
    public actor: ActActor,
  ) {
    this.current = state;
    this.today = dayOfInstant(ctx.now);
    this.effectiveOn = this.today;
  }

  get state(): CaseState {
    if (!this.current) throw new RangeError('the case is not open');
    return this.current;
  }

  /** The context in which facts and tables are read: on the day that the command took effect. */
  get reads(): DecideContext {
    const { now } = this.ctx;
    return this.effectiveOn === this.today ? this.ctx : { ...this.ctx, now: this.effectiveOn + now.slice(10) };
  }

  /** Number that the next act will have: ids of tasks, clocks and letters derive from it. */
  get nextSeq(): number {
    return (this.current?.seq ?? 0) + 1;
  }

  record<T extends ActType>(type: T, data: ActData[T], more: ActMore = {}): void {
    const seq = this.nextSeq;
    const slots: Record<string, Slot> = {};
    for (const [name, content] of Object.entries(more.slots ?? {})) {
      if (content) slots[name] = makeSlot(this.ctx.salt, seq, name, content);
    }
    const act = {
      seq,
      type,
      recordedAt: this.ctx.now,
      effectiveOn: more.effectiveOn ?? this.effectiveOn,
      actor: this.actor,
      ...(more.step === undefined ? {} : { step: more.step }),
      ...(more.items === undefined ? {} : { items: more.items }),
      data,
      slots,
    } as unknown as ActOf<T> as unknown as Act;
    this.acts.push(act);
    this.current = evolve(this.current, act);
  }

  /** Ids are unique and stable: case, number of the act before it, count within the command. */
  effect(body: EffectBody): void {
    const id = `${this.state.caseId}:${this.state.seq}:${this.effects.length + 1}`;
    this.effects.push({ id, ...body });
  }

  /** Opaque id of the person or organisation the case concerns first. */
  get applicant(): string {
    return this.state.parties[0]?.subject ?? this.state.caseId;
  }

  /** Whom the case is about, and who filed it. */
  get whose(): Whose {
    const { parties, filedBy } = this.state;
    const [party] = parties;
    return { filer: party ? filerOf(party, filedBy) : this.applicant, concerned: this.concerned() };
  }

  /** Opaque id of whom these rows, or the whole case, are about. Words that are said of a person belong to that person. */
  concerned(rows: readonly string[] = []): string {
    const { items } = this.state;
    return concernedBy(rows.length === 0 ? items : items.filter(({ id }) => rows.includes(id)), this.applicant);
  }

  done(): Decided {
    return { ok: true, acts: this.acts, effects: this.effects, state: this.state };
  }
}
