import { expect, it } from 'vitest';
import type { Store } from '../ports/store.js';
import { sampleAct, sampleCommit, sampleEffect, sampleRow } from './sample-commit.js';

/** What every case store guarantees. */
export function testCaseStore(open: () => Store): void {
  const cases = () => open().tenant('t').cases;

  it('keeps what was committed and gives it back', async () => {
    const store = cases();
    expect(await store.load('c1')).toBeUndefined();
    expect(await store.commit(sampleCommit('c1', 0, { nextDue: '2021-07-09T16:00:00.000Z' }))).toEqual({ ok: true, version: 1 });
    expect(await store.load('c1')).toEqual({
      caseId: 'c1',
      version: 1,
      state: { caseId: 'c1', seq: 1 },
      head: 'head-1',
      nextDue: '2021-07-09T16:00:00.000Z',
    });
    const [commit] = await store.commits('c1');
    expect(commit).toMatchObject({ caseId: 'c1', version: 1, key: 'c1-1', bodyHash: 'body-1', reply: { version: 1 }, head: 'head-1' });
    expect(commit?.acts).toEqual([sampleAct(1)]);
  });

  it('lets one of twenty commits on the same version win', async () => {
    const store = cases();
    await store.commit(sampleCommit('c1', 0));
    const results = await Promise.all(Array.from({ length: 20 }, (_, n) => store.commit(sampleCommit('c1', 1, { key: `k${n}` }))));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const result of results.filter(({ ok }) => !ok)) expect(result).toEqual({ ok: false, why: 'version', current: 2 });
    expect(await store.commits('c1')).toHaveLength(2);
  });

  it('keeps the other commits of a group when one is lost', async () => {
    const store = cases();
    const all = await Promise.all([
      store.commit(sampleCommit('c1', 0)),
      store.commit(sampleCommit('c2', 7, { key: 'lost' })),
      store.commit(sampleCommit('c3', 0)),
    ]);
    expect(all.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect(await store.load('c2')).toBeUndefined();
    expect((await store.load('c3'))?.version).toBe(1);
    expect(await store.committed('lost')).toBeUndefined();
  });

  it('answers a known key with the commit that it made', async () => {
    const store = cases();
    const results = await Promise.all(Array.from({ length: 5 }, () => store.commit(sampleCommit('c1', 0, { key: 'same' }))));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const result of results.filter(({ ok }) => !ok)) expect(result).toMatchObject({ why: 'key', commit: { key: 'same', version: 1 } });
    expect(await store.committed('same')).toMatchObject({ caseId: 'c1', version: 1 });
  });

  it('gives commits by version, a range at a time', async () => {
    const store = cases();
    for (let version = 0; version < 6; version += 1) await store.commit(sampleCommit('c1', version));
    await store.commit(sampleCommit('c2', 0));
    expect((await store.commits('c1')).map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6]);
    expect((await store.commits('c1', { from: 3, limit: 2 })).map(({ version }) => version)).toEqual([3, 4]);
    expect(await store.ids({ limit: 10 })).toEqual(['c1', 'c2']);
    expect(await store.ids({ after: 'c1', limit: 10 })).toEqual(['c2']);
  });

  it('keeps effects in the outbox until they are settled', async () => {
    const store = cases();
    await store.commit(sampleCommit('c1', 0, { effects: [sampleEffect('e1'), sampleEffect('e2'), sampleEffect('e3')] }));
    const ids = async (query = {}) => (await store.pending({ limit: 10, ...query })).map(({ effect }) => effect.id);
    expect(await ids()).toEqual(['e1', 'e2', 'e3']);
    await store.commit(sampleCommit('c1', 1, { settled: ['e1'] }));
    expect(await store.note('e2', 'done')).toBe(true);
    expect(await store.note('e2', 'done')).toBe(false);
    expect(await ids({ caseId: 'c1' })).toEqual(['e3']);
    await store.note('e3', { attempts: 1, notBefore: '2021-07-05T02:00:00.000Z', error: 'no answer', dead: false });
    expect(await ids({ until: '2021-07-05T01:00:00.000Z' })).toEqual([]);
    expect(await ids({ until: '2021-07-05T02:00:00.000Z' })).toEqual(['e3']);
    await store.note('e3', { attempts: 8, notBefore: '', error: 'no answer', dead: true });
    expect(await ids()).toEqual([]);
    expect(await store.pending({ dead: true, limit: 10 })).toMatchObject([{ caseId: 'c1', attempts: 8, error: 'no answer', dead: true }]);
    expect(await store.counts()).toEqual({ cases: 1, pending: 0, dead: 1, armed: 0 });
  });

  it('names the cases that are due, earliest first', async () => {
    const store = cases();
    await store.commit(sampleCommit('late', 0, { nextDue: '2021-07-09T00:00:00.000Z' }));
    await store.commit(sampleCommit('soon', 0, { nextDue: '2021-07-06T00:00:00.000Z' }));
    await store.commit(sampleCommit('never', 0));
    expect((await store.due('2021-07-31T00:00:00.000Z', 10)).map(({ caseId }) => caseId)).toEqual(['soon', 'late']);
    expect((await store.due('2021-07-06T00:00:00.000Z', 10)).map(({ caseId }) => caseId)).toEqual(['soon']);
    await store.commit(sampleCommit('soon', 1));
    expect(await store.due('2021-07-08T00:00:00.000Z', 10)).toEqual([]);
  });

  it('replaces earlier commits in an erasure and keeps their heads', async () => {
    const store = cases();
    await store.commit(sampleCommit('c1', 0, { reply: { name: 'secret' } }));
    await store.commit(sampleCommit('c1', 1));
    const [first] = await store.commits('c1');
    if (!first) throw new Error('no commit');
    await store.commit(sampleCommit('c1', 2, { acts: [], rewritten: [{ ...first, reply: {}, acts: [sampleAct(1, 'gone')] }] }));
    const after = await store.commits('c1');
    expect(after.map(({ head }) => head)).toEqual(['head-1', 'head-2', 'head-3']);
    expect(JSON.stringify(after)).not.toContain('secret');
    expect(after[0]?.acts[0]?.slots.opinion?.value).toBe('gone');
  });

  it('keeps tenants apart', async () => {
    const store = open();
    await store.tenant('one').cases.commit(sampleCommit('c1', 0, { rows: [sampleRow()], terms: ['n:1'] }));
    const other = store.tenant('two').cases;
    expect(await other.load('c1')).toBeUndefined();
    expect(await other.committed('c1-1')).toBeUndefined();
    expect(await other.find('n:', 9)).toEqual([]);
    expect((await other.list({ list: 'task', sort: 'due', offset: 0, limit: 9 })).total).toBe(0);
    expect(await other.commit(sampleCommit('c1', 0))).toEqual({ ok: true, version: 1 });
  });
}

