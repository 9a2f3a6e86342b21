import { type Act, nextWorkingDay } from '@careway/engine';
import type { ComposedPack, FormDefinition, LocalizedText } from '@careway/definition';
import type { FormRules } from '@careway/forms';
import { livePack } from '../loop/tenant-parts.js';
import type { PeoplePort, PublicTenant, ScopedTenant, TenantClock, TenantRuntime, Viewer } from '../runtime.js';
import { PublicRuntime } from './public-runtime.js';
import { ScopedRuntime } from './scoped-tenant.js';
import type { TenantTools } from './tenant-tools.js';

/** One tenant as the server sees it. */
export class TenantFacade implements TenantRuntime {
  readonly clock: TenantClock;
  readonly public: PublicTenant;
  readonly people: PeoplePort;

  constructor(readonly tools: TenantTools) {
    this.people = tools.people;
    this.public = new PublicRuntime(tools);
    this.clock = clockOf(tools, () => this.tick());
  }

  get id(): string {
    return this.tools.parts.id;
  }

  get label(): LocalizedText {
    return this.tools.parts.label;
  }

  packFor(area: string, on?: string): ComposedPack {
    return (on === undefined ? undefined : this.tools.parts.shelf.inForce(area, on)) ?? livePack(this.tools.parts, area);
  }

  packByHash(hash: string): ComposedPack | undefined {
    return this.tools.parts.shelf.byHash(hash);
  }

  formByHash(hash: string): FormDefinition | undefined {
    return this.tools.parts.shelf.formByHash(hash);
  }

  formRules(hash: string): FormRules | undefined {
    return this.tools.parts.shelf.formRules(hash);
  }

  areas() {
    return this.tools.parts.areas.areas;
  }

  as(viewer: Viewer): ScopedTenant {
    return new ScopedRuntime(this.tools, viewer);
  }

  async tick() {
    await this.tools.parts.shelf.refresh();
    await this.tools.imports.wake();
    const fired = await this.tools.due.fire();
    const opened = await this.tools.schedules.run();
    return { fired, opened, ...(await this.tools.due.perform()) };
  }

  async acts(caseId: string): Promise<readonly Act[]> {
    return (await this.tools.parts.store.cases.commits(caseId)).flatMap(({ acts }) => acts);
  }

  async operations() {
    const { cases } = this.tools.parts.store;
    const { pending, armed, cases: count } = await cases.counts();
    const dead = await cases.pending({ dead: true, limit: 500 });
    const [next] = await cases.due('9999', 1);
    return {
      pendingEffects: pending,
      deadLetters: dead.map(({ effect, caseId, attempts, error }) => ({
        id: effect.id,
        caseId,
        kind: effect.kind,
        attempts,
        error: error ?? '',
      })),
      armedClocks: armed,
      ...(next ? { nextDue: next.nextDue } : {}),
      cases: count,
      schedules: await this.tools.schedules.status(),
    };
  }

  async retryEffect(id: string): Promise<boolean> {
    const { cases } = this.tools.parts.store;
    const dead = (await cases.pending({ dead: true, limit: 5000 })).find(({ effect }) => effect.id === id);
    if (!dead) return false;
    await cases.note(id, { attempts: 0, notBefore: '', dead: false });
    const { failed } = await this.tools.effects.run(dead.caseId);
    return failed === 0;
  }
}

function clockOf({ parts }: TenantTools, tick: () => Promise<{ readonly fired: number }>): TenantClock {
  const { time } = parts;
  const target = async (to: Parameters<TenantClock['advance']>[0]): Promise<number | undefined> => {
    if (typeof to === 'object') return Date.parse(to.instant);
    if (to === 'next-working-day') return nextWorkingMorning(parts);
    const [next] = await parts.store.cases.due('9999', 1);
    return next && Date.parse(next.nextDue);
  };
  return {
    training: time.training,
    now: () => time.now(),
    async advance(to) {
      const at = await target(to);
      if (at !== undefined) await time.moveTo(at);
      const { fired } = await tick();
      return { now: time.now(), fired };
    },
  };
}

/** 09:00 of the next working day; of the next day where no calendar tells. */
function nextWorkingMorning({ time, shelf, areas }: TenantTools['parts']): number {
  const tomorrow = new Date(Date.parse(`${time.now().slice(0, 10)}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  const next = nextWorkingDay(tomorrow, shelf.calendars(areas.areas[0]?.id ?? ''));
  const day = 'due' in next ? next.due : tomorrow;
  return Date.parse(`${day}T09:00:00${time.now().slice(19)}`);
}
