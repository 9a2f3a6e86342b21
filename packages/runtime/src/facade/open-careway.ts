import type { ComposedPack, DemoDefinition, LocalizedText } from '@careway/definition';
import { TenantTime } from '../clock/training-clock.js';
import { masterKey } from '../crypto/master-key.js';
import { Sealer } from '../crypto/sealer.js';
import { deriveKeys } from '../crypto/tenant-keys.js';
import { EffectRunner } from '../effects/effect-runner.js';
import { ImportRunner } from '../imports/import-runner.js';
import { CommandLoop } from '../loop/command-loop.js';
import { DueLoop } from '../loop/due-loop.js';
import type { TenantParts } from '../loop/tenant-parts.js';
import { PeopleDirectory } from '../people/people-directory.js';
import type { Store } from '../ports/store.js';
import { type Area, AreaTree } from '../publications/area-tree.js';
import { PackShelf } from '../publications/pack-shelf.js';
import type { Careway } from '../runtime.js';
import { ScheduleRunner } from '../schedules/schedule-runner.js';
import { openSqliteStore } from '../sqlite/sqlite-store.js';
import { makeDataFolder } from './data-folder.js';
import { HistoryDigest } from './history-digest.js';
import { TenantFacade } from './tenant-runtime.js';

/** One tenant to run: a composed pack published for the widest of its areas. */
export interface TenantOptions {
  readonly id: string;
  readonly label: LocalizedText;
  readonly pack: ComposedPack;
  /** Widest first; kept in the database, so that later starts may leave them out. */
  readonly areas?: readonly Area[];
  /** A training clock starts at this instant; without it the tenant has the real clock. */
  readonly trainingStart?: string;
}

export interface OpenOptions {
  /** Folder of the embedded database, made when missing. */
  readonly dataDir?: string;
  /** Another store instead. */
  readonly store?: Store;
  /** Composed packs, each a tenant of its own with the pack's id; for the pack of the demo the demo tells the tenant. */
  readonly packs?: readonly ComposedPack[];
  readonly tenants?: readonly TenantOptions[];
  /** Makes the last of `packs` the demo's tenant: its areas and training clock. People and registers come by `seedDemo`. */
  readonly demo?: DemoDefinition;
  /** The master key instead of `CAREWAY_KEY` or the key file. */
  readonly key?: string | undefined;
  /** Real time in milliseconds since 1970. */
  readonly now?: () => number;
}

/**
 * Opens the product on a data folder or store: tenants, their published packs and clocks. Effects left over are performed and due
 * clocks fired by the first `tick`.
 * @throws StoreUnusable with one clear line when folder, database or key cannot be used.
 */
export async function openCareway(options: OpenOptions): Promise<Careway> {
  if (!options.store) makeDataFolder(options.dataDir ?? 'data');
  const store = options.store ?? openSqliteStore(options.dataDir ?? 'data');
  try {
    const dataDir = options.store ? undefined : (options.dataDir ?? 'data');
    const master = masterKey({ text: options.key ?? process.env.CAREWAY_KEY, dataDir });
    const tenants: TenantFacade[] = [];
    for (const tenant of tenantsOf(options)) tenants.push(await openTenant({ store, master, now: options.now ?? Date.now }, tenant));
    return {
      tenant: (id) => tenants.find((tenant) => tenant.id === id),
      tenants: () => tenants,
      close: async () => {
        await Promise.all(tenants.map(({ tools }) => tools.imports.stop()));
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

function tenantsOf({ packs = [], tenants = [], demo }: OpenOptions): readonly TenantOptions[] {
  const fromPacks = packs.map((pack, index): TenantOptions => {
    if (!demo || index < packs.length - 1) return { id: pack.manifest.id, label: pack.manifest.label, pack };
    const { tenant, areas, trainingStart } = demo;
    return { ...tenant, pack, areas: areas as readonly Area[], ...(trainingStart === undefined ? {} : { trainingStart }) };
  });
  return [...fromPacks, ...tenants];
}

interface House {
  readonly store: Store;
  readonly master: Uint8Array;
  readonly now: () => number;
}

async function openTenant({ store: house, master, now }: House, options: TenantOptions): Promise<TenantFacade> {
  const store = house.tenant(options.id);
  const areas = new AreaTree(await areasOf(store.settings, options));
  const shelf = await PackShelf.open(store.publications, areas);
  const zone = options.pack.manifest.timeZone ?? 'Asia/Shanghai';
  const { trainingStart: start } = options;
  const time = await TenantTime.open({ zone, settings: store.settings, real: now, start });
  await shelf.start(options.pack, {
    area: areas.areas[0]?.id ?? options.id,
    effectiveFrom: options.pack.manifest.validity?.from ?? '1990-01-01',
    publishedAt: time.now(),
  });
  const sealer = new Sealer(deriveKeys(master, options.id));
  const parts: TenantParts = { id: options.id, label: options.label, store, shelf, areas, time, sealer, scrub: () => house.scrub() };
  const loop = new CommandLoop(parts);
  const effects = new EffectRunner(parts, loop);
  const due = new DueLoop(parts, loop, effects);
  const schedules = new ScheduleRunner(parts, loop, effects);
  await due.determine();
  const people = new PeopleDirectory(store.people);
  const imports = new ImportRunner({ parts, people });
  return new TenantFacade({ parts, loop, effects, due, schedules, people, history: new HistoryDigest(parts), imports });
}

/** The areas given, else those kept, else one of the widest level named like the tenant. */
async function areasOf(
  settings: ReturnType<Store['tenant']>['settings'],
  { id, label, pack, areas }: TenantOptions,
): Promise<readonly Area[]> {
  if (areas && areas.length > 0) {
    await settings.set('areas', JSON.stringify(areas));
    return areas;
  }
  const kept = await settings.get('areas');
  if (kept !== undefined) return JSON.parse(kept) as readonly Area[];
  return [{ id, level: pack.organisation.levels[0]?.id ?? 'city', label }];
}
