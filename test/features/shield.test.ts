import { hashPassword } from '@careway/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complainant, concludeAndDeliver, fileNamed, findings, stateSide, toHearing, toReply } from './complaint-story.js';
import { type Guesses, type Read, readEverything, readNothing } from './every-read.js';
import { Browser, openWorld, type World } from './world.js';
import { TestClient } from '@careway/server/testing';

/** A regulator asks: can the home complained about, anybody else, or anybody at all find out who complained? */
const reporter = { login: 'reporter', name: '夏侯静', password: 'a-password-for-tests' };
const summary = `${complainant.name}（${complainant.phone}，由${reporter.name}代办）反映二月多收护理费，请说明。`;

/** None of these may be read by whoever must not know. The end of a masked number is enough to recognise somebody. */
const secrets = [
  ...Object.values(complainant),
  complainant.name.slice(0, 2),
  `*${complainant.phone.slice(-4)}`,
  `*${complainant.identity.slice(-4)}`,
  '杏花里',
  '缴费单据',
  reporter.name,
  reporter.login,
];

let world: World;
let filer: Browser;
let caseId: string;

beforeAll(async () => {
  world = await openWorld({ from: '2026-03-02T09:00:00+08:00' });
  const model = await world.tenant.people.byLogin('daughter');
  if (!model) throw new Error('no model');
  const passwordHash = await hashPassword(reporter.password, { memoryCost: 1024, timeCost: 1 });
  await world.tenant.people.put({ ...model, id: reporter.login, login: reporter.login, name: reporter.name, passwordHash });
  filer = new Browser(new TestClient(world.address), world);
  await filer.client.logIn(reporter.login, reporter.password);
  caseId = await fileNamed(filer);
});
afterAll(() => world?.close());

/** Every id that the case has by now, as those who know everything see them. */
async function guesses(): Promise<Guesses> {
  const officer = await world.as('officer');
  const inboxes = await Promise.all([filer, officer, await world.as('home')].map((browser) => browser.client.get('/inbox?limit=200')));
  const view = await officer.case(caseId);
  const ids = new Set([view, await world.tenant.acts(caseId), ...inboxes.map(({ json }) => json)].flatMap(idsIn));
  const holders = [caseId, 'facilities', 'complaint-outcomes', 'complaint'];
  return { holders, ids: [...ids].filter((id) => !holders.includes(id)), words: [complainant.name, complainant.phone, view.number ?? ''] };
}

function idsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const named = /^(id|number|hash|sha256|subject|record|key|case|letter|message|effect|task)$|Id$/.test(key);
    // of names of steps and facts, which have no digit, every case has the same
    if (named && typeof inner === 'string') return /^(?=.*[a-zA-Z-])(?=.*\d)[\w.:~$@-]{1,200}$/.test(inner) ? [inner] : [];
    return idsIn(inner);
  });
}

interface Seen {
  readonly all: readonly Read[];
  readonly wrong: ReadonlyMap<string, Read>;
}

async function look(login: string | undefined): Promise<Seen> {
  const { client } = await world.as(login);
  return { all: await readEverything(client, await guesses()), wrong: await readNothing(client) };
}

function expectNothingTold({ all, wrong }: Seen): void {
  const told = all.flatMap(({ path, text }) =>
    secrets.filter((secret) => text.includes(secret)).map((secret) => `${path} tells ${secret}`),
  );
  expect(told).toEqual([]);
  const odd = all.filter(
    ({ status, code, route }) => status >= 400 && !(code === wrong.get(route)?.code && status === wrong.get(route)?.status),
  );
  expect(odd.map(({ path, status, code }) => `${path} ${status} ${code}`)).toEqual([]);
}

/** Routes that answered with something of this case. */
const routesWith = ({ all }: Seen, word: string) =>
  [...new Set(all.filter(({ status, text }) => status < 400 && text.includes(word)).map(({ route }) => route))].sort();

