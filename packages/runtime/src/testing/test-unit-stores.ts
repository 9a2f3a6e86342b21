import { expect, it } from 'vitest';
import type { StoredBlob, StoredDraft } from '../ports/draft-store.js';
import type { StoredProposal } from '../ports/proposal-store.js';
import type { Store } from '../ports/store.js';

/** What every store guarantees about claims and numbers. */
export function testUnits(open: () => Store): void {
  const tenant = () => open().tenant('t');

  it('gives a claim to one of twenty and says to all who holds it', async () => {
    const { claims } = tenant();
    const holder = (n: number) => ({ caseId: `c${n}`, item: 'i1', service: 's', since: '2021-07-05' });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => claims.take('bed', 'elder-1', holder(n))));
    expect(new Set(answers.map(({ caseId }) => caseId)).size).toBe(1);
    const held = answers[0] as ReturnType<typeof holder>;
    expect(await claims.take('bed', 'elder-1', held)).toEqual(held);
    await claims.release('bed', 'elder-1', { caseId: 'someone-else', item: 'i1' });
    expect(await claims.holder('bed', 'elder-1')).toEqual(held);
    await claims.release('bed', 'elder-1', held);
    expect(await claims.take('bed', 'elder-1', holder(99))).toEqual(holder(99));
    await claims.pass('bed', 'elder-1', { from: holder(98), to: holder(97) });
    expect((await claims.holder('bed', 'elder-1'))?.caseId).toBe('c99');
    await claims.pass('bed', 'elder-1', { from: holder(99), to: { caseId: 'child', item: 'i2' } });
    expect(await claims.holder('bed', 'elder-1')).toEqual({ ...holder(99), caseId: 'child', item: 'i2' });
  });

  it('counts a sequence up and gives the same number to the same request', async () => {
    const { sequences } = tenant();
    const numbers = await Promise.all(Array.from({ length: 20 }, (_, n) => sequences.next('case', '2021/a', `r${n}`)));
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    expect(await sequences.next('case', '2021/a', 'r7')).toBe(numbers[7]);
    expect(await sequences.next('case', '2022/a', 'q1')).toBe(1);
  });
}

