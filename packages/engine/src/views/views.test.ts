import { describe, expect, it } from 'vitest';
import { compileWorkflow } from '../compile/compile-workflow.js';
import { verifySlot } from '../acts/slot.js';
import { evolve, replay } from '../evolve/evolve.js';
import { renderLetter } from '../letters/render-letter.js';
import { CaseRunner } from '../testing/case-runner.js';
import { grantDecision, grantWorkflow } from '../testing/grant-workflow.js';
import { people, submissionOf, testContext } from '../testing/test-context.js';
import type { Act } from '../types/act.js';
import type { Command } from '../types/command.js';
import { availableActions } from './available-actions.js';
import { actsOfItem } from './case-views.js';
import { evaluateItems, explainItem } from './item-views.js';
import { possibleTargets } from './possible-targets.js';
import { neededReads, neededRecords } from './needed-records.js';

const decided = () => {
  const run = new CaseRunner().open([{}, { level: 'severe' }]).settle();
  run.take(people.clerk, 'review', 'ROWS', { items: ['i1'], outcome: 'approve' });
  run.take(people.clerk, 'review', 'ROWS', { items: ['i2'], outcome: 'refuse', reason: '重复申请', clause: 'art-2' });
  return run.take(people.clerk, 'review', 'PUBLISH').fire('publicity').take(people.officer, 'decision', 'GRANT').settle();
};

describe('available actions', () => {
  it('say what may be done and why the rest may not', () => {
    const run = new CaseRunner().open();
    const list = availableActions(run.compiled, run.live, people.clerk, run.context(people.clerk));
    const by = Object.fromEntries(list.map((entry) => [entry.action, entry]));
    expect(by.ROWS).toMatchObject({ available: true, kind: 'items', requires: ['items'] });
    expect(by.PUBLISH).toMatchObject({ available: false, refusal: { code: 'ACTION_NOT_AVAILABLE', message: { en: 'rows are open.' } } });
    expect(by.URGENT?.refusal?.message.en).toContain('urgent');
    expect(by.WITHDRAW).toMatchObject({ available: false, refusal: { code: 'NOT_YOUR_TASK' } });
  });

  it('agree with decide for every actor', () => {
    const run = decided();
    for (const actor of [people.agent, people.clerk, people.secondClerk, people.officer, people.outsider, people.visitor]) {
      for (const entry of availableActions(run.compiled, run.live, actor, run.context(actor))) {
        const letter = run.live.letters[0]?.id ?? '';
        const before = run.live;
        const answer = run.tryTake(actor, entry.step, entry.action, { letter, method: 'hand' });
        expect(answer.ok).toBe(entry.available);
        run.state = before;
      }
    }
  });
});

describe('where an action may lead', () => {
  const led = (when: string, at: readonly [string, string] = ['review', 'URGENT']) => {
    const steps = grantWorkflow.steps.map((step) => ({
      ...step,
      ...(step.actions
        ? {
            actions: step.actions.map((action) =>
              action.id === 'URGENT'
                ? { ...action, to: undefined, guard: undefined, paths: [{ when, to: 'decision' }, { to: 'publicity' }] }
                : action,
            ),
          }
        : {}),
    }));
    const run = new CaseRunner(compileWorkflow({ ...grantWorkflow, steps }, { hash: 'h1' })).open();
    return possibleTargets(run.compiled, run.live, run.context(people.clerk), { step: at[0], action: at[1] });
  };

  it('leaves out what the parameters rule out, and what follows a way that they make certain', () => {
    expect(led('review_days > 0')).toEqual(['decision']);
    expect(led('review_days > 1000')).toEqual(['publicity']);
  });

  it('keeps open what facts or rows decide', () => {
    expect(led('urgent')).toEqual(['decision', 'publicity']);
    expect(led('urgent', ['delivery', 'DELIVER'])).toEqual(['review', 'completed']);
  });
});

describe('rows on the case page', () => {
  it('are evaluated live until they are final', () => {
    const run = new CaseRunner().open([{}, { allDay: false }]);
    const [first, second] = evaluateItems(run.compiled, run.live, run.context(people.clerk));
    expect(first).toMatchObject({ item: 'i1', amount: '165.00', live: { status: 'ok' } });
    expect(second?.live?.refused?.code).toBe('NOT_ALL_DAY');
    const [final] = evaluateItems(run.compiled, decided().live, run.context(people.clerk));
    expect(final).toMatchObject({ amount: '165.00', stored: { amount: '165.00' } });
    expect(final).not.toHaveProperty('live');
  });

  it('tell what would change the result', () => {
    const run = new CaseRunner().open([{ allDay: false }]);
    const changes = explainItem(run.compiled, run.live, 'i1', run.context(people.clerk));
    expect(changes).toContainEqual({ changes: [{ fact: 'all_day', from: false, to: true }], result: { value: '165.00' } });
  });
});

