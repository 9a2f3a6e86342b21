import { join, resolve } from 'node:path';
import type { ComposedPack, LocalizedText } from '@careway/definition';
import type { Act, CaseState } from '@careway/engine';
import { CompiledPack, simulate } from '@careway/proof';
import { describe, expect, it } from 'vitest';
import { loadPackChain } from '../packs/load-pack-folder.js';
import { actSentence } from './act-sentence.js';
import { actSentences } from './act-catalogue.js';
import type { ViewContext } from './view-context.js';

const root = resolve(import.meta.dirname, '../../../..');

interface Told {
  readonly scenario: string;
  readonly type: Act['type'];
  readonly sentence: LocalizedText;
}

/** Every act of every scenario of a pack, as history tells it to a colleague when the case has gone its way. */
function toldBy(folder: string): readonly Told[] {
  const { composed, issues } = loadPackChain(join(root, folder));
  if (!composed) throw new Error(JSON.stringify(issues));
  const pack = new CompiledPack(composed);
  return [...composed.scenarios.values()].flatMap((scenario) => {
    const { acts, cases } = simulate(pack, scenario);
    return Object.entries(acts).flatMap(([name, history]) => {
      const state = cases[name] as CaseState;
      const context = contextOf(composed, pack, state, history);
      return history.map((act) => ({ scenario: scenario.id, type: act.type, sentence: actSentence(context, act) }));
    });
  });
}

function contextOf(pack: ComposedPack, compiled: CompiledPack, state: CaseState, acts: readonly Act[]): ViewContext {
  const areas = { label: () => ({ 'zh-CN': '某区', en: 'a district' }) };
  const started = acts.flatMap((act) => (act.type === 'ClockStarted' ? [[act.data.id, act.data.clock] as const] : []));
  return {
    parts: { areas },
    scope: { person: undefined, parts: { areas } },
    state,
    whole: state,
    version: 1,
    pack,
    workflow: pack.workflows.get(state.workflow.id),
    compiled: compiled.workflow(state.workflow.id),
    ctx: { organisation: pack.organisation },
    people: new Everybody(),
    today: '2026-12-31',
    asStaff: true,
    shielded: false,
    underWay: new Set(),
    clocksStarted: new Map(started),
  } as unknown as ViewContext;
}

/** Whoever it is, they have a name. */
class Everybody extends Map<string, { readonly id: string; readonly name: string }> {
  override get(id: string) {
    return { id, name: '张某某' };
  }
}

/** What only a store has: no scenario does it, or not in a way that is told. */
const NOT_IN_SCENARIOS: readonly Act['type'][] = ['TaskReleased', 'VotesRestored', 'ClockDetermined'];

const told = ['workflows', 'examples/hohhot'].flatMap(toldBy);

describe('history', () => {
  it('is looked at here for every type of act', () => {
    const seen = new Set(told.map(({ type }) => type));
    expect(Object.keys(actSentences).filter((type) => !seen.has(type as Act['type']))).toEqual(NOT_IN_SCENARIOS);
  });

  it('fills every sentence, in both languages', () => {
    const texts = told.flatMap(({ sentence }) => [sentence['zh-CN'], sentence.en]);
    expect(texts.filter((text) => /[{}]|undefined|null|NaN|\[object/.test(text) || text.trim() === '')).toEqual([]);
  });

  it('shows no code and no English word in Chinese', () => {
    const texts = told.map(({ sentence }) => sentence['zh-CN'].replaceAll(/sim-[a-z]+-/g, ''));
    expect([...new Set(texts.filter((text) => /[a-z]{2,}|[A-Z]{2,}_/.test(text)))]).toEqual([]);
  });

  it('says nothing of rows, batches or money where there are none', () => {
    const texts = told.filter(({ scenario }) => /^(complaint|rating|assessment)/.test(scenario)).map(({ sentence }) => sentence['zh-CN']);
    expect([...new Set(texts.filter((text) => /¥|第\d+批|0行/.test(text)))]).toEqual([]);
  });
});
