import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { BenchTenant } from './bench-tenant.js';
import { runClients } from './clients.js';
import { type Effort, type Figure, figureOf, quantile } from './figure.js';
import type { RosterCase } from './roster-case.js';
import { StoredTurns } from './stored-turns.js';

const clients = 64;

/** P2: 64 clients, a case each; commits that arrive together share one transaction. The store alone, then the whole loop. */
export async function measureGroup(folder: string, roster: RosterCase, effort: Effort): Promise<readonly Figure[]> {
  const line = (what: string, unit = '/s') => ({ id: 'P2', what, unit });
  const store = await inTenant(join(folder, 'p2-store'), roster, async (tenant) => {
    const turns = new StoredTurns(tenant);
    for (let client = 0; client < clients; client += 1) await turns.prepare(`c${client}`);
    return rounds(effort, (client) => turns.commit(`c${client}`));
  });
  const loop = await inTenant(join(folder, 'p2-loop'), roster, async (tenant) => {
    for (let client = 0; client < clients; client += 1) await tenant.file(`c${client}`);
    return rounds(effort, (client) => tenant.turn(`c${client}`));
  });
  return [
    figureOf(line('64 clients, group commit, store alone'), store.rates, { atLeast: 9000 }),
    figureOf(line('  p99', 'ms'), store.tails),
    figureOf(line('  processor time each', 'µs'), store.costs),
    figureOf(line('64 clients, whole loop: load, decide, evolve, commit'), loop.rates, { atLeast: 5000 }),
    figureOf(line('  p99', 'ms'), loop.tails),
    figureOf(line('  processor time each', 'µs'), loop.costs),
  ];
}

async function inTenant<T>(folder: string, roster: RosterCase, work: (tenant: BenchTenant) => Promise<T>): Promise<T> {
  mkdirSync(folder);
  const tenant = await BenchTenant.open(folder, roster);
  try {
    return await work(tenant);
  } finally {
    await tenant.store.close();
  }
}

async function rounds(effort: Effort, send: (client: number) => Promise<void>) {
  const [rates, tails, costs]: [number[], number[], number[]] = [[], [], []];
  await runClients(clients, effort.roundMs / 2, send);
  for (let round = 0; round < effort.rounds; round += 1) {
    const { perSecond, latencies, processor } = await runClients(clients, effort.roundMs, send);
    rates.push(perSecond);
    costs.push(processor);
    tails.push(quantile(latencies, 0.99));
  }
  return { rates, tails, costs };
}
