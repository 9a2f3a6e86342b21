import { visitPack } from '@careway/definition/testing';
import { compileDecision } from '@careway/rules';
import { compileWorkflow } from '../compile/compile-workflow.js';
import type { Actor } from '../types/actor.js';
import type { Command, ValidatedSubmission } from '../types/command.js';
import type { DecideContext } from '../types/context.js';
import type { AttachmentRef } from '../types/state.js';
import type { SealedValue } from '../types/values.js';
import { firesAt } from '../views/case-views.js';
import { CaseRunner } from './case-runner.js';
import { people, person } from './test-context.js';

export interface Sent {
  readonly actor: Actor;
  readonly command: Command;
}

const pack = visitPack();
const workflow = pack.workflows.get('visit');
const definition = pack.decisions.get('care-level');
if (!workflow || !definition) throw new Error('the pack of visits is incomplete');
const compiled = compileWorkflow(workflow, { hash: 'visit' });
const decision = compileDecision(definition, { facts: compiled.declared, itemFacts: compiled.itemDeclared });

const context: Partial<DecideContext> = {
  services: pack.services,
  letters: pack.letters,
  remedies: pack.remedies,
  organisation: pack.organisation,
  registers: pack.registers,
  calendars: pack.calendars,
  records: () => undefined,
  matches: () => [],
  people: (id) => ({
    id,
    roles: [{ role: 'visitor', area: 'district' }],
    record: { version: 1, validOn: '2026-01-01', values: { account: id, status: 'active' } },
  }),
  decision: () => ({ compiled: decision, hash: 'decision' }),
  clause: () => undefined,
};

const daughter: Actor = { kind: 'person', id: 'daughter', roles: [], parties: ['applicant'], channel: 'online' };
const [clerk, officer, head] = ['clerk', 'officer', 'head'].map((role) => person(role, [role, 'district'])) as [Actor, Actor, Actor];
const visitors = ['x1', 'x2', 'x3', 'x4'];
const visitor = (id: string) => person(id, ['visitor', 'district']);

/** What brings a case on is sent more often than what ends it, so that histories are long. */
function weightOf({ command }: Sent): number {
  if (command.type === 'TakeAction') return ONWARD.has(command.action) ? 10 : 1;
  return command.type === 'VoteProcedure' || command.type === 'FireClock' || command.type === 'FileSupplement' ? 6 : 1;
}

const ONWARD: ReadonlySet<string> = new Set(['ASSIGN', 'SUPPLEMENT', 'REPORT', 'CONCLUDE', 'OBJECT', 'GRANT', 'DELIVER', 'REOPEN']);

/** One elder's case whose every word is a marker: `of-elder-7`, `of-filer-8`, `of-objector-9`. */
export class VisitHistory {
  readonly run = new CaseRunner(compiled, { now: '2026-01-05T09:00:00+08:00', context });
  #count = 0;

