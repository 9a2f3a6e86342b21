import type { Clause, ClauseDocument } from '@careway/definition';
import { describe, expect, it } from 'vitest';
import { CaseRunner } from '../testing/case-runner.js';
import { changedWorkflow } from '../testing/changed-workflow.js';
import { label } from '../testing/grant-workflow.js';

/** A review that counts as passed when its period is over, by the clause `art-9`. */
const deemed = (about: Partial<Clause>, document: Partial<ClauseDocument> = {}, more: object = {}) => {
  const compiled = changedWorkflow((copy) => {
    const review = copy.steps.find(({ id }) => id === 'review');
    const basis = { clause: 'art-9' };
    review?.actions?.push({ id: 'DEEMED', label: label('视为受理'), kind: 'deemed', by: 'clock', to: 'decision', basis, ...more });
    Object.assign(copy.clocks.find(({ id }) => id === 'review') ?? {}, { onDue: 'act' });
  });
  const found = {
    clause: { id: 'art-9', article: '9', quote: '逾期视为受理', ...about },
    document: {
      id: 'law',
      title: label('law'),
      issuer: label('congress'),
      status: 'in-force' as const,
      validity: { from: '2020-01-01' },
      clauses: [],
      ...document,
    } as unknown as ClauseDocument,
  };
  return new CaseRunner(compiled, { context: { clause: (id) => (id === 'art-9' ? found : undefined) } }).open([{}]).settle().fire('review');
};
const concluded = (run: CaseRunner) => run.acts.find((act) => act.type === 'ActionTaken' && act.data.action === 'DEEMED');

describe('a conclusion without a person', () => {
  it('rests on the clause that orders it, and cites it', () => {
    const run = deemed({});
    expect(run.live.position).toEqual(['decision']);
    expect(concluded(run)).toMatchObject({ actor: { kind: 'system', cause: 'clock' }, data: { clause: 'art-9' } });
  });

  it.each([
    ['has lapsed', {}, { validity: { from: '2020-01-01', to: '2021-06-30' } }],
    ['is not valid yet', { validity: { from: '2022-01-01' } }, {}],
    ['is repealed', { status: 'repealed' as const }, {}],
    ['is a draft', {}, { status: 'draft' as const }],
  ])('is never drawn from a clause that %s: the case is late, and owned', (_, clause, document) => {
    const run = deemed(clause, document);
    expect(concluded(run)).toBeUndefined();
    expect(run.live.position).toEqual(['review']);
    expect(run.clock('review')?.breachedOn).toBe('2021-07-13');
    expect(run.live.tasks.some(({ kind, role }) => kind === 'overdue' && role === 'clerk')).toBe(true);
  });

  it('is not drawn where what it writes is not known', () => {
    const writes = [{ id: 'w', register: 'r', mode: 'create', key: 'registered', set: { a: 'registered' } }];
    const run = deemed({}, {}, { writes });
    expect(concluded(run)).toBeDefined();
    const unknown = [{ id: 'w', register: 'r', mode: 'create', key: 'nobody', set: { a: 'grade' } }];
    expect(concluded(deemed({}, {}, { writes: unknown }))).toBeUndefined();
  });
});
