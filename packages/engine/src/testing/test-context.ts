import type { CalendarDefinition, LetterDefinition, OrganisationDefinition, Remedy, ServiceDefinition } from '@careway/definition';
import { compileDecision, declareFacts } from '@careway/rules';
import type { Actor } from '../types/actor.js';
import type { ValidatedSubmission } from '../types/command.js';
import type { DecideContext } from '../types/context.js';
import type { SealedValue } from '../types/values.js';
import { grantDecision, grantWorkflow, label } from './grant-workflow.js';

const off = (...dates: string[]) => dates.map((date) => ({ date, label: label('holiday') }));
const days = (month: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${month}-${String(from + index).padStart(2, '0')}`);

/** 2021 as the State Council arranged it. */
export const calendar2021: CalendarDefinition = {
  year: 2021,
  source: label('国办发明电〔2020〕27号'),
  holidays: off(
    ...days('2021-01', 1, 3),
    ...days('2021-02', 11, 17),
    ...days('2021-04', 3, 5),
    ...days('2021-05', 1, 5),
    ...days('2021-06', 12, 14),
    ...days('2021-09', 19, 21),
    ...days('2021-10', 1, 7),
  ),
  makeUpDays: ['2021-02-07', '2021-02-20', '2021-04-25', '2021-05-08', '2021-09-18', '2021-09-26', '2021-10-09'],
};

/** The days of 2026 around National Day. */
export const calendar2026: CalendarDefinition = {
  year: 2026,
  source: label('2026'),
  holidays: off(...days('2026-09', 25, 27), ...days('2026-10', 1, 7)),
  makeUpDays: ['2026-09-20', '2026-10-10'],
};

export const organisation: OrganisationDefinition = {
  levels: [
    { id: 'city', label: label('city') },
    { id: 'district', label: label('district') },
    { id: 'street', label: label('street') },
  ],
  roles: [
    { id: 'applicant', label: label('applicant'), kind: 'applicant' },
    { id: 'clerk', label: label('clerk'), kind: 'staff', level: 'street' },
    { id: 'officer', label: label('officer'), kind: 'staff', level: 'district' },
    { id: 'head', label: label('head'), kind: 'supervisor', level: 'district' },
  ],
  sequences: [{ id: 'case-number', label: label('n'), pattern: '{n:4}' }],
};

export const areaPath = [
  { level: 'city', id: 'city-1' },
  { level: 'district', id: 'district-1' },
  { level: 'street', id: 'street-1' },
];

const service: ServiceDefinition = {
  id: 'bed-grant',
  label: label('床位补贴'),
  summary: label('summary'),
  workflow: 'grant',
  form: 'bed-form',
  decision: 'grant-amount',
  applicants: ['organisation'],
  clauses: ['art-2'],
  papers: [],
  ways: [{ kind: 'online', text: label('online') }],
  contact: { office: label('office'), telephone: '000' },
  claim: { id: 'bed', label: label('床位'), key: ['elder', 'service_month'] },
  entitlement: { register: 'entitlements', benefit: 'bed', amount: 'amount', from: 'service_month', payee: 'applicant' },
  sequence: 'case-number',
};

const letter = (id: string, delivery: LetterDefinition['delivery'], more: Partial<LetterDefinition> = {}): LetterDefinition => ({
  id,
  label: label(id),
  to: 'applicant',
  delivery,
  body: [
    { kind: 'paragraph', text: label('{applicant} {number} {total} {totalInWords}') },
    { kind: 'items' },
    { kind: 'clauses' },
    { kind: 'remedies' },
  ],
  ...more,
});

const remedy = (id: string, amount: number, unit: Remedy['unit']): Remedy => ({
  id,
  label: label(id),
  body: label('court'),
  how: label('how'),
  amount,
  unit,
  rollover: false,
  clause: 'art-3',
  validity: { from: '2017-01-01' },
});

const byId = <T extends { readonly id: string }>(...list: T[]): ReadonlyMap<string, T> => new Map(list.map((entry) => [entry.id, entry]));

const decision = compileDecision(grantDecision, {
  facts: declareFacts(grantWorkflow.facts),
  itemFacts: declareFacts(grantWorkflow.items?.facts ?? []),
});

export function person(id: string, ...roles: readonly (readonly [role: string, area: string])[]): Actor {
  return { kind: 'person', id, roles: roles.map(([role, area]) => ({ role, area })), parties: [], channel: 'online' };
}

export const people = {
  agent: { kind: 'person', id: 'agent', roles: [], parties: ['applicant'], channel: 'online' } as Actor,
  clerk: person('clerk-1', ['clerk', 'street-1']),
  secondClerk: person('clerk-2', ['clerk', 'street-1']),
  officer: person('officer-1', ['officer', 'district-1']),
  head: person('head-1', ['head', 'district-1']),
  outsider: person('clerk-9', ['clerk', 'street-9']),
  visitor: { kind: 'public', channel: 'online' } as Actor,
  clockwork: { kind: 'system', cause: 'clock' } as Actor,
  outbox: { kind: 'system', cause: 'effect' } as Actor,
};

export function testContext(actor: Actor, now: string, more: Partial<DecideContext> = {}): DecideContext {
  const clause = { id: 'art-2', article: '2', quote: '150元、200元' };
  const document = {
    id: 'plan',
    title: label('plan'),
    issuer: label('city'),
    status: 'in-force' as const,
    validity: { from: '2019-01-01' },
    clauses: [clause],
  };
  return {
    now,
    actor,
    salt: `salt-${now}-${actor.kind}`,
    packHash: 'pack-hash',
    records: (register, key) =>
      register === 'centres' && key === 'centre-7' ? { version: 3, values: { name: 'Centre 7' }, validOn: '2021-01-01' } : undefined,
    services: byId(service),
    letters: byId(
      letter('decision-letter', 'required', { sequence: 'case-number', remedies: ['review', 'lawsuit'] }),
      letter('supplement-notice', 'inbox'),
    ),
    remedies: byId(remedy('review', 60, 'calendar-day'), remedy('lawsuit', 6, 'month')),
    organisation,
    calendars: new Map([
      [2021, calendar2021],
      [2026, calendar2026],
    ]),
    decision: (id) => (id === 'grant-amount' ? { compiled: decision, hash: 'decision-hash' } : undefined),
    clause: (id) => (id.startsWith('art-') ? { clause: { ...clause, id }, document } : undefined),
    ...more,
  };
}

export const sealed = (number: string): SealedValue => ({ sealed: `sealed-${number}`, key: `key-${number}`, hint: `***${number}` });

export interface RowInput {
  readonly level?: string;
  readonly allDay?: boolean;
  readonly birth?: string;
}

export function submissionOf(rows: readonly RowInput[], answers: ValidatedSubmission['answers'] = {}): ValidatedSubmission {
  return {
    validated: true,
    form: { id: 'bed-form', hash: 'form-hash' },
    answers: { grade: 'a', service_month: '2021-06', centre: 'centre-7', ...answers },
    rows: rows.map((row, index) => ({
      subject: `elder-${index + 1}`,
      values: {
        elder: sealed(String(index + 1)),
        level: row.level ?? 'moderate',
        all_day: row.allDay ?? true,
        ...(row.birth === undefined ? {} : { elder_birth_date: row.birth }),
      },
    })),
    attachments: [],
  };
}
