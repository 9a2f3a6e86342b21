import type { DemoDefinition } from '@careway/definition';
import { TenantFacade } from '../facade/tenant-runtime.js';
import type { TenantParts } from '../loop/tenant-parts.js';
import { buildRecord } from '../registers/build-record.js';
import type { Careway } from '../runtime.js';
import { generateElders } from './generate-elders.js';

export interface SeedOptions {
  /** Hashes the demo's password; called once a person. */
  readonly hashPassword: (password: string) => Promise<string> | string;
}

/**
 * Fills the demo's tenant with its people, facilities and elders. Nothing that is there already is changed, so a second start costs a
 * look at the first record only.
 */
export async function seedDemo(careway: Careway, demo: DemoDefinition, options: SeedOptions): Promise<void> {
  const tenant = careway.tenant(demo.tenant.id);
  if (!(tenant instanceof TenantFacade)) throw new RangeError(`no tenant ${demo.tenant.id}`);
  const { parts } = tenant.tools;
  const done = await parts.store.settings.get('demo-seeded');
  if (done !== undefined) return;
  await seedRecords(parts, demo);
  await seedPeople(tenant, demo, options);
  await parts.store.settings.set('demo-seeded', parts.time.now());
}

async function seedPeople(tenant: TenantFacade, demo: DemoDefinition, { hashPassword }: SeedOptions): Promise<void> {
  const names = new Map(
    Object.values(demo.records as DemoRecords).flatMap((records) =>
      records.map(({ values }) => [values.credit_code, values.name] as const),
    ),
  );
  await Promise.all(
    demo.people.map(async ({ id, name, login, roles, organisations = [] }) => {
      if (await tenant.people.byId(id)) return;
      const passwordHash = await hashPassword(demo.password);
      const known = organisations.map((key) => ({ key, name: String(names.get(key) ?? key) }));
      await tenant.people.put({ id, login, name, passwordHash, roles, organisations: known });
    }),
  );
}

type Values = Readonly<Record<string, string | boolean>>;
type DemoRecords = Readonly<Record<string, readonly { readonly area: string; readonly values: Values }[]>>;

async function seedRecords(parts: TenantParts, demo: DemoDefinition): Promise<void> {
  const validOn = demo.elders.asOf;
  for (const [register, records] of Object.entries(demo.records as DemoRecords)) await seedRegister(parts, { register, records, validOn });
  const elders = generateElders(demo.elders).map(({ area, values }) => ({ area, values: values as Values }));
  await seedRegister(parts, { register: demo.elders.register, records: elders, validOn });
}

/** Records written in one transaction. */
const batch = 200;

interface RegisterSeed {
  readonly register: string;
  readonly records: DemoRecords[string];
  readonly validOn: string;
}

async function seedRegister(parts: TenantParts, { register, records, validOn }: RegisterSeed): Promise<void> {
  const registers = parts.shelf.inForce(parts.areas.areas[0]?.id ?? '', '9999-12-31')?.registers;
  const definition = registers?.get(register);
  if (!registers || !definition) throw new RangeError(`no register ${register}`);
  const cause = { at: parts.time.now(), source: 'seed' } as const;
  const made = records.map(({ area, values }) =>
    buildRecord(parts.sealer, { definition, registers, values, path: parts.areas.pathText(area), version: 1, validOn, cause }),
  );
  for (let from = 0; from < made.length; from += batch) await parts.store.registers.putAll(made.slice(from, from + batch));
}
