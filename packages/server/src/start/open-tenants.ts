import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ComposedPack, type DemoDefinition, type Issue, parseDocument } from '@careway/definition';
import { type Careway, loadPackChain, openCareway, PackFolderError, seedDemo } from '@careway/runtime';
import { hashPassword } from '../auth/password.js';
import type { DemoOptions, DemoPerson } from '../instance.js';
import type { ServerSettings } from './open-instance.js';
import { StartError } from './start-error.js';

/** Opens the tenants of the packs named, with the demo of the last one that has any. @throws StartError for a broken pack */
export async function openTenants(settings: ServerSettings): Promise<{ careway: Careway; demo?: DemoOptions }> {
  const packs = composedPacks(settings.packDirs);
  const found = settings.demo ? packs.findLast(({ folder }) => existsSync(join(folder, 'demo.json'))) : undefined;
  const demo = found && readDemo(join(found.folder, 'demo.json'));
  // the runtime makes the demo's tenant of the last pack
  const ordered = [...packs.filter((pack) => pack !== found), ...(found ? [found] : [])].map(({ pack }) => pack);
  const careway = await openCareway({ dataDir: settings.dataDir, packs: ordered, ...(demo && { demo }) });
  if (!settings.demo) return { careway };
  if (demo) await seedDemo(careway, demo, { hashPassword: onceHashed(settings) });
  return { careway, demo: demo && found ? demoOptions(demo, found.pack) : { people: {} } };
}

interface LoadedPack {
  readonly folder: string;
  readonly pack: ComposedPack;
}

/** The packs to run: of a chain only its last one, since that holds the others. */
function composedPacks(packDirs: readonly string[]): readonly LoadedPack[] {
  const loaded = packDirs.map((folder) => ({ folder, pack: loadPack(folder, packDirs) }));
  const bases = new Set(loaded.flatMap(({ pack }) => pack.chain.slice(0, -1).map(({ id }) => id)));
  const leaves = loaded.filter(({ pack }) => !bases.has(pack.manifest.id));
  if (leaves.length === 0) throw new StartError('PACK_UNUSABLE', 'No pack to serve: name the folder of one with --pack');
  return leaves;
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

function demoOptions(demo: DemoDefinition, pack: ComposedPack): DemoOptions {
  const labels = new Map(pack.organisation.roles.map(({ id, label }) => [id, label]));
  const people = demo.people.map(({ login, name, hint, roles }): DemoPerson => {
    const role = roles[0]?.role ?? '';
    return { login, name, role: labels.get(role) ?? { 'zh-CN': role, en: role }, password: demo.password, ...(hint && { hint }) };
  });
  return { people: { [demo.tenant.id]: people }, ...(pack.manifest.notice && { notice: pack.manifest.notice }) };
}