  constructor() {
    this.run.do(daughter, {
      type: 'OpenCase',
      caseId: 'case-1',
      tenant: 'city',
      service: 'visit',
      areaPath: [
        { level: 'city', id: 'city' },
        { level: 'district', id: 'district' },
      ],
      submission: this.#request(),
      parties: [{ party: 'applicant', kind: 'person', subject: 'elder', name: this.#word(), agents: ['daughter'] }],
    });
  }

  /** What somebody could send now, also what no screen would offer. */
  possible(): readonly Sent[] {
    const sent = [...this.#atSteps(), ...this.#beside(), ...this.#clocks()];
    return [...sent.flatMap((one) => Array.from({ length: weightOf(one) }, () => one)), ...this.#wrong()];
  }

  #word(of = 'elder'): string {
    this.#count += 1;
    return `of-${of}-${this.#count}`;
  }

  #sealed(of?: string): SealedValue {
    return { sealed: this.#word(of), key: this.#word(of), hint: this.#word(of) };
  }

  #file(of?: string): AttachmentRef {
    const id = `f${(this.#count += 1)}`;
    const { now } = this.run;
    return {
      id,
      field: 'paper',
      name: this.#word(of),
      type: 'application/pdf',
      bytes: 1,
      sha256: '0',
      uploadedBy: 'daughter',
      uploadedAt: now,
    };
  }

  #request(): ValidatedSubmission {
    const own = { elder_name: this.#word(), identity: this.#sealed(), story: this.#word() };
    const filer = { contact_name: this.#word('filer'), contact_phone: this.#sealed('filer') };
    return {
      validated: true,
      form: { id: 'request', hash: 'h' },
      answers: { ...own, ...filer },
      rows: [{ subject: 'elder', values: own, differs: true }],
      attachments: [this.#file()],
      ofFiler: ['contact_name', 'contact_phone'],
    };
  }

  #sheet(form: string, answers: ValidatedSubmission['answers']): ValidatedSubmission {
    return { validated: true, form: { id: form, hash: 'h' }, answers, rows: [], attachments: [] };
  }

  #atSteps(): readonly Sent[] {
    const { live } = this.run;
    return live.position.flatMap((step) => this.#atStep(step).map(({ actor, command }) => ({ actor, command: this.#late(command) })));
  }

  /** Now and then as from paper, with evidence. */
  #late(command: Command): Command {
    if (command.type !== 'TakeAction' || this.#count % 5 > 0) return command;
    return {
      ...command,
      effectiveOn: this.run.live.enteredOn?.[command.step] ?? '',
      attachments: [this.#file(command.action === 'OBJECT' ? 'objector' : 'elder')],
    };
  }

  #atStep(step: string): readonly Sent[] {
    const take = (actor: Actor, action: string, more: object = {}): Sent => ({
      actor,
      command: { type: 'TakeAction', step, action, ...more },
    });
    const said = { reason: this.#word(), opinion: this.#word() };
    const [letter] = this.run.live.letters.filter(({ status }) => status === 'issued');
    switch (step) {
      case 'intake':
        return [
          take(clerk, 'ASSIGN', { assignments: this.#assignments(), ...said }),
          take(clerk, 'ASSIGN', { assignments: this.#assignments(), ...said }),
          take(clerk, 'SUPPLEMENT', { list: [{ what: this.#word(), why: this.#word() }], ...said }),
          take(daughter, 'WITHDRAW', said),
          take(clerk, 'REJECT', said),
        ];
      case 'look':
        return visitors.map((id) =>
          take(visitor(id), 'REPORT', {
            submission: this.#sheet('report', { severity: String(this.#count % 6), remark: this.#word() }),
            ...said,
          }),
        );
      case 'finding': {
        const submission = this.#sheet('finding', { words: this.#word(), seen_phone: this.#sealed() });
        return [take(clerk, 'CONCLUDE', { submission, ...said }), take(clerk, 'RETURN', said)];
      }
      case 'notice': {
        const objector = { name: this.#word('objector'), phone: this.#sealed('objector') };
        return [take(people.visitor, 'OBJECT', { objector, reason: this.#word('objector') })];
      }
      case 'decide':
        return [take(officer, 'GRANT', said), take(officer, 'GRANT', said), take(officer, 'REFUSE', said)];
      case 'delivery': {
        const receipt = { receipt: this.#word(), receiptFor: this.#count % 3 === 0 ? this.#word() : letter?.number };
        return [take(clerk, 'DELIVER', { letter: letter?.id, method: 'hand', ...receipt, ...said })];
      }
      case 'done':
        return [take(daughter, 'REOPEN', said)];
      default:
        return [];
    }
  }

  #assignments() {
    const from = this.#count % visitors.length;
    return ['first', 'second'].map((seat, index) => ({ seat, person: visitors[(from + index) % visitors.length] ?? '' }));
  }

  #beside(): readonly Sent[] {
    const { live } = this.run;
    const ask = (procedure: string, more: object): Sent => ({
      actor: clerk,
      command: { type: 'RequestProcedure', procedure, reason: this.#word(), ...more },
    });
    const substitute = visitors.find((id) => !live.seats?.some(({ person: taken }) => taken === id));
    return [
      ask('recusal', { step: 'look', seat: 'first', substitute }),
      ask('recusal', { step: 'look', seat: 'second' }),
      ask('extension', { clock: 'work-days', days: 3 }),
      ask('revocation', { batch: 1 }),
      ask('termination', {}),
      ...live.procedures.flatMap(({ id }) =>
        (['for', 'for', 'against'] as const).map((vote): Sent => ({ actor: head, command: { type: 'VoteProcedure', id, vote } })),
      ),
      ...['story', 'words', 'contact_name', 'i1:elder_name'].map((fact) => this.#correction(fact)),
      ...(live.supplement ? [{ actor: daughter, command: { type: 'FileSupplement' as const, submission: this.#request() } }] : []),
    ];
  }

  #correction(key: string): Sent {
    const item = key.startsWith('i1:') ? { item: 'i1' } : {};
    const fact = key.replace('i1:', '');
    const supersedes = this.run.live.factActs?.[key] ?? 0;
    const value = this.#word(fact === 'contact_name' ? 'filer' : 'elder');
    const reason = this.#word(fact === 'contact_name' ? 'filer' : 'elder');
    return { actor: clerk, command: { type: 'CorrectFact', fact, ...item, value, supersedes, reason } };
  }

  #clocks(): readonly Sent[] {
    return this.run.live.clocks.flatMap((clock) =>
      firesAt(clock) === undefined ? [] : [{ actor: people.clockwork, command: { type: 'FireClock' as const, clock: clock.id } }],
    );
  }

  /** Words where none belong: a client may send anything. */
  #wrong(): readonly Sent[] {
    const [step = 'intake'] = this.run.live.position;
    const said = { reason: this.#word(), opinion: this.#word() };
    const wrong = (actor: Actor, command: Command): Sent => ({ actor, command });
    return [
      wrong(clerk, { type: 'TakeAction', step, action: this.#word(), ...said }),
      wrong(clerk, { type: 'TakeAction', step, action: 'REJECT', clause: this.#word(), ...said }),
      wrong(clerk, { type: 'TakeAction', step, action: 'RETURN', to: this.#word(), ...said }),
      wrong(clerk, { type: 'TakeAction', step, action: 'ASSIGN', assignments: [{ seat: this.#word(), person: this.#word() }], ...said }),
      wrong(officer, {
        type: 'TakeAction',
        step,
        action: 'GRANT',
        items: [this.#word()],
        seat: this.#word(),
        clause: this.#word(),
        ...said,
      }),
      wrong(clerk, { type: 'TakeAction', step, action: 'DELIVER', letter: this.#word(), method: 'hand', receipt: this.#word() }),
      wrong(clerk, { type: 'RequestProcedure', procedure: 'recusal', step: this.#word(), seat: this.#word(), reason: this.#word() }),
      wrong(clerk, { type: 'RequestProcedure', procedure: 'revocation', clause: this.#word(), reason: this.#word() }),
      wrong(clerk, {
        type: 'RequestProcedure',
        procedure: 'extension',
        clock: this.#word(),
        days: 2,
        seat: this.#word(),
        reason: this.#word(),
      }),
      wrong(people.visitor, { type: 'TakeAction', step, action: 'OBJECT', items: [this.#word()], clause: this.#word(), ...said }),
    ];
  }
}
