import {
  type Act,
  type Actor,
  type CaseState,
  type Command,
  decide,
  type DecideContext,
  type Effect,
  type EffectOutcome,
  evolve,
} from '@careway/engine';
import { CompiledPack } from '@careway/proof';
import { type Effort, type Figure, figureOf, median } from './figure.js';
import { processorTime } from './processor-time.js';
import { openCommand, registerRecord, type RosterCase } from './roster-case.js';

interface StoryStep {
  readonly name: string;
  readonly now: string;
  readonly actor: Actor;
  readonly command: (state: CaseState | undefined) => Command;
}

const clockwork: Actor = { kind: 'system', cause: 'clock' };
const outbox: Actor = { kind: 'system', cause: 'effect' };

/** P4: every command of a case from filing to delivery, in memory; a step is `decide` with the fold of `evolve` over its acts. */
export function measureEngine(roster: RosterCase, effort: Effort): readonly Figure[] {
  const story = new EngineStory(roster);
  const [rounds, folds]: [number[], number[]] = [[], []];
  const byName = new Map<string, number[]>();
  let history = story.play(new Map());
  for (let round = 0; round < effort.rounds; round += 1) {
    const times = new Map<string, number[]>();
    const until = performance.now() + effort.roundMs;
    const start = processorTime();
    while (performance.now() < until) history = story.play(times);
    const commands = [...times.values()].reduce((sum, values) => sum + values.length, 0);
    rounds.push((processorTime() - start) / commands);
    folds.push(microsecondsToFold(history, effort.roundMs / 5));
    for (const [name, values] of times) byName.set(name, [...(byName.get(name) ?? []), median(values)]);
  }
  const rows = `${roster.rows} row${roster.rows === 1 ? '' : 's'}`;
  const line = (what: string) => ({ id: 'P4', what, unit: 'µs' });
  return [
    figureOf(line(`engine step in memory, ${rows}: mean of a whole case`), rounds, roster.rows === 1 ? { atMost: 40 } : undefined),
    ...[...byName].map(([name, values]) => figureOf(line(`  ${name}`), values)),
    figureOf(line('  evolve alone, an act'), folds),
  ];
}

class EngineStory {
  readonly #pack: CompiledPack;
  readonly #steps: readonly StoryStep[];

  constructor(readonly roster: RosterCase) {
    this.#pack = new CompiledPack(roster.pack);
    this.#steps = storyOf(roster);
  }

  /** Plays the case once, adds microseconds by command, answers its acts. @throws Error when a command is refused. */
  play(times: Map<string, number[]>): readonly Act[] {
    const compiled = this.#pack.workflow(this.roster.service.workflow);
    const base = this.#pack.context();
    const history: Act[] = [];
    let state: CaseState | undefined;
    let effects: readonly Effect[] = [];
    const run = (step: StoryStep) => {
      const ctx: DecideContext = { ...base, now: step.now, actor: step.actor, salt: 'f00dfeed', records: registerRecord };
      const command = step.command(state);
      const start = performance.now();
      const decided = decide(compiled, state, command, ctx);
      const took = (performance.now() - start) * 1000;
      if (!decided.ok) throw new Error(`${step.name}: ${decided.refusal?.code ?? decided.issues[0]?.code}`);
      const known = times.get(step.name);
      if (known) known.push(took);
      else times.set(step.name, [took]);
      state = decided.state;
      effects = decided.effects;
      history.push(...decided.acts);
    };
    for (const step of this.#steps) {
      run(step);
      const outcomes = effects.flatMap(outcomeOf);
      if (outcomes.length > 0)
        run({ name: 'outcomes of effects', now: step.now, actor: outbox, command: () => ({ type: 'RecordOutcomes', outcomes }) });
    }
    if (state?.status !== 'closed') throw new Error('the case is not closed at the end of the story');
    return history;
  }
}

function microsecondsToFold(history: readonly Act[], ms: number): number {
  const until = performance.now() + ms;
  const start = processorTime();
  let count = 0;
  while (performance.now() < until) {
    let state: CaseState | undefined;
    for (const act of history) state = evolve(state, act);
    count += history.length;
  }
  return (processorTime() - start) / count;
}

function storyOf(roster: RosterCase): readonly StoryStep[] {
  const { agent, clerk, officer } = roster;
  const task = (type: 'TakeTask' | 'ReleaseTask') => (state: CaseState | undefined) => ({ type, task: state?.tasks[0]?.id ?? '' });
  const act =
    (step: string, action: string, more: object = {}) =>
    () =>
      ({ type: 'TakeAction', step, action, ...more }) as Command;
  const opening = openCommand(roster, 'c1');
  const at = (day: string) => `${day}T09:00:00+08:00`;
  return [
    { name: 'file', now: at('2021-07-05'), actor: agent, command: () => opening },
    { name: 'take a task', now: at('2021-07-06'), actor: clerk, command: task('TakeTask') },
    { name: 'release a task', now: at('2021-07-06'), actor: clerk, command: task('ReleaseTask') },
    { name: 'accept', now: at('2021-07-06'), actor: clerk, command: act('accept', 'ACCEPT') },
    {
      name: 'decide all rows',
      now: at('2021-07-07'),
      actor: clerk,
      command: (state) => act('street-review', 'DECIDE_ROWS', { outcome: 'approve', items: state?.items.map(({ id }) => id) })(),
    },
    { name: 'publish', now: at('2021-07-07'), actor: clerk, command: act('street-review', 'PUBLISH') },
    {
      name: 'fire a clock',
      now: '2021-07-15T00:00:00+08:00',
      actor: clockwork,
      command: (state) => ({ type: 'FireClock', clock: state?.clocks.find(({ status }) => status === 'running')?.id ?? '' }),
    },
    { name: 'decide the case', now: at('2021-07-15'), actor: officer, command: act('district-decision', 'APPROVE', { opinion: '同意' }) },
    {
      name: 'deliver',
      now: at('2021-07-16'),
      actor: clerk,
      command: (state) =>
        ({
          type: 'TakeAction',
          step: 'delivery',
          action: 'DELIVER',
          method: 'hand',
          letter: state?.letters.find(({ letter }) => letter === 'decision-letter')?.id ?? '',
        }) as Command,
    },
  ];
}

let numbers = 0;

function outcomeOf(effect: Effect): readonly EffectOutcome[] {
  switch (effect.kind) {
    case 'assign-number':
      numbers += 1;
      return [{ kind: 'number-assigned', for: effect.for, ...(effect.letter ? { letter: effect.letter } : {}), number: `N-${numbers}` }];
    case 'claim':
      return [{ kind: 'claim-granted', item: effect.item }];
    case 'record-entitlement':
      return [{ kind: 'entitlement-recorded', item: effect.item, record: `r-${effect.item}` }];
    default:
      return [];
  }
}
