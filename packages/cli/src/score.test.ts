import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { answerSchemas } from './answers/index.js';
import { main } from './main.js';

const base = resolve(import.meta.dirname, '../../../workflows');
const forms = resolve(import.meta.dirname, '../../../forms');
const fits = new Ajv({ strict: false }).compile(answerSchemas.score);

async function score(form: string, data: unknown) {
  const out: string[] = [];
  const text = typeof data === 'string' ? data : JSON.stringify(data);
  const io = { out: (line: string) => out.push(line), err: () => undefined, today: () => '2026-06-01' };
  const exit = await main(['score', base, form, '--data', text, '--json'], io);
  const value = JSON.parse(out.join('\n'));
  expect(fits(value) ? [] : fits.errors).toEqual([]);
  return { exit, ...value };
}

/** The 26 indicators of GB/T 42195-2022 with what each can reach. */
const best = {
  eating: 4,
  grooming: 4,
  bathing: 4,
  dressing_upper: 4,
  dressing_lower: 4,
  bladder_control: 4,
  bowel_control: 4,
  toileting: 4,
  bed_mobility: 4,
  bed_chair_transfer: 4,
  walking: 4,
  stairs: 3,
  orientation_time: 4,
  orientation_place: 4,
  orientation_person: 4,
  memory: 4,
  comprehension: 4,
  expression: 4,
  aggression: 1,
  depression: 1,
  consciousness: 2,
  vision: 2,
  hearing: 2,
  daily_affairs: 4,
  transport: 3,
  social_interaction: 4,
};
const around = { assessment_reason: 'first', assessed_on: '2026-05-20', assessed_at: '老人家中', no_kinship: true };
const quiet = {
  dementia_diagnosed: false,
  mental_disorder_diagnosed: false,
  coma: false,
  falls: 0,
  wandering: 0,
  choking: 0,
  self_harm: 0,
  other_events: 0,
};

function sheet(total: number, more: Readonly<Record<string, unknown>> = {}) {
  let lost = 90 - total;
  const scores = Object.fromEntries(
    Object.entries(best).map(([id, most]) => {
      const less = Math.min(lost, most);
      lost -= less;
      return [id, most - less];
    }),
  );
  return { ...around, ...quiet, ...scores, ...more };
}

const dementia = { dementia_diagnosed: true, diagnosis_ground: '市医院2026年3月2日确诊' };
const events = (falls: number, more = {}) => ({ falls, ...(falls > 1 ? { events_ground: '两次都在家中' } : {}), ...more });

