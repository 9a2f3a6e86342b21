import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoDefinition } from '@careway/definition';
import type { CaseState } from '@careway/engine';
import { type CaseCommand, openCareway, seedDemo, type Store, type TenantRuntime, type Viewer } from '@careway/runtime';
import { openSqliteStore } from '@careway/runtime/sqlite';
import { withCrashPoints } from './crash-points.js';
import { application, type Dice, nextCommand } from './next-command.js';
import { readPack } from './pack-file.js';
import { order, type Sent, tell } from './protocol.js';

/** A clerk's office in one process: sends commands one after another until it is killed. */

const { dataDir, city, packFile, seed, crash, commands = Number.POSITIVE_INFINITY, resend } = order();
const service = 'family-bed-operating-subsidy';
const openCases = 6;
/** Refusals in a row after which it ends by itself: this office gets nothing done any more. */
const patience = 300;
let acknowledged = 0;
let refusedInARow = 0;
let state = seed;

const dice: Dice = (below) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};

function reached(point: string): void {
  if (crash?.point === point && acknowledged >= crash.after) process.kill(process.pid, 'SIGKILL');
}

async function main(): Promise<void> {
  const store = withCrashPoints(openSqliteStore(dataDir), reached);
  const demo = JSON.parse(readFileSync(join(city, 'demo.json'), 'utf8')) as DemoDefinition;
  const careway = await openCareway({ store, packs: [readPack(packFile)], demo, key: 'k'.repeat(32) });
  await seedDemo(careway, demo, { hashPassword: () => 'none' });
  const tenant = careway.tenant(demo.tenant.id) as TenantRuntime;
  tell('ready', {});
  await tenant.tick();
  if (resend) await send(tenant, resend);
  for (let done = 0; done < commands; done += 1) await one(tenant, store.tenant(demo.tenant.id));
  await tenant.tick();
  // The last one leaves an application that waits for its first deadline.
  await file(tenant, `w${seed}-last`, 500_000);
  await careway.close();
}

async function one(tenant: TenantRuntime, ports: ReturnType<Store['tenant']>): Promise<void> {
  const { rows } = await ports.cases.list({ list: 'case', service, status: 'open', sort: 'opened', offset: 0, limit: 50 });
  const key = `w${seed}-${acknowledged}-${dice(1_000_000_000)}`;
  if (rows.length < openCases) return file(tenant, key, (await ports.cases.counts()).cases + dice(400) * 20);
  const chosen = rows[dice(rows.length)]?.caseId ?? '';
  const known = (await ports.cases.load(chosen))?.state as CaseState | undefined;
  const next = known && nextCommand(known, dice);
  if (next) return send(tenant, { key, person: next.person, caseId: chosen, body: next.command });
  if (dice(3) === 0) await tenant.clock.advance('next-deadline');
}

/** Some applications go by way of a draft, as people file them. */
async function file(tenant: TenantRuntime, key: string, number: number): Promise<void> {
  const data = application(number, dice);
  const input: Record<string, unknown> = { service, data };
  if (dice(2) === 0) {
    const { drafts } = tenant.as(await viewer(tenant, 'agent-a'));
    const draft = await drafts.create(service);
    await drafts.save(draft.id, { data }, draft.version);
    input.draft = draft.id;
  }
  await send(tenant, { key, person: 'agent-a', body: input });
}

async function send(tenant: TenantRuntime, sent: Sent): Promise<void> {
  const { key, person, caseId, body } = sent;
  tell('sent', sent);
  const scoped = tenant.as(await viewer(tenant, person));
  const options = { idempotencyKey: key };
  const reply =
    caseId === undefined
      ? await scoped.fileCase(body as Parameters<typeof scoped.fileCase>[0], options)
      : await scoped.command(caseId, body as CaseCommand, options);
  if (reply.ok) {
    acknowledged += 1;
    refusedInARow = 0;
    const opened = caseId ?? (reply.value as { readonly caseId: string }).caseId;
    tell('acknowledged', { key, person, ok: true, caseId: opened, replayed: reply.replayed });
    if (dice(4) === 0) await scoped.case(opened);
    return;
  }
  tell('failed', { key, person, ok: false, why: reply });
  refusedInARow += 1;
  if (refusedInARow >= patience) throw new Error(`refused ${patience} times in a row, the last time: ${JSON.stringify({ sent, reply })}`);
}

async function viewer(tenant: TenantRuntime, login: string): Promise<Viewer> {
  const person = await tenant.people.byLogin(login);
  if (!person) throw new Error(`nobody is called ${login}`);
  const { id, name, roles, organisations } = person;
  return { kind: 'person', id, name, roles, organisations };
}

await main();
