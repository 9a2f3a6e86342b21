import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { type Act, type CaseState, nextDue, replay, sumAmounts } from '@careway/engine';
import { type StoredCommit, type TenantStore, verifyChain } from '@careway/runtime';
import { openSqliteStore } from '@careway/runtime/sqlite';
import { type Acknowledged, tell } from './protocol.js';

/** A process of its own that knows nothing but the database and the list of acknowledgements, and says what is wrong. */

const [dataDir = '', tenantId = '', listFile = ''] = process.argv.slice(2);
const problems: string[] = [];
const wrong = (invariant: string, what: string) => void problems.push(`${invariant} ${what}`);

interface Checked {
  readonly caseId: string;
  readonly state: CaseState;
  readonly commits: readonly StoredCommit[];
  readonly acts: readonly Act[];
}

async function main(): Promise<void> {
  const store = openSqliteStore(dataDir);
  const ports = store.tenant(tenantId);
  const cases = await readCases(ports);
  await checkAcknowledged(ports);
  for (const one of cases) {
    checkHistory(one);
    await checkMoney(ports, one);
    await checkWork(ports, one);
  }
  checkUnique(cases);
  await checkOutbox(ports);
  const commits = cases.reduce((sum, one) => sum + one.commits.length, 0);
  const ends = countBy(cases.map(({ state }) => state.ending ?? 'open'));
  tell('report', {
    problems: problems.slice(0, 50),
    kinds: [...new Set(problems.map((problem) => problem.slice(0, 2)))],
    cases: cases.length,
    commits,
    ends,
  });
  await store.close();
}

async function readCases(ports: TenantStore): Promise<readonly Checked[]> {
  const ids = await ports.cases.ids({ limit: 1_000_000 });
  return Promise.all(
    ids.map(async (caseId) => {
      const stored = await ports.cases.load(caseId);
      const commits = await ports.cases.commits(caseId);
      const versions = commits.map(({ version }) => version);
      // I5: a commit is there whole, and none is missing before it.
      if (versions.some((version, index) => version !== index + 1) || stored?.version !== versions.length)
        wrong('I5', `${caseId}: versions ${versions.length} of ${stored?.version}`);
      return { caseId, state: stored?.state as unknown as CaseState, commits, acts: commits.flatMap(({ acts }) => acts) };
    }),
  );
}

/** I1: every acknowledged command is in history. */
async function checkAcknowledged(ports: TenantStore): Promise<void> {
  const lines = readFileSync(listFile, 'utf8').split('\n').filter(Boolean);
  for (const line of lines) {
    const { key, person, caseId } = JSON.parse(line) as Acknowledged;
    const inner = caseId !== undefined && !(await ports.cases.committed(`${person.length}:${person}:${key}`)) ? `${caseId}:${key}` : key;
    const commit = await ports.cases.committed(`${person.length}:${person}:${inner}`);
    if (!commit) wrong('I1', `the acknowledged command ${key} of ${person} is lost`);
    else if (commit.caseId !== caseId) wrong('I1', `${key} is in another case`);
  }
}

/** I3: the stored state is the replay of the acts. I4: acts are gap-free and the chain verifies. */
function checkHistory({ caseId, state, commits, acts }: Checked): void {
  const report = verifyChain(caseId, commits);
  if (!report.ok) wrong('I4', `${caseId}: the chain breaks at act ${report.brokenAt}`);
  if (acts.some(({ seq }, index) => seq !== index + 1)) wrong('I4', `${caseId}: acts have gaps`);
  if (!isDeepStrictEqual(replayed(acts), state)) wrong('I3', `${caseId}: the state differs from the replay`);
}

/** What the acts come to; undefined when they do not follow one another. */
function replayed(acts: readonly Act[]): unknown {
  try {
    return JSON.parse(JSON.stringify(replay(acts)));
  } catch {
    return undefined;
  }
}

