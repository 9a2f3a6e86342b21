import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ComposedPack, composePacks, type Issue, packFolders, type Pack, parsePack } from '@careway/definition';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The files of a pack folder of this repository, keyed as `parsePack` wants them. */
export function packFiles(folder: string): ReadonlyMap<string, string> {
  const base = join(root, folder);
  const files = new Map<string, string>();
  for (const part of packFolders(readFileSync(join(base, 'pack.json'), 'utf8'))) {
    collect({ files, folder: join(base, part.folder), prefix: part.prefix, skip: part.skip });
  }
  return files;
}

interface Collecting {
  readonly files: Map<string, string>;
  readonly folder: string;
  readonly prefix: string;
  readonly skip: readonly string[];
}

function collect({ files, folder, prefix, skip }: Collecting): void {
  for (const name of readdirSync(folder)) {
    if (skip.includes(name)) continue;
    const path = join(folder, name);
    if (statSync(path).isDirectory()) collect({ files, folder: path, prefix: `${prefix}${name}/`, skip: [] });
    else files.set(prefix + name, readFileSync(path, 'utf8'));
  }
}

export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** One line an issue, so that a failing test says what is wrong. */
export function told(issues: readonly Issue[]): readonly string[] {
  return issues.map(({ code, file, path, message }) => `${code} ${file ?? ''} ${path}: ${message.en}`);
}

/** A pack that must be without fault. */
export function loadPack(folder: string): Pack {
  const { pack, issues } = parsePack(packFiles(folder));
  if (!pack) throw new Error(told(issues).join('\n'));
  return pack;
}

/** The base pack on its own. */
export function loadBase(): ComposedPack {
  return composed(['workflows']);
}

/** Hohhot's pack on the base pack. */
export function loadHohhot(): ComposedPack {
  return composed(['workflows', 'examples/hohhot']);
}

function composed(folders: readonly string[]): ComposedPack {
  const { composed: pack, issues } = composePacks(folders.map(loadPack));
  if (!pack) throw new Error(told(issues).join('\n'));
  return pack;
}
