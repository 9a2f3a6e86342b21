import type { WorkflowDefinition } from '@careway/definition';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayReturnTo } from './actions/return.js';
import { isReached } from './calendar/instant.js';
import { compileWorkflow } from './compile/compile-workflow.js';
import { evolve, replay } from './evolve/evolve.js';
import { CaseRunner } from './testing/case-runner.js';
import { type Place, PositionOracle } from './testing/position-oracle.js';
import { randomWorkflow } from './testing/random-workflow.js';
import { areaPath, people, person, submissionOf } from './testing/test-context.js';
import type { Act } from './types/act.js';
import type { Actor } from './types/actor.js';
import type { Command } from './types/command.js';
import type { AttachmentRef, CaseState } from './types/state.js';
import { firesAt } from './views/case-views.js';
import { tallyVotes } from './votes/tally.js';

const paper: AttachmentRef = {
  id: 'f1',
  field: 'evidence',
  name: 'paper.pdf',
  type: 'application/pdf',
  bytes: 1,
  sha256: '0'.repeat(64),
  uploadedBy: 'd',
  uploadedAt: '2021-07-05T09:00:00+08:00',
};

const staff = ['a', 'b', 'c', 'd', 'e'].map((id) => person(id, ['clerk', 'street-1']));

function opened(workflow: WorkflowDefinition): CaseRunner {
  const run = new CaseRunner(compileWorkflow(workflow, { hash: 'random' }));
  const parties = [{ party: 'applicant', kind: 'person' as const, subject: 'elder', agents: ['agent'] }];
  const submission = submissionOf([], { note: 'n' });
  return run.do(people.agent, { type: 'OpenCase', caseId: 'case-1', tenant: 't', service: 'bed-grant', areaPath, submission, parties });
}

/** Every command that somebody could sensibly send now. */
function commands({ compiled, live }: CaseRunner): { readonly actor: Actor; readonly command: Command }[] {
  const found: { actor: Actor; command: Command }[] = [];
  for (const id of live.position) {
    for (const action of compiled.steps.get(id)?.actions.keys() ?? []) {
      const base = { type: 'TakeAction' as const, step: id, action };
      if (action === 'END' || action === 'REOPEN') found.push({ actor: people.agent, command: base });
      else if (action === 'SUPPLEMENT') found.push({ actor: staff[0] as Actor, command: { ...base, list: [{ what: 'w', why: 'y' }] } });
      else if (action === 'RETURN') {
        const targets = live.visited.filter((to) => mayReturnTo(live, compiled.tree, id, to));
        for (const to of targets) found.push({ actor: staff[1] as Actor, command: { ...base, to } });
      } else for (const actor of staff) found.push({ actor, command: base });
      const effectiveOn = live.enteredOn?.[id] ?? '';
      if (action === 'NEXT') found.push({ actor: staff[3] as Actor, command: { ...base, effectiveOn, attachments: [paper] } });
    }
  }
  found.push(...procedureCommands(live));
  if (live.status === 'closed') return found;
  // Time passes as often as people act, so that levels are told too.
  for (const clock of live.clocks) {
    if (firesAt(clock) === undefined) continue;
    for (let weight = 0; weight < 8; weight++) found.push({ actor: people.clockwork, command: { type: 'FireClock', clock: clock.id } });
  }
  if (live.supplement) found.push({ actor: people.agent, command: { type: 'FileSupplement', submission: submissionOf([]) } });
  for (const task of live.tasks.slice(0, 2)) found.push({ actor: staff[2] as Actor, command: { type: 'TakeTask', task: task.id } });
  for (const task of live.tasks.slice(0, 2)) found.push({ actor: staff[2] as Actor, command: { type: 'ReleaseTask', task: task.id } });
  return found;
}

function procedureCommands(live: CaseState): { readonly actor: Actor; readonly command: Command }[] {
  const about = { reason: 'r' };
  const supersedes = live.factActs?.note ?? 0;
  return [
    { actor: staff[4] as Actor, command: { type: 'CorrectFact', fact: 'note', value: `n${live.seq}`, supersedes, ...about } },
    ...['revoke', 'terminate'].map((procedure) => ({
      actor: staff[0] as Actor,
      command: { type: 'RequestProcedure' as const, procedure, ...about },
    })),
    ...live.procedures.flatMap(({ id }) =>
      (['for', 'against'] as const).map((vote) => ({ actor: staff[1] as Actor, command: { type: 'VoteProcedure' as const, id, vote } })),
    ),
  ];
}

function checkState(run: CaseRunner): void {
  const { live, compiled } = run;
  if (live.status === 'closed') {
    expect(live.tasks.every((task) => task.kind === 'procedure')).toBe(true);
    expect(live.clocks.every((clock) => clock.status === 'ended' || clock.status === 'canceled')).toBe(true);
    return;
  }
  for (const leaf of live.position) {
    if (leaf.includes('$')) continue;
    // No branch is stranded: each active step of people has a task.
    expect(live.tasks.some((task) => task.step === leaf && task.kind === 'step')).toBe(true);
  }
  for (const task of live.tasks) if (task.kind !== 'procedure') expect(live.position).toContain(task.step);
  for (const { id } of live.procedures) expect(live.tasks.some((task) => task.procedure === id)).toBe(true);
  for (const vote of live.votes) expect(live.position).toContain(vote.step);
  for (const clock of live.clocks) {
    if (clock.status === 'running' || clock.status === 'paused') expect(live.position).toContain(clock.step);
    if (clock.status === 'paused') expect(live.supplement).toBeDefined();
    if (clock.status === 'undetermined') expect(live.tasks.some((task) => task.clock === clock.id)).toBe(true);
  }
  for (const id of live.position) {
    const rule = compiled.steps.get(id)?.vote;
    if (!rule) continue;
    const tally = tallyVotes(
      rule,
      live.votes.filter((vote) => vote.step === id),
    );
    expect(tally.outcome).toBe('open');
    const seats = live.tasks.filter((task) => task.step === id && task.kind === 'step').map((task) => task.seat);
    expect(seats.sort()).toEqual(tally.open.map((seat) => seat.id).sort());
  }
}

