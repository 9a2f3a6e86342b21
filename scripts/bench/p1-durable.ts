import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { BenchTenant } from './bench-tenant.js';
import { type Round, runClients } from './clients.js';
import { type Effort, type Figure, figureOf, mean, quantile } from './figure.js';
import type { FsyncProbe } from './fsync-rate.js';
import type { RosterCase } from './roster-case.js';
import { StoredTurns } from './stored-turns.js';
import { WalFrames } from './wal-frames.js';

const casesInAll = 16;
const commitsCounted = 200;
const slicesARound = 10;

/** P1: one commit after another, each durable before the next begins. The store alone, with the commits that the loop makes. */
export async function measureDurable(
  where: { readonly folder: string; readonly probe: FsyncProbe },
  roster: RosterCase,
  effort: Effort,
): Promise<readonly Figure[]> {
  const folder = join(where.folder, `p1-${roster.rows}`);
  mkdirSync(folder);
  const tenant = await BenchTenant.open(folder, roster);
  const turns = new StoredTurns(tenant);
  const names = Array.from({ length: casesInAll }, (_, index) => `c${index}`);
  for (const name of names) await turns.prepare(name);
  const pages = await pagesOf(folder, turns, names);
  const [rates, ratios, tails, costs]: [number[], number[], number[], number[]] = [[], [], [], []];
  let sent = 0;
  for (let round = 0; round < effort.rounds; round += 1) {
    const slices: Round[] = [];
    const syncs: number[] = [];
    // in short turns, so that both meet the same minute of the machine
    for (let slice = 0; slice < slicesARound; slice += 1) {
      syncs.push(where.probe.measure());
      slices.push(await runClients(1, effort.roundMs / slicesARound, () => turns.commit(names[sent++ % casesInAll] as string)));
    }
    rates.push(mean(slices.map(({ perSecond }) => perSecond)));
    ratios.push((rates.at(-1) as number) / mean(syncs));
    costs.push(mean(slices.map(({ processor }) => processor)));
    tails.push(
      quantile(
        slices.flatMap(({ latencies }) => latencies),
        0.99,
      ),
    );
  }
  await tenant.store.close();
  return figures(roster, { rates, ratios, tails, costs, pages });
}

async function pagesOf(folder: string, turns: StoredTurns, names: readonly string[]): Promise<number[]> {
  const frames = new WalFrames(folder);
  const pages: number[] = [];
  for (let index = 0; index < commitsCounted; index += 1) {
    await turns.commit(names[index % names.length] as string);
    pages.push(frames.since());
  }
  frames.close();
  return pages;
}

function figures(
  roster: RosterCase,
  { rates, ratios, tails, costs, pages }: Record<'rates' | 'ratios' | 'tails' | 'costs' | 'pages', readonly number[]>,
): readonly Figure[] {
  const lean = roster.rows === 1;
  const id = 'P1';
  const rows = `${roster.rows} row${lean ? '' : 's'}`;
  return [
    figureOf({ id, what: `durable transitions, one commit each, store alone, case of ${rows}`, unit: '/s' }, rates),
    figureOf({ id, what: '  of the fsync rate', unit: '' }, ratios, lean ? { atLeast: 0.45 } : undefined),
    figureOf({ id, what: '  p99', unit: 'ms' }, tails, lean ? { atMost: 3 } : undefined),
    figureOf({ id, what: '  processor time each', unit: 'µs' }, costs),
    figureOf({ id, what: '  WAL pages a commit', unit: 'pages' }, pages),
  ];
}
