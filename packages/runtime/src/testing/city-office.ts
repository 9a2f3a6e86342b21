import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DemoDefinition } from '@careway/definition';
import { generateElders } from '../demo/generate-elders.js';
import { seedDemo } from '../demo/seed-demo.js';
import { openCareway } from '../facade/open-careway.js';
import { openMemoryStore } from '../memory/index.js';
import { loadPackChain } from '../packs/load-pack-folder.js';
import type { Store } from '../ports/store.js';
import type { CaseCommand, Careway, ScopedTenant, TenantRuntime, Viewer } from '../runtime.js';
import type { CaseView } from '../views.js';

const city = resolve(import.meta.dirname, '../../../../examples', 'hohhot');
export const demo = JSON.parse(readFileSync(join(city, 'demo.json'), 'utf8')) as DemoDefinition;
const loaded = loadPackChain(city);
export const service = 'family-bed-operating-subsidy';

/** A demo tenant for tests, with short ways to act as its people. */
export class CityOffice {
  #keys = 0;

  private constructor(
    readonly careway: Careway,
    readonly tenant: TenantRuntime,
  ) {}

  static async open(options: { readonly store?: Store; readonly dataDir?: string; readonly now?: () => number } = {}): Promise<CityOffice> {
    const { composed, issues } = loaded;
    if (!composed) throw new Error(JSON.stringify(issues.slice(0, 5)));
    const place = options.dataDir === undefined ? { store: options.store ?? openMemoryStore() } : { dataDir: options.dataDir };
    const careway = await openCareway({
      ...place,
      packs: [composed],
      demo,
      key: 'b'.repeat(64),
      ...(options.now ? { now: options.now } : {}),
    });
    await seedDemo(careway, demo, { hashPassword: () => 'hash' });
    return new CityOffice(careway, careway.tenants()[0] as TenantRuntime);
  }

  get key(): { readonly idempotencyKey: string } {
    this.#keys += 1;
    return { idempotencyKey: `key-${this.#keys}` };
  }

  async viewer(login: string): Promise<Viewer> {
    const person = await this.tenant.people.byLogin(login);
    if (!person) throw new Error(`nobody is called ${login}`);
    const { id, name, roles, organisations } = person;
    return { kind: 'person', id, name, roles, organisations };
  }

  async as(login: string): Promise<ScopedTenant> {
    return this.tenant.as(await this.viewer(login));
  }

  /** A valid application for so many elders of the register, the first of them at `from`. */
  application(count: number, from = 0): Readonly<Record<string, unknown>> {
    return {
      facility_credit_code: '52150199MJ00000019',
      facility_name: '青城颐康养老院（演示）',
      facility_kind: 'social',
      facility_grade: 'level-4',
      service_month: '2021-06',
      contact_name: '李建国',
      contact_phone: '15400000001',
      declaration: true,
      rows: elders(from + count).slice(from),
    };
  }

  async file(count: number, from = 0): Promise<string> {
    const reply = await (await this.as('agent-a')).fileCase({ service, data: this.application(count, from) }, this.key);
    if (!reply.ok) throw new Error(JSON.stringify(reply));
    return reply.value.caseId;
  }

  async act(login: string, caseId: string, command: CaseCommand): Promise<CaseView> {
    const reply = await (await this.as(login)).command(caseId, command, this.key);
    if (!reply.ok) throw new Error(JSON.stringify(reply));
    return reply.value;
  }

  async case(caseId: string, login = 'clerk-a'): Promise<CaseView> {
    const view = await (await this.as(login)).case(caseId);
    if (!view) throw new Error(`${login} does not see ${caseId}`);
    return view;
  }

  /** Brings a case to publicity with every row approved. */
  async publish(caseId: string): Promise<void> {
    await this.act('clerk-a', caseId, { type: 'TakeAction', step: 'accept', action: 'ACCEPT' });
    const items = (await this.case(caseId)).items.map(({ id }) => id);
    await this.act('clerk-a', caseId, { type: 'TakeAction', step: 'street-review', action: 'DECIDE_ROWS', items, outcome: 'approve' });
    await this.act('clerk-a', caseId, { type: 'TakeAction', step: 'street-review', action: 'PUBLISH' });
  }
}

/** Rows for elders of the first street who are eligible, in the order of the register. */
export function elders(count: number) {
  const fit = generateElders(demo.elders).filter(
    ({ area, values }) => area === 'xc01' && values.local_hukou && ['moderate', 'severe'].includes(values.disability_level),
  );
  return fit.slice(0, count).map(({ values }) => ({
    elder_name: values.name,
    identity_number: values.identity_number,
    disability_level: values.disability_level,
    local_hukou: true,
    service_24h: true,
    community: values.community,
  }));
}
