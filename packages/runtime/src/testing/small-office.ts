import type { ComposedPack } from '@careway/definition';
import { openCareway } from '../facade/open-careway.js';
import type { TenantFacade } from '../facade/tenant-runtime.js';
import { openMemoryStore } from '../memory/index.js';
import { buildRecord } from '../registers/build-record.js';
import type { CaseCommand, Careway, PersonRecord, Reply, ScopedTenant, TenantRuntime } from '../runtime.js';
import type { CaseView } from '../views.js';

const label = (text: string) => ({ 'zh-CN': text, en: text });

/** A tenant with one city and one district, in memory or in a folder, on any pack: for tests of what the shipped packs do not have. */
export class SmallOffice {
  #keys = 0;

  private constructor(
    readonly careway: Careway,
    readonly tenant: TenantRuntime,
  ) {}

  /** People by login: the roles that each holds, in the area where a role of that level works. */
  static async open(
    pack: ComposedPack,
    people: Readonly<Record<string, readonly string[]>>,
    start: string,
    dataDir?: string,
  ): Promise<SmallOffice> {
    const levels = pack.organisation.levels.map(({ id }) => id);
    const areas = levels.map((level, index) => ({
      id: level,
      level,
      label: label(level),
      ...(index === 0 ? {} : { parent: levels[index - 1] as string }),
    }));
    const tenants = [{ id: 'small', label: label('small'), pack, areas, trainingStart: start }];
    const place = dataDir === undefined ? { store: openMemoryStore() } : { dataDir };
    const careway = await openCareway({ ...place, tenants, key: 'd'.repeat(64), now: () => 0 });
    const [tenant] = careway.tenants() as [TenantRuntime];
    const levelOf = (role: string) => pack.organisation.roles.find(({ id }) => id === role)?.level ?? (levels.at(-1) as string);
    for (const [login, roles] of Object.entries(people)) {
      const held = roles.map((role) => ({ role, area: levelOf(role) }));
      const person: PersonRecord = { id: login, login, name: login, passwordHash: '', roles: held, organisations: [] };
      await tenant.people.put(person);
    }
    return new SmallOffice(careway, tenant);
  }

  /** Puts records into a register, in the widest area. */
  async seed(register: string, ...records: readonly Readonly<Record<string, string>>[]): Promise<void> {
    const { parts } = (this.tenant as TenantFacade).tools;
    const { registers } = this.tenant.packFor(parts.areas.areas[0]?.id ?? '');
    const definition = registers.get(register);
    if (!definition) throw new Error(`no register ${register}`);
    const cause = { at: parts.time.now(), source: 'seed' } as const;
    const path = parts.areas.pathText(parts.areas.areas[0]?.id ?? '');
    for (const values of records) {
      await parts.store.registers.put(
        buildRecord(parts.sealer, { definition, registers, values, path, version: 1, validOn: parts.time.now().slice(0, 10), cause }),
      );
    }
  }

  get key(): { readonly idempotencyKey: string } {
    this.#keys += 1;
    return { idempotencyKey: `key-${this.#keys}` };
  }

  async as(login: string): Promise<ScopedTenant> {
    const person = await this.tenant.people.byLogin(login);
    if (!person) throw new Error(`nobody is called ${login}`);
    const { id, name, roles, organisations } = person;
    return this.tenant.as({ kind: 'person', id, name, roles, organisations });
  }

  async try(login: string, caseId: string, command: CaseCommand): Promise<Reply<CaseView>> {
    return (await this.as(login)).command(caseId, command, this.key);
  }

  async act(login: string, caseId: string, command: CaseCommand): Promise<CaseView> {
    const reply = await this.try(login, caseId, command);
    if (!reply.ok) throw new Error(JSON.stringify(reply));
    return reply.value;
  }

  async file(login: string, input: Parameters<ScopedTenant['fileCase']>[0]): Promise<string> {
    const reply = await (await this.as(login)).fileCase(input, this.key);
    if (!reply.ok) throw new Error(JSON.stringify(reply));
    return reply.value.caseId;
  }

  /** The training clock goes on to an instant; what falls due on the way is fired. */
  async until(instant: string): Promise<void> {
    await this.tenant.clock.advance({ instant });
  }
}
