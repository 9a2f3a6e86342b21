import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ComposedPack, type DemoDefinition, type Issue, type LocalizedText, parseDocument } from '@careway/definition';
import { type Careway, loadPackChain, openCareway, PackFolderError, seedDemo, type TenantOptions } from '@careway/runtime';
import { hashPassword } from '../auth/password.js';
import type { DemoOptions, DemoPerson } from '../instance.js';
import type { ServerSettings } from './open-instance.js';
import { StartError } from './start-error.js';

/** Opens a tenant for each pack named; in a demo those with a `demo.json` are filled by it. @throws StartError for a broken pack */
export async function openTenants(settings: ServerSettings): Promise<{ careway: Careway; demo?: DemoOptions }> {
  const served = servedPacks(settings);
  const careway = await openCareway({
    dataDir: settings.dataDir,
    tenants: served.map(tenantOf),
    ...(settings.now && { now: settings.now }),
  });
  if (!settings.demo) return { careway };
  const hash = onceHashed(settings);
  for (const { demo } of served) if (demo) await seedDemo(careway, demo, { hashPassword: hash });
  return { careway, demo: demoOptions(served) };
}

interface ServedPack {
  readonly pack: ComposedPack;
  readonly demo?: DemoDefinition;
}

/**
 * The packs to run: of a chain its last one, since that holds the others. A pack below it is served too, after it, when it has a demo of
 * its own.
 */
function servedPacks({ packDirs, demo }: ServerSettings): readonly ServedPack[] {
  const loaded = packDirs.map((folder): ServedPack => {
    const file = join(folder, 'demo.json');
    const pack = loadPack(folder, packDirs);
    return demo && existsSync(file) ? { pack, demo: readDemo(file) } : { pack };
  });
  const bases = new Set(loaded.flatMap(({ pack }) => pack.chain.slice(0, -1).map(({ id }) => id)));
  const leaves = loaded.filter(({ pack }) => !bases.has(pack.manifest.id));
  if (leaves.length === 0) throw new StartError('PACK_UNUSABLE', 'No pack to serve: name the folder of one with --pack');
  return [...leaves, ...loaded.filter((served) => served.demo && !leaves.includes(served))];
}

function tenantOf({ pack, demo }: ServedPack): TenantOptions {
  if (!demo) return { id: pack.manifest.id, label: pack.manifest.label, pack };
  const { tenant, areas, trainingStart } = demo;
  return {
    ...tenant,
    pack,
    areas: areas as NonNullable<TenantOptions['areas']>,
    ...(trainingStart === undefined ? {} : { trainingStart }),
  };
}

function loadPack(folder: string, others: readonly string[]): ComposedPack {
  try {
    const { composed, issues } = loadPackChain(folder, others);
    if (composed) return composed;
    throw brokenPack(folder, issues);
  } catch (error) {
    if (error instanceof PackFolderError) throw new StartError('PACK_UNUSABLE', error.message);
    throw error;
  }
}

function readDemo(file: string): DemoDefinition {
  const { document, issues } = parseDocument('demo', readFileSync(file, 'utf8'), 'demo.json');
  if (!document) throw brokenPack(file, issues);
  return document;
}

function brokenPack(folder: string, issues: readonly Issue[]): StartError {
  const errors = issues.filter(({ severity }) => severity === 'error');
  const first = errors[0];
  const where = first ? `: ${first.file ?? ''}${first.path} ${first.message.en}` : '';
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more: careway check ${folder})` : '';
  return new StartError('PACK_UNUSABLE', `The pack in ${folder} cannot be used${where}${more}`);
}

/** Everybody in a demo has the same password, which is printed: one hash does for all, and saves seconds at the first start. */
function onceHashed({ passwordCost }: ServerSettings): (password: string) => Promise<string> {
  const hashes = new Map<string, Promise<string>>();
  return (password) => {
    const made = hashes.get(password) ?? hashPassword(password, passwordCost);
    hashes.set(password, made);
    return made;
  };
}

function demoOptions(served: readonly ServedPack[]): DemoOptions {
  const people: Record<string, readonly DemoPerson[]> = {};
  const notices: Record<string, LocalizedText> = {};
  for (const { pack, demo } of served) {
    if (!demo) continue;
    people[demo.tenant.id] = peopleOf(demo, pack);
    if (pack.manifest.notice) notices[demo.tenant.id] = pack.manifest.notice;
  }
  return { people, notices };
}

function peopleOf(demo: DemoDefinition, pack: ComposedPack): readonly DemoPerson[] {
  const labels = new Map(pack.organisation.roles.map(({ id, label }) => [id, label]));
  return demo.people.map(({ login, name, hint, roles }): DemoPerson => {
    const role = roles[0]?.role ?? '';
    return { login, name, role: labels.get(role) ?? { 'zh-CN': role, en: role }, password: demo.password, ...(hint && { hint }) };
  });
}
