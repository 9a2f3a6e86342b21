import type { Act, Effect } from '@careway/engine';
import type { CaseCommit, ListingRow } from '../ports/case-store.js';

/** A listing row for tests of stores; only what matters need be given. */
export function sampleRow(change: Partial<ListingRow> = {}): ListingRow {
  return {
    list: 'task',
    id: 't1',
    owner: 'role:clerk',
    path: '/a/b/c/',
    service: 's',
    step: 'accept',
    status: 'open',
    due: '',
    opened: '2021-07-05T01:00:00.000Z',
    cents: 0,
    data: { shown: 'x' },
    ...change,
  };
}

export function sampleAct(seq: number, text = 'opinion'): Act {
  return {
    seq,
    type: 'TaskTaken',
    recordedAt: '2021-07-05T09:00:00+08:00',
    effectiveOn: '2021-07-05',
    actor: { kind: 'person', id: 'p1' },
    data: { task: `t${seq}` },
    slots: { opinion: { subject: 's1', salt: '00', value: text, commitment: 'c' } },
  };
}

export function sampleEffect(id: string): Effect {
  return { id, kind: 'notify', notice: 'n', to: { people: ['p1'] } };
}

/** A commit for tests of stores: version, acts and head follow from `expected`. */
export function sampleCommit(caseId: string, expected: number, change: Partial<CaseCommit> = {}): CaseCommit {
  const version = expected + 1;
  return {
    caseId,
    expected,
    version,
    key: `${caseId}-${version}`,
    bodyHash: `body-${version}`,
    at: '2021-07-05T01:00:00.000Z',
    acts: [sampleAct(version)],
    effects: [],
    reply: { version },
    head: `head-${version}`,
    state: { caseId, seq: version },
    rows: [],
    terms: [],
    ...change,
  };
}
