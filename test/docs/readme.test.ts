import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { root } from '../architecture/sources.js';
import { type Fence, type Page, readPage } from './markdown.js';

const run = promisify(execFile);
const readmes = ['README.md', 'README.zh-CN.md'];
const pages = [...readmes, 'AGENTS.md', ...markdownIn('docs')];

/** The command line from source, so that the pages are tested without a build; `serve` never ends, so its help stands for it. */
const prelude = `
careway() {
  if [ "$1" = serve ]; then set -- serve --help; fi
  node --conditions=@careway/source --import tsx packages/cli/src/bin.ts "$@"
}
npx() { shift; careway "$@"; }
`;
const callsCareway = /^\s*(?:\$\s+)?(?:npx\s+careway|careway|node\s+packages\/cli\/\S+)\s/;

function markdownIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return markdownIn(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

/** Lines of a block as a shell would take them: continued lines joined, comments and prompts gone. */
function commandsOf({ text }: Fence): string[] {
  return text
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .map((line) => line.replace(/^\s*\$\s+/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

function carewayBlocks(page: Page): Fence[] {
  return page.fences.filter((fence) => fence.language === 'sh' && callsCareway.test(commandsOf(fence)[0] ?? ''));
}

function scriptOf(fence: Fence): string {
  const lines = commandsOf(fence).map((line) => line.replace(/^node\s+packages\/cli\/\S+/, 'careway'));
  return `set -euo pipefail\n${prelude}\n${lines.join('\n')}\n`;
}

function scriptsOf(manifest: string): string[] {
  return Object.keys((JSON.parse(readFileSync(join(root, manifest), 'utf8')) as { scripts?: object }).scripts ?? {});
}

const npmScript = /\bnpm (?:run (?:-\S+ )*([\w:-]+)|(start|test)\b)/g;

function scriptsNamed(page: Page): string[] {
  return [...page.text.matchAll(npmScript)].map((found) => (found[1] ?? found[2]) as string);
}

/** Whether a relative link names no file, or no heading of its page. Addresses elsewhere are not looked up. */
function leadsNowhere(page: Page, link: string): boolean {
  if (/^[a-z][a-z+.-]*:|^\/\//i.test(link)) return false;
  const [target = '', anchor] = decodeURI(link).split('#');
  const path = target === '' ? page.path : normalize(join(dirname(page.path), target));
  if (path.startsWith('..') || !existsSync(join(root, path))) return true;
  if (anchor === undefined || !path.endsWith('.md')) return false;
  return !readPage(path).headings.some((heading) => heading.anchor === anchor.toLowerCase());
}

describe.each(readmes)('%s', (path) => {
  it('shows commands of careway that run and exit 0', { timeout: 600_000 }, async () => {
    const blocks = carewayBlocks(readPage(path));
    expect(blocks.length).toBeGreaterThan(0);
    for (const block of blocks) {
      const outcome = await run('bash', ['-c', scriptOf(block)], { cwd: root, maxBuffer: 64 * 1024 * 1024 }).then(
        () => 'exits 0',
        (error: { code?: number; stderr?: string }) => `exits ${error.code}: ${error.stderr}`,
      );
      expect(`line ${block.line} ${outcome}`).toBe(`line ${block.line} exits 0`);
    }
  });

  it('names npm scripts that the root has', () => {
    const named = scriptsNamed(readPage(path));
    expect(named).toEqual(expect.arrayContaining(['start', 'test']));
    expect(named.filter((name) => !scriptsOf('package.json').includes(name))).toEqual([]);
  });
});

describe('the pages', () => {
  it('name npm scripts that the root or a package has', () => {
    const packages = readdirSync(join(root, 'packages')).map((name) => `packages/${name}/package.json`);
    const known = new Set(['package.json', ...packages].flatMap(scriptsOf));
    const unknown = pages.flatMap((path) =>
      scriptsNamed(readPage(path))
        .filter((name) => !known.has(name))
        .map((name) => `${path}: ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  it('link to files and headings that exist', () => {
    const read = pages.map((path) => readPage(path));
    expect(read.flatMap(({ links }) => links).length).toBeGreaterThan(5);
    const broken = read.flatMap((page) => page.links.filter((link) => leadsNowhere(page, link)).map((link) => `${page.path}: ${link}`));
    expect(broken).toEqual([]);
  });

  it('say the same in both languages: headings of the same levels in the same order', () => {
    const [english, chinese] = readmes.map((path) => readPage(path).headings.map(({ level }) => level));
    expect(chinese).toEqual(english);
    expect(english?.length).toBeGreaterThan(1);
  });
});
