import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { BenchTenant } from './bench-tenant.js';
import { type Effort, type Figure, figureOf, median } from './figure.js';
import type { RosterCase } from './roster-case.js';
import { StoredTurns } from './stored-turns.js';
import { WalFrames } from './wal-frames.js';

const commitsARound = 25;
const commitsAtOnce = 64;

interface Sample {
  readonly milliseconds: number[];
  readonly pages: number[];
}

/** What a commit costs on a case with a short and with a long history. Every round visits every length, so that the machine's moods are shared. */
export async function measureHistory(where: string, roster: RosterCase, effort: Effort): Promise<readonly Figure[]> {
  const folder = join(where, 'history');
  mkdirSync(folder);
  const tenant = await BenchTenant.open(folder, roster);
  const turns = new StoredTurns(tenant);
  for (const length of effort.lengths) await grow(turns, `long-${length}`, length);
  const frames = new WalFrames(folder);
  const samples = new Map<number, Sample>(effort.lengths.map((length) => [length, { milliseconds: [], pages: [] }]));
  for (let round = 0; round < effort.rounds; round += 1) {
    for (const [length, sample] of samples) {
      if (length === 1) await grow(turns, `long-1-${round}`, 1);
      const times: number[] = [];
      frames.since();
      for (let index = 0; index < commitsARound; index += 1) {
        const start = performance.now();
        await turns.commit(length === 1 ? `long-1-${round}` : `long-${length}`);
        times.push(performance.now() - start);
        sample.pages.push(frames.since());
      }
      sample.milliseconds.push(median(times));
    }
  }
  frames.close();
  await tenant.store.close();
  return [...samples].flatMap(([length, sample]) => figuresOf(length, sample, samples));
}

/** Brings a case to a length of history; a transaction takes many commits here, so that it is quick. */
async function grow(turns: StoredTurns, caseId: string, length: number): Promise<void> {
  await turns.prepare(caseId);
  while (turns.version(caseId) < length) {
    const count = Math.min(commitsAtOnce, length - turns.version(caseId));
    await Promise.all(Array.from({ length: count }, () => turns.commit(caseId)));
  }
}

function figuresOf(length: number, sample: Sample, all: ReadonlyMap<number, Sample>): readonly Figure[] {
  const first = median([...all.values()][0]?.milliseconds ?? []);
  const what = length === 1 ? 'commit on a new case' : `commit after ${length.toLocaleString('en')} acts on the case`;
  const relative = sample.milliseconds.map((value) => value / first);
  return [
    figureOf({ id: 'history', what, unit: 'ms' }, sample.milliseconds),
    ...(length === 1 ? [] : [figureOf({ id: 'history', what: '  times that of a new case', unit: '×' }, relative, { atMost: 1.5 })]),
    figureOf({ id: 'history', what: '  WAL pages a commit', unit: 'pages' }, sample.pages),
  ];
}
