import type { DemoDefinition, RegisterDefinition } from '@careway/definition';
import { TenantFacade } from '../facade/tenant-runtime.js';
import type { TenantParts } from '../loop/tenant-parts.js';
import type { StoredRecord } from '../ports/register-store.js';
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

interface RegisterSeed {
  readonly register: string;
  readonly records: DemoRecords[string];
  readonly validOn: string;
}

async function seedRegister(parts: TenantParts, { register, records, validOn }: RegisterSeed): Promise<void> {
  const definition = parts.shelf.inForce(parts.areas.areas[0]?.id ?? '', '9999-12-31')?.registers.get(register);
  if (!definition) throw new RangeError(`no register ${register}`);
  await parts.store.registers.seed(records.map(({ area, values }) => recordOf(parts, { definition, area, values, validOn })));
}

/** A record as it is stored: identity and phone numbers sealed, a sealed key replaced by its keyed hash. */
export function recordOf(
  { sealer, areas }: TenantParts,
  input: { readonly definition: RegisterDefinition; readonly area: string; readonly values: Values; readonly validOn: string },
): StoredRecord {
  const { definition, values } = input;
  const typeOf = new Map(definition.fields.map(({ id, type }) => [id, type]));
  const sealed = Object.fromEntries(
    Object.entries(values).map(([id, value]) => {
      const type = typeOf.get(id);
      return [id, (type === 'identity' || type === 'phone') && typeof value === 'string' ? sealer.value(type, value) : value];
    }),
  );
  const plainKey = String(values[definition.key] ?? '');
  const keyed = typeOf.get(definition.key) === 'identity';
  const key = keyed ? sealer.searchKey(plainKey) : plainKey;
  return {
    register: definition.id,
    key,
    version: 1,
    validOn: input.validOn,
    name: String(values[definition.name] ?? ''),
    path: definition.scope === 'tenant' ? '/' : areas.pathText(input.area),
    subject: keyed ? sealer.subject(key) : `org:${plainKey}`,
    values: sealed,
  };
}
