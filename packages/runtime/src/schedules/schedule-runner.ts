import { type ScheduleDefinition, type ServiceDefinition } from '@careway/definition';
import { dayNumberOf, isoOfDay, schedulePeriods, scheduleDay } from '@careway/engine';
import { declareFacts, evaluate, type Expression, parseExpression } from '@careway/rules';
import type { EffectRunner } from '../effects/effect-runner.js';
import type { CommandLoop } from '../loop/command-loop.js';
import type { TenantParts } from '../loop/tenant-parts.js';
import type { StoredRecord } from '../ports/register-store.js';
import { isSealed } from '../crypto/sealer.js';
import { openScheduled, type ScheduledCase } from './open-scheduled.js';

/** Records read at once. */
const pageSize = 500;
/** Failures kept for the operator, of each schedule. */
const failuresKept = 50;

/** What an operator sees of a schedule. */
export interface ScheduleStatus {
  readonly id: string;
  readonly label: ScheduleDefinition['label'];
  /** ISO date up to which it has run. */
  readonly ranTo?: string;
  readonly opened: number;
  /** Records for which no case could be opened, with why. They are tried again on the next day. */
  readonly failed: readonly { readonly record: string; readonly period: string; readonly why: string }[];
}

interface Progress {
  /** First day that the schedule ever saw: what fell due before is not opened. */
  readonly since: string;
  readonly ranTo: string;
  readonly opened: number;
  readonly failed: ScheduleStatus['failed'];
}

/**
 * Opens the cases of a tenant's schedules, each period once for each record, after downtime too: the id of a case follows from schedule,
 * period and record, so that running again opens nothing twice. Runs when the tenant's day has changed.
 */
export class ScheduleRunner {
  #ranOn: string | undefined;

  constructor(
    readonly parts: TenantParts,
    readonly loop: CommandLoop,
    readonly effects: EffectRunner,
  ) {}

  /** Answers how many cases were opened. */
  async run(): Promise<number> {
    const today = this.parts.time.now().slice(0, 10);
    if (this.#ranOn === today) return 0;
    let opened = 0;
    for (const { schedule, service, packHash } of this.#inForce(today))
      opened += await this.#runOne({ schedule, service, packHash, today });
    this.#ranOn = today;
    return opened;
  }

  async status(): Promise<readonly ScheduleStatus[]> {
    const schedules = this.#inForce(this.parts.time.now().slice(0, 10));
    return Promise.all(
      schedules.map(async ({ schedule: { id, label } }) => {
        const known = await this.#progress(id);
        return { id, label, ...(known ? { ranTo: known.ranTo } : {}), opened: known?.opened ?? 0, failed: known?.failed ?? [] };
      }),
    );
  }

  #inForce(today: string) {
    const { shelf, areas } = this.parts;
    const pack = shelf.inForce(areas.areas[0]?.id ?? '', today);
    if (!pack) return [];
    return [...pack.schedules.values()].flatMap((schedule) => {
      const service = pack.services.get(schedule.service);
      const open = service && (!service.validity || (service.validity.from <= today && today <= (service.validity.to ?? '9999')));
      return service && open ? [{ schedule, service, packHash: pack.hash }] : [];
    });
  }

  async #runOne(input: RunInput): Promise<number> {
    const { schedule, today } = input;
    const known = await this.#progress(schedule.id);
    if (known && known.ranTo >= today && known.failed.length === 0) return 0;
    const since = known?.since ?? today;
    const from = known ? isoOfDay(dayNumberOf(known.ranTo) + 1) : today;
    const failed: ScheduleStatus['failed'][number][] = [];
    let opened = 0;
    for await (const due of this.#due(input, { since, from, again: (known?.failed.length ?? 0) > 0 })) {
      const result = await openScheduled({ parts: this.parts, loop: this.loop, effects: this.effects }, due);
      if (result.opened) opened += 1;
      else if (result.why !== undefined && failed.length < failuresKept)
        failed.push({ record: due.record.key.slice(0, 12), period: due.period, why: result.why });
    }
    const progress: Progress = { since, ranTo: today, opened: (known?.opened ?? 0) + opened, failed };
    await this.parts.store.settings.set(`schedule:${schedule.id}`, JSON.stringify(progress));
    return opened;
  }

  /** Records with the periods that are due for them. */
  async *#due(input: RunInput, window: Window): AsyncGenerator<ScheduledCase> {
    const { schedule, service, packHash, today } = input;
    const from = window.again ? window.since : window.from;
    const periods = schedulePeriods(schedule.when, from, today);
    if (schedule.when.field === undefined && periods.length === 0) return;
    for await (const record of this.#records(schedule, today)) {
      const own = schedule.when.field === undefined ? periods : periodOfRecord(schedule, record, { since: window.since, today });
      for (const { period } of own) yield { schedule, service, packHash, record, period };
    }
  }

  async *#records(schedule: ScheduleDefinition, today: string): AsyncGenerator<StoredRecord> {
    const { shelf, areas, store } = this.parts;
    const definition = shelf.inForce(areas.areas[0]?.id ?? '', today)?.registers.get(schedule.over.register);
    if (!definition) return;
    const condition = schedule.over.where === undefined ? undefined : parseExpression(schedule.over.where).ast;
    const declared = declareFacts([...definition.fields, { id: 'today', type: 'date', label: { 'zh-CN': '今天', en: 'Today' } }]);
    for (let offset = 0; ; offset += pageSize) {
      const { records } = await store.registers.find(schedule.over.register, { offset, limit: pageSize });
      for (const record of records) {
        if (condition === undefined || holds(condition, { record, declared, today })) yield record;
      }
      if (records.length < pageSize) return;
    }
  }

  async #progress(id: string): Promise<Progress | undefined> {
    const text = await this.parts.store.settings.get(`schedule:${id}`);
    return text === undefined ? undefined : (JSON.parse(text) as Progress);
  }
}

interface RunInput {
  readonly schedule: ScheduleDefinition;
  readonly service: ServiceDefinition;
  readonly packHash: string;
  readonly today: string;
}

interface Window {
  readonly since: string;
  readonly from: string;
  /** Some records failed before: all since the first day are tried again. */
  readonly again: boolean;
}

/** The period of a record that says its day itself is that day; what had passed before the schedule was first seen is left alone. */
function periodOfRecord(schedule: ScheduleDefinition, record: StoredRecord, { since, today }: { since: string; today: string }) {
  const date = record.values[schedule.when.field ?? ''];
  if (typeof date !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(date) || date < since) return [];
  return scheduleDay(schedule.when, date) <= today ? [{ period: date }] : [];
}

/** A condition that cannot be judged, such as one over a value that is not known, does not hold. */
function holds(
  condition: Expression,
  { record, declared, today }: { record: StoredRecord; declared: ReturnType<typeof declareFacts>; today: string },
): boolean {
  const values = Object.fromEntries(Object.entries(record.values).map(([id, value]) => [id, isSealed(value) ? value.key : value]));
  return evaluate(condition, { facts: { ...values, today }, declared }).value === true;
}