/** Votes that may count: cast and not voided since, or restored. */
function checkVotes(acts: readonly Act[], state: CaseState): void {
  const counting = new Map<string, Set<string>>();
  const voided = new Map<string, Set<string>>();
  for (const act of acts) {
    const step = act.step ?? '';
    const seats = counting.get(step) ?? counting.set(step, new Set()).get(step);
    if (act.type === 'VoteCast') seats?.add(act.data.seat);
    if (act.type === 'VotesVoided') {
      voided.set(step, new Set(seats));
      seats?.clear();
    }
    if (act.type === 'VotesRestored') for (const seat of act.data.seats ?? voided.get(step) ?? []) seats?.add(seat);
  }
  for (const [step, seats] of counting) {
    expect(
      state.votes
        .filter((vote) => vote.step === step)
        .map((vote) => vote.seat)
        .sort(),
    ).toEqual([...seats].sort());
  }
}

interface Taken {
  readonly run: CaseRunner;
  readonly acts: readonly Act[];
  readonly command: Command;
}

/** Moves the oracle as the machine was asked to move. */
function follow(oracle: PositionOracle, place: Place, { run, acts, command }: Taken): Place {
  const moved = acts.find((act) => act.type === 'PositionMoved');
  if (!moved) return place;
  if (command.type === 'VoteProcedure') return { step: moved.data.to[0] ?? '' };
  const fired = command.type === 'FireClock' ? acts.find((act) => act.type === 'ActionTaken') : undefined;
  const step = command.type === 'TakeAction' ? command.step : (fired?.step ?? '');
  const name = command.type === 'TakeAction' ? command.action : 'PERIOD_ENDED';
  const action = run.compiled.steps.get(step)?.actions.get(name);
  if (command.type === 'TakeAction' && name === 'RETURN') return oracle.back(place, command.to ?? '');
  const { vote } = run.compiled.steps.get(step)?.definition ?? {};
  const cast = acts.some((act) => act.type === 'VoteCast');
  const failed = cast && vote?.against !== undefined && failedVote(run, step);
  return oracle.go(place, step, failed ? (vote?.against ?? '') : (action?.paths[0]?.to ?? ''));
}

/** The outcome that the votes since the last voiding had, recounted. */
function failedVote(run: CaseRunner, step: string): boolean {
  const rule = run.compiled.steps.get(step)?.vote;
  const kept = run.live.keptVotes?.filter((vote) => vote.step === step) ?? [];
  return rule !== undefined && tallyVotes(rule, kept).outcome === 'failed';
}

describe('every history of every workflow', () => {
  it('replays to the live state, strands no branch, keeps clocks and votes honest, and moves as the oracle says', () => {
    let moves = 0;
    let votes = 0;
    const seen = new Set<string>();
    fc.assert(
      fc.property(randomWorkflow, fc.array(fc.nat(10_000), { minLength: 5, maxLength: 40 }), (workflow, choices) => {
        const run = opened(workflow);
        const oracle = new PositionOracle(workflow);
        let place = oracle.enter(workflow.entries[0]?.to ?? '');
        const ended = new Set<string>();
        checkState(run);
        expect(run.live.position).toEqual(oracle.leaves(place));
        for (const choice of choices) {
          const possible = commands(run);
          const { actor, command } = possible[choice % possible.length] as (typeof possible)[number];
          if (command.type === 'FireClock') waitFor(run, command.clock);
          const before = run.live;
          const decided = run.try(actor, command);
          if (!decided.ok) continue;
          const stored = JSON.parse(JSON.stringify(decided.acts)) as Act[];
          expect(stored.reduce<CaseState>((state, act) => evolve(state, act), before)).toEqual(run.live);
          for (const act of decided.acts) {
            if (act.type !== 'ClockEnded') continue;
            expect(ended.has(act.data.id)).toBe(false);
            ended.add(act.data.id);
          }
          place = follow(oracle, place, { run, acts: decided.acts, command });
          expect(run.live.position).toEqual(oracle.leaves(place));
          if (decided.acts.some((act) => act.type === 'PositionMoved')) moves++;
          if (decided.acts.some((act) => act.type === 'VoteCast')) votes++;
          for (const { type } of decided.acts) seen.add(type);
          checkState(run);
        }
        checkVotes(run.acts, run.live);
        expect(replay(run.acts)).toEqual(run.live);
      }),
      { numRuns: 250 },
    );
    expect(moves).toBeGreaterThan(300);
    expect(votes).toBeGreaterThan(60);
    for (const type of ['ClockEscalated', 'CaseReopened', 'DecisionRevoked', 'FactCorrected', 'RecordWriteRequested', 'ProcedureClosed']) {
      expect([...seen]).toContain(type);
    }
  });
});

/** Fires too early first: that must be refused. */
function waitFor(run: CaseRunner, id: string): void {
  const clock = run.live.clocks.find((known) => known.id === id);
  const at = clock && firesAt(clock);
  if (at === undefined || isReached(run.now, at)) return;
  expect(run.try(people.clockwork, { type: 'FireClock', clock: id })).toMatchObject({ ok: false, refusal: { code: 'CLOCK_NOT_DUE' } });
  run.now = at;
}
