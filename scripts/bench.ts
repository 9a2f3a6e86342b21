import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Effort, type Figure, figureOf } from './bench/figure.js';
import { FsyncProbe } from './bench/fsync-rate.js';
import { measureHistory } from './bench/history-length.js';
import { measureDurable } from './bench/p1-durable.js';
import { measureGroup } from './bench/p2-group.js';
import { measureHttp } from './bench/p3-http.js';
import { measureEngine } from './bench/p4-engine.js';
import { measureTable } from './bench/p7-table.js';
import { type BenchRun, tableOf } from './bench/print-figures.js';
import { loadBenchPack, rosterCase } from './bench/roster-case.js';

/** `npm run bench [-- --json] [--quick] [--data <dir>]`: measures in one run; docs/performance.md says what and how. */

const full: Effort = { rounds: 5, roundMs: 1800, lengths: [1, 1000, 10_000, 50_000] };
const quick: Effort = { rounds: 5, roundMs: 300, lengths: [1, 1000, 5000] };

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, quick: { type: 'boolean' }, data: { type: 'string', default: 'data' } },
});
const effort = values.quick ? quick : full;
const started = performance.now();
const loadBefore = loadavg()[0] ?? 0;
const made = !existsSync(values.data);
mkdirSync(values.data, { recursive: true, mode: 0o700 });
const folder = mkdtempSync(join(values.data, 'bench-'));

try {
  const figures = await measureAll();
  const [cpu] = cpus();
  const run: BenchRun = {
    machine: { cores: cpus().length, model: cpu?.model ?? 'unknown', node: process.versions.node, loadBefore },
    quick: values.quick ?? false,
    seconds: (performance.now() - started) / 1000,
    figures,
  };
  console.log(values.json ? JSON.stringify(run) : tableOf(run));
} finally {
  rmSync(folder, { recursive: true, force: true });
  if (made && readdirSync(values.data).length === 0) rmdirSync(values.data);
}

async function measureAll(): Promise<readonly Figure[]> {
  const packFolder = fileURLToPath(new URL('../examples/hohhot', import.meta.url));
  const pack = loadBenchPack(packFolder);
  const [small, large] = [rosterCase(pack, 1), rosterCase(pack, 60)];
  const probe = new FsyncProbe(folder);
  const figures = [
    ...(await measureDurable({ folder, probe }, small, effort)),
    ...(await measureDurable({ folder, probe }, large, effort)),
    ...(await measureGroup(folder, small, effort)),
    ...(await measureHttp(folder, packFolder, effort)),
    ...measureEngine(small, effort),
    ...measureEngine(large, effort),
    ...measureTable(effort),
    ...(await measureHistory(folder, small, effort)),
  ];
  const fsync = figureOf({ id: 'machine', what: 'fdatasync of one page, this data folder', unit: '/s' }, probe.rates);
  probe.close();
  return [fsync, ...figures];
}
