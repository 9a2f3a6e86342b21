import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { loadPackChain } from '@careway/runtime';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../packages/runtime/src/sqlite/database.js';
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
  /** Invariants that do not hold. */
  readonly kinds: readonly string[];
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

async function check(dataDir: string, listFile: string): Promise<CheckReport> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(programs, 'checker.mjs'), dataDir, 'hohhot-demo', listFile], {
    maxBuffer: 1e8,
  });
  return (JSON.parse(stdout) as { value: CheckReport }).value;
}

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
    async (run) => {
      const report = await check(run.dataDir, run.listFile);
      expect(report.problems).toEqual([]);
      expect(report.cases).toBeGreaterThan(20);
      expect(report.ends.completed ?? 0).toBeGreaterThan(5);
    },
  );
});

describe('the checking process', () => {
  const acts = `(select key from case_commit where acts like '%"ActionTaken"%' order by key limit 1)`;
  const granted = `(select t.no from tenant_case t where t.state like '%"entitlement":"E-%' limit 1)`;
  it.each([
    ['I1', 'a lost commit', `delete from idempotency where key like '8:clerk-a:%' or key like '7:clerk-a:%'`],
    ['I2', 'a number given twice', `update case_commit set acts = replace(acts, '-0002"', '-0001"')`],
    ['I3', 'a state that no act explains', `update tenant_case set state = replace(state, '"status":"open"', '"status":"closed"')`],
    ['I4', 'a changed act', `update case_commit set acts = replace(acts, '"ActionTaken"', '"TaskTaken"') where key = ${acts}`],
    ['I5', 'a missing commit', `delete from case_commit where key = ${acts}`],
    ['I6', 'a task that nobody sees', `delete from listing where list = 'task'`],
    ['I6', 'a clock that never fires', `update tenant_case set next_due = null`],
    [
      'I6',
      'an effect that waits',
      `insert into outbox (id, tenant, commit_key, position) select 'x', tenant, commit_key, 0 from idempotency limit 1`,
    ],
    [
      'I7',
      'an entitlement of another amount',
      `update record set data = replace(data, '"amount":"', '"amount":"9') where register = 'entitlements'`,
    ],
    ['I7', 'a letter that says more', `update tenant_case set state = replace(state, '"total":"', '"total":"9') where no = ${granted}`],
  ])('finds %s: %s', async (invariant, what, sql) => {
    const [run] = runs;
    const dataDir = join(folder, `broken-${what.replaceAll(' ', '-')}`);
    cpSync(run?.dataDir as string, dataDir, { recursive: true });
    const database = new Database(join(dataDir, 'careway.db'));
    expect(database.run(sql), 'rows broken').toBeGreaterThan(0);
    database.close();
    const report = await check(dataDir, run?.listFile as string);
    expect(report.kinds).toContain(invariant);
  });
});
