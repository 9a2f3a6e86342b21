import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import {
  type ComposedPack,
  composePacks,
  type Issue,
  type Pack,
  type PackFolder,
  packFolders,
  packPath,
  type ParsedPack,
  parsePack,
} from '@careway/definition';

/** A folder cannot be read as a pack at all. */
export class PackFolderError extends Error {
  readonly code = 'PACK_FOLDER_UNREADABLE';
}

/** Reads the files of a pack: their text by path relative to pack.json, those of its forms under `forms/`. */
export function readPackFolder(folder: string): ReadonlyMap<string, string> {
  const manifest = join(folder, 'pack.json');
  if (!existsSync(manifest)) throw new PackFolderError(`No pack.json in ${folder}`);
  const files = new Map<string, string>();
  for (const part of packFolders(readFileSync(manifest, 'utf8'))) readInto(files, resolve(folder, part.folder), { ...part, inside: '' });
  return files;
}

function readInto(files: Map<string, string>, folder: string, part: PackFolder & { readonly inside: string }): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).sort()) {
    if (part.inside === '' && part.skip.includes(name)) continue;
    const path = join(folder, name);
    const inside = `${part.inside}${name}`;
    if (statSync(path).isDirectory()) readInto(files, path, { ...part, inside: `${inside}/` });
    else if (packPath(`${part.prefix}${inside}`).kind !== 'ignored') files.set(`${part.prefix}${inside}`, readFileSync(path, 'utf8'));
  }
}

/** Reads and parses one pack. Throws `PackFolderError` when the folder holds none. */
export function loadPackFolder(folder: string): ParsedPack {
  return parsePack(readPackFolder(folder));
}

export interface LoadedChain {
  /** Missing where any issue is an error. */
  readonly composed?: ComposedPack;
  readonly issues: readonly Issue[];
  /** Folder of each pack of the chain, base first. */
  readonly folders: readonly string[];
}

/**
 * Loads a pack with the packs it extends and composes them. A base is looked for among the folders given, then in `workflows/` and
 * `examples/*` of the folders above.
 */
export function loadPackChain(folder: string, bases: readonly string[] = []): LoadedChain {
  const chain: Pack[] = [];
  const folders: string[] = [];
  const issues: Issue[] = [];
  let next: string | undefined = resolve(folder);
  while (next !== undefined && !folders.includes(next)) {
    const parsed = loadPackFolder(next);
    folders.unshift(next);
    issues.push(...parsed.issues);
    if (!parsed.pack) return { issues, folders };
    chain.unshift(parsed.pack);
    const wanted: string | undefined = parsed.pack.manifest.extends?.pack;
    if (wanted === undefined) break;
    const found = findPack(wanted, next, bases);
    if (found === undefined)
      throw new PackFolderError(`The pack “${wanted}”, which ${parsed.pack.manifest.id} extends, was not found near ${folder}`);
    next = found;
  }
  const composition = composePacks(chain);
  return { ...composition, issues: [...issues, ...composition.issues], folders };
}

function findPack(id: string, from: string, bases: readonly string[]): string | undefined {
  const candidates = bases.map((base) => resolve(base));
  for (let above = dirname(from); ; above = dirname(above)) {
    candidates.push(join(above, 'workflows'));
    const examples = join(above, 'examples');
    if (existsSync(examples)) candidates.push(...readdirSync(examples).map((name) => join(examples, name)));
    if (above === dirname(above)) break;
  }
  return candidates.find((candidate) => packId(candidate) === id);
}

function packId(folder: string): string | undefined {
  const manifest = join(folder, 'pack.json');
  if (!existsSync(manifest)) return undefined;
  try {
    const value: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
    return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : undefined;
  } catch {
    return undefined;
  }
}