describe('the level by GB/T 42195-2022', () => {
  it.each<[string, ReturnType<typeof sheet>, string, string]>([
    ['90 is intact', sheet(90), 'intact', 'intact'],
    ['89 is mild', sheet(89), 'mild', 'mild'],
    ['66 is mild', sheet(66), 'mild', 'mild'],
    ['65 is moderate', sheet(65), 'moderate', 'moderate'],
    ['46 is moderate', sheet(46), 'moderate', 'moderate'],
    ['45 is severe', sheet(45), 'severe', 'severe'],
    ['30 is severe', sheet(30), 'severe', 'severe'],
    ['29 is complete', sheet(29), 'complete', 'complete'],
    ['0 is complete', sheet(0), 'complete', 'complete'],
    ['90 in coma is complete', sheet(90, { coma: true, coma_ground: '急救医生确认' }), 'intact', 'complete'],
    ['70 with dementia is moderate', sheet(70, dementia), 'mild', 'moderate'],
    ['60 with two events is severe', sheet(60, events(2)), 'moderate', 'severe'],
    ['60 with one event stays moderate', sheet(60, events(1)), 'moderate', 'moderate'],
    ['60 with dementia and three events is raised once', sheet(60, { ...dementia, ...events(3) }), 'moderate', 'severe'],
    ['20 with dementia cannot become worse', sheet(20, dementia), 'complete', 'complete'],
    ['90 with two events is mild', sheet(90, events(2)), 'intact', 'mild'],
    [
      '60 with two kinds of events, once each, is severe',
      sheet(60, { falls: 1, wandering: 1, events_ground: '各一次' }),
      'moderate',
      'severe',
    ],
    [
      '70 with another mental disorder is moderate',
      sheet(70, { ...dementia, dementia_diagnosed: false, mental_disorder_diagnosed: true }),
      'mild',
      'moderate',
    ],
  ])('%s', async (_, data, preliminary, final) => {
    const { exit, status, computed } = await score('gbt-42195-2022', data);
    expect([exit, status, computed.base_level, computed.level]).toEqual([0, 'ok', preliminary, final]);
  });

  it('adds the four parts up to 90', async () => {
    const { computed } = await score('gbt-42195-2022', sheet(90));
    expect(computed).toMatchObject({
      self_care: 32,
      basic_mobility: 15,
      mental_state: 28,
      perception_social: 15,
      total: 90,
      adjustment: 'none',
    });
  });

  it('names the one indicator of 26 that is missing, and computes only what does not need it', async () => {
    const { exit, values, computed, waiting, issues } = await score('gbt-42195-2022', sheet(71, { memory: undefined }));
    expect([exit, values]).toEqual([1, {}]);
    expect(issues.map(({ code, path }: { code: string; path: string }) => `${code} ${path}`)).toEqual(['CHOICE_MISSING /memory']);
    expect(computed).toEqual(expect.objectContaining({ self_care: 13, perception_social: 15 }));
    expect(Object.keys(computed)).not.toEqual(expect.arrayContaining(['mental_state', 'total', 'level']));
    expect(waiting).toMatchObject({ mental_state: ['memory'], total: ['memory'], base_level: ['memory'], level: ['memory'] });
  });

  it('points at every score out of range', async () => {
    const { exit, computed, issues } = await score('gbt-42195-2022', sheet(90, { eating: 5, stairs: 4, hearing: -1, vision: 1.5 }));
    expect(exit).toBe(1);
    expect(issues.map(({ code, path }: { code: string; path: string }) => `${code} ${path}`)).toEqual([
      'TOO_LARGE /eating',
      'TOO_LARGE /stairs',
      'NEEDS_INTEGER /vision',
      'TOO_SMALL /hearing',
    ]);
    expect(computed).not.toHaveProperty('total');
  });

  it('is not decided by a standard that was not in force yet', async () => {
    const { issues } = await score('gbt-42195-2022', sheet(71, { assessed_on: '2022-12-29' }));
    expect(issues).toMatchObject([{ code: 'DECISION_NOT_IN_FORCE', path: '/assessed_on' }]);
    expect((await score('gbt-42195-2022', sheet(71, { assessed_on: '2022-12-30' }))).exit).toBe(0);
  });

  it('prints the sums for people', async () => {
    const out: string[] = [];
    await main(['score', base, 'gbt-42195-2022', '--data', JSON.stringify(sheet(71))], {
      out: (line) => out.push(line),
      err: () => undefined,
      today: () => '2026-06-01',
    });
    expect(out).toContain('= total: 71/90  总分 / Total');
  });
});

describe('the level by MZ/T 039-2013', () => {
  const fixture = (name: string) => `${forms}/mzt-039-2013/fixtures/valid/${name}.json`;

  it.each<[string, string | undefined, string | undefined]>([
    ['intact', 'intact', 'intact'],
    ['mild', 'mild', 'mild'],
    ['moderate', 'moderate', 'moderate'],
    ['severe', 'severe', 'severe'],
    ['coma', 'mild', 'severe'],
    ['both-raises', 'mild', 'severe'],
    ['two-rows-apply', 'moderate', 'moderate'],
    ['no-row-applies', undefined, undefined],
  ])('of the sheet “%s” is what the rows say', async (name, preliminary, final) => {
    const { exit, computed } = await score('mzt-039-2013', fixture(name));
    expect([exit, computed.base_level, computed.level]).toEqual([0, preliminary, final]);
  });

  it('is left to a person where no row applies, and the sheet is taken all the same', async () => {
    const { status, issues, values } = await score('mzt-039-2013', fixture('no-row-applies'));
    expect([status, values.proposed_level]).toEqual(['ok', 'moderate']);
    expect(issues).toMatchObject([{ code: 'NO_RULE_MATCHED', severity: 'warning' }]);
  });
});