/** I2: nothing twice for one idempotency key, number, effect or message. */
function checkUnique(cases: readonly Checked[]): void {
  const twice = (what: string, ids: readonly string[]) => {
    for (const [id, count] of Object.entries(countBy(ids))) if (count > 1) wrong('I2', `${what} ${id} is there ${count} times`);
  };
  twice(
    'key',
    cases.flatMap(({ commits }) => commits.map(({ key }) => key)),
  );
  twice(
    'effect',
    cases.flatMap(({ commits }) => commits.flatMap(({ effects }) => effects.map(({ id }) => id))),
  );
  const acts = cases.flatMap(({ caseId, acts: all }) => all.map((act) => ({ caseId, act })));
  twice(
    'number',
    acts.flatMap(({ act }) => (act.type === 'NumberAssigned' ? [act.data.number] : [])),
  );
  twice(
    'number of',
    acts.flatMap(({ caseId, act }) => (act.type === 'NumberAssigned' ? [`${caseId} ${act.data.letter ?? ''}`] : [])),
  );
  twice(
    'entitlement',
    acts.flatMap(({ caseId, act }) => (act.type === 'EntitlementRecorded' ? [`${caseId} ${act.data.item}`] : [])),
  );
  twice(
    'claim',
    acts.flatMap(({ caseId, act }) => (act.type === 'ClaimGranted' ? [`${caseId} ${act.data.item}`] : [])),
  );
  twice(
    'clock',
    acts.flatMap(({ caseId, act }) => (act.type === 'ClockBreached' ? [`${caseId} ${act.data.id}`] : [])),
  );
}

/** I6: every armed clock will fire, every open task is in the worklist of its role. */
async function checkWork(ports: TenantStore, { caseId, state }: Checked): Promise<void> {
  const stored = await ports.cases.load(caseId);
  const due = state.status === 'open' ? nextDue(state) : undefined;
  const armed = due === undefined ? undefined : new Date(due).toISOString();
  if (stored?.nextDue !== armed) wrong('I6', `${caseId}: the clock due ${armed} is kept as ${stored?.nextDue}`);
  if (state.status === 'open' && state.tasks.length === 0 && armed === undefined) wrong('I6', `${caseId}: nobody and nothing moves it on`);
  for (const task of state.status === 'open' ? state.tasks : []) {
    const owner = task.role === undefined ? `party:${task.party}` : `role:${task.role}`;
    const { rows } = await ports.cases.list({ list: 'task', owners: [owner], sort: 'due', offset: 0, limit: 10_000 });
    if (!rows.some((row) => row.caseId === caseId && row.data.task === task.id))
      wrong('I6', `${caseId}: the task ${task.id} is in no worklist`);
  }
}

/** I7: what the rows say is what was decided, what the letter says, and what was recorded through the outbox. */
async function checkMoney(ports: TenantStore, { caseId, state, acts }: Checked): Promise<void> {
  for (const act of acts) {
    if (act.type !== 'BatchDecided' || act.data.outcome !== 'grant') continue;
    const granted = state.items.filter(({ id, status }) => act.data.items.includes(id) && status === 'approved');
    const items = sumAmounts(['0.00', ...granted.flatMap(({ result }) => result?.amount ?? [])]);
    const letter = state.letters.find(({ batch, letter: id }) => batch === act.data.batch && id === 'decision-letter');
    if (act.data.total !== undefined && act.data.total !== items && Number(act.data.total) !== Number(items))
      wrong('I7', `${caseId}: decided ${act.data.total}, rows ${items}`);
    if (letter?.total !== undefined && Number(letter.total) !== Number(items))
      wrong('I7', `${caseId}: letter ${letter.total}, rows ${items}`);
    const records = await Promise.all(
      granted.map(({ entitlement }) => (entitlement === undefined ? undefined : ports.registers.get('entitlements', entitlement))),
    );
    const recorded = sumAmounts(['0.00', ...records.flatMap((record) => String(record?.values.amount ?? '0'))]);
    if (Number(recorded) !== Number(items)) wrong('I7', `${caseId}: entitlements ${recorded}, rows ${items}`);
  }
}

/** Nothing waits, and nothing was given up. */
async function checkOutbox(ports: TenantStore): Promise<void> {
  const { pending, dead } = await ports.cases.counts();
  if (pending + dead > 0) wrong('I6', `${pending} effects wait and ${dead} were given up`);
}

function countBy(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

await main();
