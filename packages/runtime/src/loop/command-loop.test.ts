import { beforeEach, describe, expect, it } from 'vitest';
import { openMemoryStore } from '../memory/index.js';
import type { CaseCommit, CaseStore } from '../ports/case-store.js';
import type { Store, TenantStore } from '../ports/store.js';
import { CityOffice, service } from '../testing/city-office.js';

let office: CityOffice;
beforeEach(async () => {
  office = await CityOffice.open();
});

describe('the same request again', () => {
  it('files one case when five copies arrive at once, and gives all the same receipt', async () => {
    const agent = await office.as('agent-a');
    const draft = await agent.drafts.create(service);
    await agent.drafts.save(draft.id, { data: office.application(3) }, draft.version);
    const copies = await Promise.all(
      Array.from({ length: 5 }, () => agent.fileCase({ service, draft: draft.id }, { idempotencyKey: 'once' })),
    );
    const receipts = copies.map((reply) => (reply.ok ? reply.value : reply));
    for (const receipt of receipts) expect(receipt).toEqual(receipts[0]);
    expect(copies.filter((reply) => reply.ok && !reply.replayed)).toHaveLength(1);
    expect((await office.tenant.operations()).cases).toBe(1);
  });

  it('acts once when five copies of a command arrive at once', async () => {
    const caseId = await office.file(1);
    const clerk = await office.as('clerk-a');
    const accept = { type: 'TakeAction', step: 'accept', action: 'ACCEPT' } as const;
    const copies = await Promise.all(Array.from({ length: 5 }, () => clerk.command(caseId, accept, { idempotencyKey: 'once' })));
    expect(copies.every(({ ok }) => ok)).toBe(true);
    const acts = await office.tenant.acts(caseId);
    expect(acts.filter(({ type }) => type === 'ActionTaken')).toHaveLength(1);
  });

  it('is refused when its key was used for something else', async () => {
    const caseId = await office.file(1);
    const clerk = await office.as('clerk-a');
    const options = { idempotencyKey: 'mine' };
    await clerk.command(caseId, { type: 'TakeAction', step: 'accept', action: 'ACCEPT' }, options);
    const other = await clerk.command(caseId, { type: 'TakeAction', step: 'accept', action: 'REJECT', reason: 'x' }, options);
    expect(other).toEqual({ ok: false, kind: 'key-reused' });
  });

  it('of another person with the same key is another request', async () => {
    const caseId = await office.file(1);
    const task = (await office.case(caseId)).tasks[0]?.id as string;
    const options = { idempotencyKey: 'shared' };
    expect((await (await office.as('clerk-a')).command(caseId, { type: 'TakeTask', task }, options)).ok).toBe(true);
    expect(await (await office.as('clerk-b')).command(caseId, { type: 'TakeTask', task }, options)).toMatchObject({ kind: 'refused' });
  });
});

/** A store in which another server commits first, the first `times` a commit of this case is tried. */
function racedStore(times: number, rival: (commit: CaseCommit, cases: CaseStore) => Promise<void>): { store: Store; lost: () => number } {
  const inner = openMemoryStore();
  let lost = 0;
  const tenant = (id: string): TenantStore => {
    const ports = inner.tenant(id);
    const cases = new Proxy(ports.cases, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        const method = value.bind(target) as (...args: unknown[]) => unknown;
        if (name !== 'commit') return method;
        return async (commit: CaseCommit) => {
          if (commit.expected > 0 && commit.acts.some(({ type }) => type === 'TaskTaken') && lost < times) {
            lost += 1;
            await rival(commit, target);
          }
          return target.commit(commit);
        };
      },
    });
    return { ...ports, cases };
  };
  return { store: { ...inner, tenant }, lost: () => lost };
}

/** Commits the state as it is, as another server's small change would. */
async function touch(commit: CaseCommit, cases: CaseStore): Promise<void> {
  const stored = await cases.load(commit.caseId);
  if (!stored) throw new Error('no case');
  const { version, state, head } = stored;
  await cases.commit({ ...commit, expected: version, version: version + 1, key: `rival-${version}`, acts: [], effects: [], state, head });
}

describe('a lost compare-and-set', () => {
  it('is decided again on the newer state when the caller named no version', async () => {
    const { store, lost } = racedStore(3, touch);
    office = await CityOffice.open({ store });
    const caseId = await office.file(1);
    const task = (await office.case(caseId)).tasks[0]?.id as string;
    expect((await office.act('clerk-a', caseId, { type: 'TakeTask', task })).tasks[0]?.takenBy?.id).toBe('clerk-a');
    expect(lost()).toBe(3);
  });

  it('is a conflict when the caller named the version it saw', async () => {
    const { store } = racedStore(1, touch);
    office = await CityOffice.open({ store });
    const caseId = await office.file(1);
    const { version, tasks } = await office.case(caseId);
    const reply = await (await office.as('clerk-a')).command(
      caseId,
      { type: 'TakeTask', task: tasks[0]?.id as string },
      { ...office.key, ifVersion: version },
    );
    expect(reply).toMatchObject({ ok: false, kind: 'version-conflict', current: version + 1 });
  });

  it('says in words what others did since', async () => {
    const caseId = await office.file(1);
    const { version } = await office.case(caseId);
    await office.act('clerk-a', caseId, { type: 'TakeAction', step: 'accept', action: 'ACCEPT' });
    const stale = await (await office.as('clerk-b')).command(
      caseId,
      { type: 'TakeAction', step: 'accept', action: 'ACCEPT' },
      { ...office.key, ifVersion: version },
    );
    expect(stale.ok).toBe(false);
    if (stale.ok || stale.kind !== 'version-conflict') throw new Error('no conflict');
    expect(stale.since['zh-CN']).toMatch(/^您打开后：\d{2}:\d{2} 街道经办人王秀英在“受理”环节：受理/);
  });
});

describe('state and history', () => {
  it('keeps a case whole when a commit fails in the store', async () => {
    const inner = openMemoryStore();
    let broken = false;
    const tenant = (id: string): TenantStore => {
      const ports = inner.tenant(id);
      const commit = (one: CaseCommit) => (broken ? Promise.reject(new Error('disk full')) : ports.cases.commit(one));
      const cases = new Proxy(ports.cases, {
        get: (target, name) => {
          const value: unknown = name === 'commit' ? commit : Reflect.get(target, name);
          return typeof value === 'function' && name !== 'commit' ? value.bind(target) : value;
        },
      });
      return { ...ports, cases };
    };
    office = await CityOffice.open({ store: { ...inner, tenant } });
    const caseId = await office.file(1);
    const before = await office.case(caseId);
    broken = true;
    await expect(office.act('clerk-a', caseId, { type: 'TakeAction', step: 'accept', action: 'ACCEPT' })).rejects.toThrow('disk full');
    broken = false;
    expect((await office.case(caseId)).version).toBe(before.version);
    expect((await office.act('clerk-a', caseId, { type: 'TakeAction', step: 'accept', action: 'ACCEPT' })).position[0]?.id).toBe(
      'street-review',
    );
  });
});