/** What every case store guarantees about lists and search. */
export function testListings(open: () => Store): void {
  const cases = () => open().tenant('t').cases;
  const all = { list: 'task', sort: 'due', offset: 0, limit: 50 } as const;

  it('replaces the lines of a case with every commit', async () => {
    const store = cases();
    await store.commit(sampleCommit('c1', 0, { rows: [sampleRow(), sampleRow({ id: 't2' })] }));
    await store.commit(sampleCommit('c1', 1, { rows: [sampleRow({ id: 't2', data: { shown: 'y' } }), sampleRow({ id: 't3' })] }));
    const { rows, total } = await store.list(all);
    expect(total).toBe(2);
    expect(rows.map(({ data }) => data.shown)).toEqual(['y', 'x']);
  });

  it('filters by owner, area, service, step, status and due date', async () => {
    const store = cases();
    const put = (caseId: string, change: object) =>
      store.commit(sampleCommit(caseId, 0, { rows: [sampleRow({ data: { caseId }, ...change })] }));
    await put('near', { due: '2021-07-06T00:00:00.000Z' });
    await put('far', { due: '2021-07-20T00:00:00.000Z', path: '/a/x/y/', service: 'other' });
    await put('none', { owner: 'role:officer', step: 'decide', status: 'paused' });
    const ids = async (query: object) => (await store.list({ ...all, ...query })).rows.map(({ caseId }) => caseId);
    expect(await ids({})).toEqual(['near', 'far', 'none']);
    expect(await ids({ owners: ['role:officer'] })).toEqual(['none']);
    expect(await ids({ owners: [] })).toEqual([]);
    expect(await ids({ paths: ['/a/x/'] })).toEqual(['far']);
    expect(await ids({ paths: ['/a/'] })).toEqual(['near', 'far', 'none']);
    expect(
      await ids({
        scopes: [
          { owner: 'role:clerk', path: '/a/b/' },
          { owner: 'role:officer', path: '/z/' },
        ],
      }),
    ).toEqual(['near']);
    expect(await ids({ service: 'other' })).toEqual(['far']);
    expect(await ids({ step: 'decide' })).toEqual(['none']);
    expect(await ids({ status: 'paused' })).toEqual(['none']);
    expect(await ids({ dueBefore: '2021-07-10T00:00:00.000Z' })).toEqual(['near']);
    expect(await ids({ dueFrom: '2021-07-10T00:00:00.000Z' })).toEqual(['far']);
  });

  it('sorts by due date, opening and amount, and pages with a total', async () => {
    const store = cases();
    const put = (caseId: string, change: object) => store.commit(sampleCommit(caseId, 0, { rows: [sampleRow(change)] }));
    await put('a', { due: '2021-07-09T00:00:00.000Z', opened: '2021-07-01T00:00:00.000Z', cents: 100 });
    await put('b', { due: '2021-07-08T00:00:00.000Z', opened: '2021-07-02T00:00:00.000Z', cents: 300 });
    await put('c', { due: '', opened: '2021-07-03T00:00:00.000Z', cents: 200 });
    const ids = async (query: object) => (await store.list({ ...all, ...query })).rows.map(({ caseId }) => caseId);
    expect(await ids({ sort: 'due' })).toEqual(['b', 'a', 'c']);
    expect(await ids({ sort: 'opened' })).toEqual(['c', 'b', 'a']);
    expect(await ids({ sort: 'amount' })).toEqual(['b', 'c', 'a']);
    const page = await store.list({ ...all, offset: 1, limit: 1 });
    expect(page.rows.map(({ caseId }) => caseId)).toEqual(['a']);
    expect(page.total).toBe(3);
  });

  it('finds cases by the beginning of a term, also after terms changed', async () => {
    const store = cases();
    await store.commit(sampleCommit('c1', 0, { rows: [sampleRow()], terms: ['n:2021-0042', 'x:王某'] }));
    await store.commit(sampleCommit('c2', 0, { rows: [sampleRow()], terms: ['n:2021-0043', 'x:李某'] }));
    expect(await store.find('n:2021', 9)).toEqual(['c1', 'c2']);
    expect(await store.find('x:王', 9)).toEqual(['c1']);
    expect((await store.list({ ...all, terms: ['x:李', 'k:none'] })).rows.map(({ caseId }) => caseId)).toEqual(['c2']);
    await store.commit(sampleCommit('c1', 1, { terms: ['n:2021-0042'] }));
    expect(await store.find('x:王', 9)).toEqual([]);
    expect(await store.find('n:2021-0042', 9)).toEqual(['c1']);
  });
}
