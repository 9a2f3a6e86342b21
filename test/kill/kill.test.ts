import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { loadPackChain } from '@careway/runtime';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crashPoints } from './crash-points.js';
import { killRun, type RunReport } from './kill-run.js';
import { writePack } from './pack-file.js';

const root = resolve(import.meta.dirname, '../..');
const city = join(root, 'examples/hohhot');
const folder = mkdtempSync(join(tmpdir(), 'careway-kill-'));
// Beside node_modules, so that the programs find the database driver.
const programs = join(root, 'node_modules/.cache/careway-kill');
const packFile = join(folder, 'pack.json');
const runs = [1, 2].map((seed) => ({ seed, dataDir: join(folder, `data-${seed}`), listFile: join(folder, `acknowledged-${seed}.jsonl`) }));
let reports: readonly RunReport[] = [];

interface CheckReport {
  readonly problems: readonly string[];
  readonly count: number;
  readonly cases: number;
  readonly commits: number;
  readonly ends: Readonly<Record<string, number>>;
}

beforeAll(async () => {
  mkdirSync(programs, { recursive: true });
  // One file each: a process starts in a moment.
  await build({
    entryPoints: [join(import.meta.dirname, 'worker.ts'), join(import.meta.dirname, 'checker.ts')],
    outdir: programs,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['@careway/source'],
    external: ['@photostructure/sqlite'],
    banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
    logLevel: 'error',
  });
  const { composed, issues } = loadPackChain(city);
  if (!composed) throw new Error(JSON.stringify(issues));
  writePack(packFile, composed);
  for (const { listFile } of runs) writeFileSync(listFile, '');
  const options = { worker: join(programs, 'worker.mjs'), city, packFile, kills: 52, acknowledgedBefore: 20 };
  reports = await Promise.all(runs.map(({ seed, dataDir, listFile }) => killRun({ ...options, seed, dataDir, listFile })));
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sum = (of: (report: RunReport) => number) => reports.reduce((total, report) => total + of(report), 0);

describe('killing the process', () => {
  it('happens a hundred times, after twenty acknowledged commands each, half of the times in mid-command', () => {
    expect(sum(({ kills }) => kills)).toBeGreaterThanOrEqual(100);
    expect(Math.min(...reports.map(({ fewest }) => fewest))).toBeGreaterThanOrEqual(20);
    expect(sum(({ midCommand }) => midCommand)).toBeGreaterThanOrEqual(sum(({ kills }) => kills) / 2);
  });

  it('happens before and after each write', () => {
    const passed = new Set(reports.flatMap(({ points }) => [...points.keys()]));
    expect(crashPoints.filter((point) => !passed.has(point))).toEqual([]);
  });

  it('lets at least half of all commands succeed', () => {
    expect(sum(({ acknowledged }) => acknowledged)).toBeGreaterThan(2000);
    expect(sum(({ failed }) => failed)).toBeLessThan(sum(({ acknowledged }) => acknowledged));
  });

  it.each(runs)(
    'loses and doubles nothing: the invariants hold for a process that knows only the acknowledgements (run $seed)',
    async ({ dataDir, listFile }) => {
      const { stdout } = await promisify(execFile)(process.execPath, [join(programs, 'checker.mjs'), dataDir, 'hohhot-demo', listFile], {
        maxBuffer: 1e8,
      });
      const { value } = JSON.parse(stdout) as { value: CheckReport };
      expect(value.problems).toEqual([]);
      expect(value.cases).toBeGreaterThan(20);
      expect(value.ends.completed ?? 0).toBeGreaterThan(5);
    },
  );
});
