import type { ComposedPack } from '@careway/definition';
import type { Careway, PersonRecord, ScopedTenant, TenantRuntime } from '@careway/runtime';
import { hashPassword } from '../auth/password.js';

/** Cheap enough to log in a hundred times in a test. */
export const testCost = { memoryCost: 1024, timeCost: 1 } as const;
export const testPassword = 'a password for tests';

const roles = {
  centre: ['applicant', 'street-1'],
  clerk: ['street-clerk', 'street-1'],
  officer: ['district-officer', 'district-1'],
  supervisor: ['district-supervisor', 'district-1'],
  administrator: ['city-administrator', 'city'],
  auditor: ['auditor', 'city'],
  operator: ['operator', 'city'],
} as const;

/** Every role of the base pack, one person each; the login is the key. */
export const fakeLogins = Object.keys(roles);

const label = (text: string) => ({ 'zh-CN': text, en: text });

/** A tenant whose scope gives what a test says and refuses everything else; for the edge alone. Its pack, people and sessions are real enough. */
export async function fakeCareway(
  pack: ComposedPack,
  scoped: Partial<ScopedTenant> = {},
  more: Partial<TenantRuntime> = {},
): Promise<Careway> {
  const people = await fakePeople();
  const tenant = {
    id: 'test-city',
    label: label('测试市'),
    clock: {
      now: () => '2021-07-05T09:00:00+08:00',
      training: true,
      advance: async () => ({ now: '2021-07-06T09:00:00+08:00', fired: 0 }),
    },
    packFor: () => pack,
    packByHash: () => pack,
    areas: () => [
      { id: 'city', level: 'city', label: label('市') },
      { id: 'district-1', parent: 'city', level: 'district', label: label('一区') },
      { id: 'street-1', parent: 'district-1', level: 'street', label: label('一街') },
    ],
    as: () => nothing(scoped),
    public: nothing({ publicity: async () => [] }),
    tick: async () => ({ fired: 0, performed: 0, failed: 0 }),
    people,
    operations: async () => ({ pendingEffects: 0, deadLetters: [], armedClocks: 0, cases: 0 }),
    retryEffect: async () => false,
    acts: async () => [],
    ...more,
  } as unknown as TenantRuntime;
  return { tenant: (id) => (id === tenant.id ? tenant : undefined), tenants: () => [tenant], close: async () => {} };
}

/** Registers in which nothing is found. */
function noRegisters(): object {
  const empty = async () => undefined;
  const refused = async () => ({ ok: false, kind: 'not-found' });
  const reads = { one: empty, list: empty, record: empty, history: empty, reveal: empty, all: async () => [] };
  const imports = { start: refused, get: empty, commit: refused, discard: async () => false };
  return { ...reads, create: refused, change: refused, export: refused, imports };
}

/** Whatever is not given finds nothing. */
function nothing<T extends object>(given: T): T {
  const empty = async () => undefined;
  const page = async () => ({ rows: [], total: 0 });
  const emptyDrafts = {
    list: async () => [],
    create: empty,
    get: empty,
    save: async () => ({ ok: false, kind: 'not-found' }),
    check: empty,
    remove: async () => false,
  };
  const lists = { worklist: page, cases: page, myCases: page, inbox: page, accessLog: page };
  const writes = Object.fromEntries(
    ['fileCase', 'command', 'previewLetters', 'erase', 'object', 'file', 'act'].map((name) => [
      name,
      async () => ({ ok: false, kind: 'not-found' }),
    ]),
  );
  const attachments = { put: async () => ({ ok: false, kind: 'not-found' }), get: empty, remove: async () => false };
  const absent = async () => ({ ok: false, kind: 'not-found' });
  const desk = { packs: async () => [], history: async () => [], proposals: async () => [], parameters: empty, proposal: empty };
  const publications = new Proxy(desk, { get: (target, name) => Reflect.get(target, name) ?? absent });
  const base = {
    ...lists,
    ...writes,
    publications,
    registers: noRegisters(),
    drafts: emptyDrafts,
    attachments,
    prefill: async () => ({}),
    markRead: async () => false,
  };
  return new Proxy({ ...base, ...given } as T, { get: (target, name) => Reflect.get(target, name) ?? empty });
}

async function fakePeople(): Promise<TenantRuntime['people']> {
  const passwordHash = await hashPassword(testPassword, testCost);
  const records = new Map<string, PersonRecord>(
    Object.entries(roles).map(([login, [role, area]]) => [
      login,
      { id: login, login, name: `某${login}`, passwordHash, roles: [{ role, area }], organisations: [] },
    ]),
  );
  const sessions = new Map<string, { personId: string; csrf: string; expiresAt: number }>();
  return {
    byLogin: async (login) => records.get(login),
    byId: async (id) => records.get(id),
    list: async () => [...records.values()],
    put: async (person) => void records.set(person.id, person),
    putSession: async ({ tokenHash, ...session }) => void sessions.set(tokenHash, session),
    session: async (tokenHash) => sessions.get(tokenHash),
    dropSession: async (tokenHash) => void sessions.delete(tokenHash),
    purgeSessions: async (before) => {
      const expired = [...sessions].filter(([, { expiresAt }]) => expiresAt < before);
      for (const [tokenHash] of expired) sessions.delete(tokenHash);
      return expired.length;
    },
  };
}
