import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifySlot } from './acts/slot.js';
import { isReached } from './calendar/instant.js';
import { evolve, replay } from './evolve/evolve.js';
import { VisitHistory } from './testing/visit-history.js';
import type { Act, ActType } from './types/act.js';
import type { CaseState } from './types/state.js';
import { firesAt } from './views/case-views.js';

const marker = /of-(?:elder|filer|objector)-\d+/g;

/** Everything of an act that stays when its slots are erased. */
function header({ slots, ...act }: Act): string {
  return JSON.stringify({ ...act, slots: Object.keys(slots) });
}

function emptied(act: Act): Act {
  const slots = Object.entries(act.slots).map(([name, { subject, commitment }]) => [name, { subject, salt: '', commitment }] as const);
  return { ...act, slots: Object.fromEntries(slots) } as Act;
}

/** A history of so many choices; numbers are assigned and records written at once. */
function history(choices: readonly number[]): VisitHistory {
  const visit = new VisitHistory();
  for (const choice of choices) {
    visit.run.settle();
    const possible = visit.possible();
    const sent = possible[choice % possible.length];
    if (!sent) break;
    if (sent.command.type === 'FireClock') waitFor(visit, sent.command.clock);
    visit.run.try(sent.actor, sent.command);
  }
  return visit;
}

function waitFor({ run }: VisitHistory, id: string): void {
  const clock = run.live.clocks.find((known) => known.id === id);
  const at = clock && firesAt(clock);
  if (at !== undefined && !isReached(run.now, at)) run.now = at;
}

const histories: VisitHistory[] = [];
const seen = new Map<ActType, number>();

beforeAll(() => {
  const drawn = fc.sample(fc.array(fc.nat(100_000), { minLength: 30, maxLength: 60 }), { numRuns: 250, seed: 4 });
  histories.push(...drawn.map(history));
  for (const { run } of histories) for (const { type } of run.acts) seen.set(type, (seen.get(type) ?? 0) + 1);
}, 120_000);

const everyAct = (check: (act: Act) => void) => {
  for (const { run } of histories) for (const act of run.acts) check(act);
};

describe('every history of a case in which people say things', () => {
  it.each<ActType>([
    'SeatsAssigned',
    'PersonRecused',
    'FactCorrected',
    'DecisionRevoked',
    'CaseReopened',
    'RecordWriteRequested',
    'RecordWritten',
    'ClockEscalated',
    'ClockExtended',
    'ObjectionFiled',
    'SupplementFiled',
    'LetterDelivered',
  ])('has acts of the type %s', (type) => {
    expect(seen.get(type) ?? 0).toBeGreaterThan(5);
  });

  it('keeps no personal value in what stays of an act for ever, whatever is sent', () => {
    everyAct((act) => expect(header(act).match(marker)).toBeNull());
  });

  it('commits to each value, and replays to the live state, also after it was stored', () => {
    everyAct((act) => expect(Object.values(act.slots).every(verifySlot)).toBe(true));
    for (const { run } of histories) {
      const stored = JSON.parse(JSON.stringify(run.acts)) as Act[];
      expect(replay(stored)).toEqual(run.live);
      const half = stored.length >> 1;
      expect(stored.slice(half).reduce<CaseState>(evolve, replay(stored.slice(0, half)))).toEqual(run.live);
    }
  });

  it('gives each value to the person whom it tells about', () => {
    const owner = { elder: /^elder$/, filer: /^daughter$/, objector: /^case-1:objector:\d+$/ };
    everyAct((act) => {
      for (const [name, { subject, value }] of Object.entries(act.slots)) {
        for (const [, whose] of JSON.stringify(value).matchAll(/of-(elder|filer|objector)-\d+/g)) {
          expect(`${act.type} ${name} of ${whose}: ${subject}`).toMatch(
            new RegExp(`: ${owner[whose as keyof typeof owner].source.slice(1)}`),
          );
        }
      }
    });
  });

  it('replays without any of them once they are erased, and goes on', () => {
    for (const { run } of histories) {
      const state = replay(run.acts.map(emptied));
      expect(JSON.stringify(state).match(marker)).toBeNull();
      expect({ ...state, ...personal(run.live) }).toEqual(run.live);
    }
  });
});

/** Parts of a state that hold values of people. */
function personal(live: CaseState): Partial<CaseState> {
  const { parties, items, facts, answers, attachments, letters, sheets, procedures, supplement } = live;
  return {
    parties,
    items,
    facts,
    answers,
    attachments,
    letters,
    procedures,
    ...(sheets ? { sheets } : {}),
    ...(supplement ? { supplement } : {}),
  };
}
