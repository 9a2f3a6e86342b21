import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TenantRuntime } from '@careway/runtime';
import { openInstance } from '@careway/server';
import { listen, TestClient } from '@careway/server/testing';
import { type Effort, type Figure, figureOf, median } from './figure.js';
import { processorTime } from './processor-time.js';
import type { LoadResult, LoadTask, TargetCase } from './http-load.js';

const connections = 64;
const casesInAll = 128;
const filedAtOnce = 32;
/** Log-ins of the shipped demo: who files, and who takes and releases the tasks. */
const [agent, clerk] = ['agent-a', 'clerk-a'];

/** P3: a command over HTTP until its durable reply, the load made by another process on the same machine, beside bare `node:http`. */
export async function measureHttp(folder: string, packFolder: string, effort: Effort): Promise<readonly Figure[]> {
  const load = fork(fileURLToPath(new URL('./http-load.ts', import.meta.url)));
  const bare = await listenBare();
  const product = await listenProduct(join(folder, 'p3'), packFolder);
  const [bareRates, rates, ratios, tails]: [number[], number[], number[], number[]] = [[], [], [], []];
  const costs: number[] = [];
  try {
    let { cases } = product;
    const ask = async (more: Pick<LoadTask, 'ms'> & { readonly rate?: number }) => {
      const result = await run(load, { port: product.port, connections, headers: product.headers, cases, ...more });
      cases = cases.map((one, index) => ({ ...one, version: result.versions[index] ?? one.version }));
      return result;
    };
    await ask({ ms: effort.roundMs / 2 });
    for (let round = 0; round < effort.rounds; round += 1) {
      const task = { port: bare.port, connections, ms: effort.roundMs / 2, headers: product.headers, cases };
      bareRates.push((await run(load, task)).perSecond);
      const used = processorTime();
      const { perSecond, requests } = await ask({ ms: effort.roundMs });
      costs.push((processorTime() - used) / requests);
      rates.push(perSecond);
      ratios.push(perSecond / (bareRates.at(-1) as number));
    }
    const half = median(rates) / 2;
    for (let round = 0; round < effort.rounds; round += 1) tails.push((await ask({ ms: effort.roundMs, rate: half })).p99);
  } finally {
    load.kill();
    await product.close();
    await bare.close();
  }
  const line = (what: string, unit: string) => ({ id: 'P3', what, unit });
  return [
    figureOf(line('HTTP command to durable reply, 64 connections', '/s'), rates, { atLeast: 3000 }),
    figureOf(line('  of bare node:http', ''), ratios),
    figureOf(line('  processor time each, server alone', 'µs'), costs),
    figureOf(line('  p99 at half load', 'ms'), tails, { atMost: 25 }),
    figureOf(line('bare node:http, the same request', '/s'), bareRates),
  ];
}

/** Lets the load generator do one task; it fails when the generator does. */
function run(load: ChildProcess, task: LoadTask): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    const failed = (code: number | null) => reject(new Error(`the load generator ended (${code})`));
    load.once('exit', failed);
    load.once('message', (result) => {
      load.off('exit', failed);
      resolve(result as LoadResult);
    });
    load.send(task);
  });
}

/** Reads the body and answers with a little JSON: the least that a server can do. */
async function listenBare() {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const answer = JSON.stringify({ ok: true, bytes: Buffer.concat(chunks).length });
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) });
      response.end(answer);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    server.closeAllConnections();
    server.close();
  };
  return { port: (server.address() as AddressInfo).port, close };
}

interface Product {
  readonly port: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cases: readonly TargetCase[];
  close(): Promise<void>;
}

/** The whole server on the demo of a pack, with a clerk logged in and cases that wait for the clerk. */
async function listenProduct(dataDir: string, packFolder: string): Promise<Product> {
  const { careway, app, demo } = await openInstance({ dataDir, packDirs: [packFolder], demo: true, logLevel: 'silent' });
  const { address, close } = await listen(app);
  const tenant = careway.tenants()[0] as TenantRuntime;
  const caseIds = await fileCases(tenant);
  const client = new TestClient(address);
  const answer = await client.logIn(clerk, demo?.people[tenant.id]?.[0]?.password ?? '');
  if (answer.status !== 200) throw new Error(`log-in: ${answer.status} ${answer.text}`);
  const cases: TargetCase[] = [];
  for (const caseId of caseIds) {
    const path = `/cases/${caseId}`;
    const view = (await client.get(path)) as unknown as {
      readonly json: { readonly version: number; readonly tasks: readonly { readonly id: string }[] };
    };
    cases.push({ path: `/api/v1${path}/commands`, version: view.json.version, task: view.json.tasks[0]?.id ?? '' });
  }
  return {
    port: Number(new URL(address).port),
    headers: { 'content-type': 'application/json', cookie: client.cookie ?? '', 'x-csrf-token': client.csrf ?? '' },
    cases,
    close: async () => {
      await close();
      await careway.close();
    },
  };
}

/** Cases of one row each, filed by a centre's agent through the runtime. */
async function fileCases(tenant: TenantRuntime): Promise<readonly string[]> {
  const person = await tenant.people.byLogin(agent);
  const service = [...tenant.packFor(tenant.areas()[0]?.id ?? '').services.keys()][0];
  if (!person || service === undefined) throw new Error('the demo has no agent or no service');
  const scoped = tenant.as({ kind: 'person', ...person });
  const known = Object.entries(await scoped.prefill(service)).map(([id, { value }]) => [id, value]);
  const data = { ...Object.fromEntries(known), service_month: '2021-06', declaration: true, rows: [elder] };
  const file = async (index: number) => {
    const filed = await scoped.fileCase({ service, data }, { idempotencyKey: `bench-${index}` });
    if (!filed.ok) throw new Error(`a case is not filed: ${JSON.stringify(filed).slice(0, 500)}`);
    return filed.value.caseId;
  };
  const caseIds: string[] = [];
  for (let from = 0; from < casesInAll; from += filedAtOnce) {
    caseIds.push(...(await Promise.all(Array.from({ length: filedAtOnce }, (_, index) => file(from + index)))));
  }
  return caseIds;
}

const elder = {
  elder_name: '王秀兰',
  identity_number: '15019919450312002X',
  disability_level: 'moderate',
  local_hukou: true,
  service_24h: true,
  community: '海东社区',
};