describe('records needed', () => {
  it('are those of the register facts of a submission', () => {
    const { compiled } = new CaseRunner();
    expect(neededRecords(compiled, submissionOf([{}]))).toEqual([{ register: 'centres', key: 'centre-7' }]);
  });

  it('are looked up as the case will be once a supplement or correction lies over it', () => {
    const run = new CaseRunner().open([{}]);
    const records = (command: Command) => neededReads(run.compiled, run.live, command).records;
    const correct = { type: 'CorrectFact' as const, supersedes: 1, reason: 'r' };
    expect(records({ ...correct, fact: 'centre', value: 'centre-8' })).toEqual([{ register: 'centres', key: 'centre-8' }]);
    expect(records({ ...correct, fact: 'grade', value: 'b' })).toEqual([{ register: 'centres', key: 'centre-7' }]);
    const supplement = { ...submissionOf([]), answers: { grade: 'b' } };
    expect(records({ type: 'FileSupplement', submission: supplement })).toEqual([{ register: 'centres', key: 'centre-7' }]);
    expect(records({ type: 'TakeTask', task: 't1' })).toEqual([]);
  });
});

describe('a letter', () => {
  it('names result, rows, reasons, clauses and remedies with their last days', () => {
    const run = decided();
    const [letter] = run.live.letters;
    if (!letter) throw new Error('no letter');
    run.take(people.clerk, 'delivery', 'DELIVER', { letter: letter.id, method: 'hand' });
    const ctx = testContext(people.clerk, run.now);
    const template = ctx.letters.get('decision-letter');
    const service = ctx.services.get('bed-grant');
    if (!template || !service) throw new Error('fixture');
    const data = {
      service,
      facts: grantWorkflow.facts,
      parties: grantWorkflow.parties,
      rowsArePersons: true,
      maskName: (name: string) => `${name.slice(0, 1)}*`,
      remedies: ctx.remedies,
      clause: ctx.clause,
      decision: grantDecision,
    };
    const rendered = renderLetter({ template, letter: run.live.letters[0] ?? letter }, run.live, data);
    expect(rendered.number).toMatch(/^N-/);
    expect(rendered.blocks[0]).toMatchObject({ text: { 'zh-CN': expect.stringMatching(/^某中心 N-\d+ 165\.00 壹佰陆拾伍元整$/) } });
    expect(rendered.blocks[1]).toMatchObject({
      kind: 'items',
      total: '165.00',
      rows: [
        { row: 1, status: 'approved', amount: '165.00' },
        { row: 2, status: 'refused', reason: { 'zh-CN': '重复申请' }, clauses: ['art-2'] },
      ],
    });
    expect(rendered.blocks[2]).toMatchObject({ kind: 'clauses', clauses: [{ id: 'art-1' }, { id: 'art-2', quote: '150元、200元' }] });
    expect(rendered.blocks[3]).toMatchObject({
      kind: 'remedies',
      remedies: [
        { id: 'review', due: '2021-09-11' },
        { id: 'lawsuit', due: '2022-01-13' },
      ],
    });
  });
});

describe('the acts of a row', () => {
  it('are its own and the case’s, without other rows’ data', () => {
    const acts = actsOfItem(decided().acts, 'i1');
    const text = JSON.stringify(acts);
    expect(acts.some((act) => act.type === 'ItemDecided')).toBe(true);
    expect(acts.some((act) => act.type === 'BatchDecided')).toBe(true);
    expect(text).not.toContain('重复申请');
    expect(text).not.toContain('sealed-2');
  });
});

describe('erasure', () => {
  const erase = (act: Act): Act => {
    const slots = Object.fromEntries(Object.entries(act.slots).map(([name, { value: _gone, ...slot }]) => [name, slot]));
    return { ...act, slots } as Act;
  };

  it('leaves replay working, values erased and commitments verifiable', () => {
    const run = decided();
    expect(run.acts.every((act) => Object.values(act.slots).every(verifySlot))).toBe(true);
    const state = replay(run.acts.map(erase));
    expect(state.position).toEqual(run.live.position);
    expect(state.items[0]?.facts.elder).toMatchObject({ erased: true, source: { kind: 'submission' } });
    expect(state.items[0]?.facts.elder).not.toHaveProperty('value');
    expect(state.items[1]?.reason).toEqual({ clause: 'art-2', erased: true });
    expect(state.parties[0]).toMatchObject({ erased: true });
    expect(JSON.stringify(state)).not.toContain('某中心');
  });

  it('no slot verifies with another value', () => {
    const slot = decided().acts[0]?.slots.answers;
    if (!slot) throw new Error('no slot');
    expect(verifySlot({ ...slot, value: 'forged' })).toBe(false);
  });

  it('an act out of order is refused', () => {
    const { acts } = decided();
    expect(() => replay([...acts.slice(0, 3), ...acts.slice(4)])).toThrow(RangeError);
    expect(() => evolve(undefined, acts[1] as Act)).toThrow(RangeError);
  });
});