it('before it is heard, or when it is not to be, the home learns nothing of a complaint', async () => {
  const home = await world.as('home');
  const seen = await look('home');
  expectNothingTold(seen);
  expect(routesWith(seen, caseId)).toEqual([]);
  const silent = await fileNamed(filer);
  const officer = await world.as('officer');
  await officer.take(silent, 'REGISTER', { answers: { danger_found: false } });
  await officer.take(silent, 'ACCEPT');
  await (await world.as('investigator')).take(silent, 'SKIP_STATEMENT', { reason: '不打招呼，直接检查' });
  expect((await home.client.get(`/cases/${silent}`)).status).toBe(404);
  const lists = await Promise.all(['/my/cases', '/inbox'].map(async (path) => (await home.client.get(path)).text));
  for (const text of lists) expect(text).not.toContain(silent);
});

it('the office cannot turn a complaint to another home by a correction: it would learn what was written about the first', async () => {
  const officer = await world.as('officer');
  const view = await officer.case(caseId);
  expect(view.corrections?.facts.map(({ fact }) => fact)).toContain('complaint_kind');
  expect(view.corrections?.facts.map(({ fact }) => fact)).not.toContain('facility_credit_code');
  const correction = { type: 'CorrectFact', fact: 'facility_credit_code', value: '52980199MJ0000002E', supersedes: 2, reason: '写错了' };
  const refused = await officer.client.post(`/cases/${caseId}/commands`, correction, { version: view.version });
  expect([refused.status, refused.json['code']]).toEqual([409, 'NOT_CLERICAL']);
});

const stages: readonly [name: string, reach: () => Promise<unknown>][] = [
  ['when the home is heard', () => toHearing(world, caseId, summary)],
  [
    'when the reply is delivered',
    async () => {
      await stateSide(world, caseId);
      await toReply(world, caseId);
    },
  ],
  [
    'when it is opened again and answered once more',
    async () => {
      await (await world.as('officer')).take(caseId, 'CALLED_BACK', {
        answers: { satisfaction: 'dissatisfied', call_back_note: complainant.name },
      });
      await filer.take(caseId, 'REOPEN', { reason: `${complainant.name}：钱还没有退` });
      await (await world.as('investigator-2')).take(caseId, 'FILE_FINDINGS', { answers: findings });
      await concludeAndDeliver(world, caseId);
    },
  ],
];

describe.each(stages)('%s', (_name, reach) => {
  beforeAll(reach);

  it('the office knows who complained, so that there is something to keep', async () => {
    const text = JSON.stringify(await (await world.as('officer')).case(caseId));
    for (const known of [complainant.name, complainant.address, complainant.file]) expect(text).toContain(known);
  });

  it('the home complained about reads nothing of it by any route with any id', async () => {
    const seen = await look('home');
    expectNothingTold(seen);
    expect(routesWith(seen, caseId)).toEqual(['listInbox', 'listMyCases', 'readCase']);
  });
});

describe('afterwards', () => {
  it.each([
    ['an unrelated citizen', 'elder'],
    ['another home', 'home-b'],
    ['the public', undefined],
  ])('%s finds neither the case nor anything of it', async (_who, login) => {
    const seen = await look(login);
    expectNothingTold(seen);
    expect(routesWith(seen, caseId)).toEqual([]);
    expect(seen.all.filter(({ path, status }) => path.startsWith(`/cases/${caseId}`) && status < 400)).toEqual([]);
  });

  it('what the home sends is refused in words that tell nothing either', async () => {
    const { client } = await world.as('home');
    const again = { type: 'TakeAction', step: 'statement', action: 'STATE' };
    const withdraw = { type: 'TakeAction', step: 'investigate', action: 'WITHDRAW' };
    const recuse = { type: 'RequestProcedure', procedure: 'recuse', step: 're-investigate', reason: '有利害关系' };
    const commands = [again, withdraw, recuse, { type: 'FileSupplement', data: { complainant_name: '？' } }];
    const version = (await (await world.as('officer')).case(caseId)).version;
    const answers = await Promise.all(
      commands.flatMap((body) => [1, version].map((seen) => client.post(`/cases/${caseId}/commands`, body, { version: seen }))),
    );
    answers.push(await client.post(`/cases/${caseId}/reveal`, { why: '想知道是谁' }));
    expect(answers.filter(({ status }) => status < 400).map(({ text }) => text)).toEqual([]);
    for (const { text } of answers) for (const secret of secrets) expect(text).not.toContain(secret);
  });
});