/** What every store guarantees about drafts, files, messages, people and the rest. */
export function testSideStores(open: () => Store): void {
  const tenant = () => open().tenant('t');
  const draft = (id: string, change: Partial<StoredDraft> = {}): StoredDraft => ({
    id,
    owner: 'p1',
    service: 's',
    version: 1,
    updatedAt: '2021-07-05T01:00:00.000Z',
    sealed: 'x',
    subjects: ['s1'],
    ...change,
  });

  it('saves a draft only over the version it was read at', async () => {
    const { drafts } = tenant();
    expect(await drafts.put(draft('d1'))).toBe(true);
    expect(await drafts.put(draft('d1', { version: 2, sealed: 'y', subjects: ['s2'] }))).toBe(true);
    expect(await drafts.put(draft('d1', { version: 2, sealed: 'z' }))).toBe(false);
    expect((await drafts.get('d1'))?.sealed).toBe('y');
    expect(await drafts.list('p1')).toHaveLength(1);
    expect(await drafts.list('p2')).toEqual([]);
    expect(await drafts.bySubject('s1')).toEqual([]);
    expect(await drafts.bySubject('s2')).toHaveLength(1);
    expect(await drafts.remove('d1')).toBe(true);
    expect(await drafts.remove('d1')).toBe(false);
    expect(await drafts.bySubject('s2')).toEqual([]);
  });

  it('keeps files, binds them to a case and removes them', async () => {
    const { blobs } = tenant();
    const ref = { field: 'f', name: 'a.pdf', type: 'application/pdf', bytes: 3, sha256: 'h', uploadedBy: 'p1', uploadedAt: 'now' };
    const blob: StoredBlob = { ref: { id: '0123456789abcdef', ...ref }, owner: 'p1', draft: 'd1', createdAt: 'now' };
    await blobs.put(blob, new Uint8Array([1, 2, 3]));
    expect(await blobs.get(blob.ref.id)).toEqual({ blob, bytes: new Uint8Array([1, 2, 3]) });
    await blobs.attach(blob.ref.id, 'c1');
    expect(await blobs.list({ draft: 'd1' })).toEqual([]);
    expect((await blobs.list({ caseId: 'c1' })).map(({ ref: { id } }) => id)).toEqual([blob.ref.id]);
    expect(await blobs.remove(blob.ref.id)).toBe(true);
    expect(await blobs.get(blob.ref.id)).toBeUndefined();
    expect(await blobs.remove(blob.ref.id)).toBe(false);
  });

  it('shows messages newest first, each once', async () => {
    const { inbox } = tenant();
    const text = { 'zh-CN': '已受理', en: 'Accepted' };
    const message = (id: string) => ({ id, person: 'p1', at: 'now', caseId: 'c1', text, read: false });
    for (const id of ['m1', 'm2', 'm1']) await inbox.put(message(id));
    const { messages, total } = await inbox.list('p1', { offset: 0, limit: 9 });
    expect(messages.map(({ id }) => id)).toEqual(['m2', 'm1']);
    expect(total).toBe(2);
    expect(await inbox.markRead('p2', 'm1')).toBe(false);
    expect(await inbox.markRead('p1', 'm1')).toBe(true);
    expect((await inbox.byCase('c1')).find(({ id }) => id === 'm1')?.read).toBe(true);
    expect(await inbox.erase('c1')).toBe(2);
    expect((await inbox.list('p1', { offset: 0, limit: 9 })).total).toBe(0);
  });

  it('keeps the access log, settings, publications and packs', async () => {
    const { access, settings, publications } = tenant();
    for (const caseId of ['c1', 'c2'])
      await access.add({ at: 'now', person: 'p1', caseId, what: 'case', ...(caseId === 'c2' ? { subject: 's' } : {}) });
    expect((await access.list({ offset: 0, limit: 9 })).entries.map(({ caseId }) => caseId)).toEqual(['c2', 'c1']);
    expect((await access.list({ subject: 's', offset: 0, limit: 9 })).total).toBe(1);
    const about = async (subjects: readonly string[], cases: readonly string[]) =>
      (await access.list({ about: { subjects, cases }, offset: 0, limit: 9 })).entries.map(({ caseId }) => caseId);
    expect(await about(['s'], ['c1'])).toEqual(['c2', 'c1']);
    expect(await about(['other'], ['c1', 'c2'])).toEqual(['c1']);
    expect(await about([], [])).toEqual([]);
    await settings.set('clock', '1');
    await settings.set('clock', '2');
    expect(await settings.get('clock')).toBe('2');
    expect(await settings.get('none')).toBeUndefined();
    const publication = { area: 'a', packHash: 'h', effectiveFrom: '2021-01-01', publishedAt: 'now', by: 'p1' };
    expect(await publications.publish(publication, 0)).toBe(true);
    expect(await publications.publish({ ...publication, packHash: 'other' }, 0)).toBe(false);
    expect(await publications.publications()).toEqual([publication]);
    await publications.keepPack('h', 'text');
    await publications.keepPack('h', 'other');
    expect(await publications.packs()).toEqual([{ hash: 'h', text: 'text' }]);
  });

  it('forgets reasons in the access log that name somebody, and nothing else of it', async () => {
    const { access } = tenant();
    const entry = { at: 'now', person: 'p1', caseId: 'c1', what: 'reveal' };
    await access.add({ ...entry, why: '核对“王某”的号码' });
    await access.add({ ...entry, person: '王某', why: '例行检查' });
    expect(await access.forget(['王某', '无人'])).toBe(1);
    const { entries } = await access.list({ offset: 0, limit: 9 });
    expect(entries).toEqual([{ ...entry, person: '王某', why: '例行检查' }, entry]);
    expect(await access.forget([])).toBe(0);
  });

  it('changes a proposal only from the version it was read at, and lists the newest first', async () => {
    const { proposals } = tenant();
    const proposal = (id: string, change: Partial<StoredProposal> = {}): StoredProposal => ({
      id,
      version: 1,
      area: 'a',
      base: 'h',
      status: 'draft',
      effectiveFrom: '',
      note: '',
      changes: [],
      acknowledged: [],
      by: 'p1',
      updatedAt: 'now',
      events: [],
      ...change,
    });
    expect(await Promise.all([proposals.put(proposal('q1')), proposals.put(proposal('q2'))])).toEqual([true, true]);
    expect(await proposals.put(proposal('q1'))).toBe(false);
    expect(await proposals.put(proposal('q1', { version: 2, status: 'submitted' }))).toBe(true);
    expect(await proposals.put(proposal('q1', { version: 2, status: 'withdrawn' }))).toBe(false);
    expect((await proposals.get('q1'))?.status).toBe('submitted');
    expect(await proposals.get('none')).toBeUndefined();
    expect((await proposals.list()).map(({ id }) => id)).toEqual(['q2', 'q1']);
    expect(await open().tenant('other').proposals.list()).toEqual([]);
  });

  it('keeps people and sessions', async () => {
    const { people } = tenant();
    const person = { id: 'p1', login: 'clerk', name: '王某', passwordHash: 'x', roles: [{ role: 'clerk', area: 'a' }], organisations: [] };
    await people.put(person);
    expect(await people.byLogin('clerk')).toEqual(person);
    expect(await people.byId('p2')).toBeUndefined();
    await people.put({ ...person, login: 'clerk-2' });
    expect(await people.byLogin('clerk')).toBeUndefined();
    expect(await people.list()).toHaveLength(1);
    await people.putSession({ tokenHash: 'h', personId: 'p1', csrf: 'c', expiresAt: 5 });
    expect(await people.session('h')).toEqual({ personId: 'p1', csrf: 'c', expiresAt: 5 });
    await people.dropSession('h');
    expect(await people.session('h')).toBeUndefined();
  });

  it('drops the sessions that have expired, and no other', async () => {
    const { people } = tenant();
    for (const expiresAt of [4, 5, 6]) await people.putSession({ tokenHash: `h${expiresAt}`, personId: 'p1', csrf: 'c', expiresAt });
    expect(await people.purgeSessions(5)).toBe(1);
    expect(await Promise.all(['h4', 'h5', 'h6'].map(async (hash) => (await people.session(hash))?.expiresAt))).toEqual([undefined, 5, 6]);
    expect(await people.purgeSessions(5)).toBe(0);
  });
}
