import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { answerSchemas, type VerbName } from './answers/index.js';
import { failureSchema } from './answers/shared.js';
import { main } from './main.js';

const city = resolve(import.meta.dirname, '../../../examples/hohhot');
const base = resolve(import.meta.dirname, '../../../workflows');
const decision = 'family-bed-operating-subsidy';
const ajv = new Ajv({ strict: false });

async function careway(...argv: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const exit = await main(argv, { out: (text) => out.push(text), err: (text) => err.push(text), today: () => '2021-07-05' });
  return { exit, out: out.join('\n'), err: err.join('\n') };
}

/** Runs with --json, checks that stdout is one JSON value that fits the verb's schema. */
async function json(verb: VerbName, ...argv: string[]) {
  const { exit, out } = await careway(verb, ...argv, '--json');
  const value = JSON.parse(out);
  const fits = ajv.validate(answerSchemas[verb], value);
  expect(fits ? [] : ajv.errors).toEqual([]);
  return { exit, value };
}

const level4 = { facility_grade: 'level-4', facility_kind: 'social', service_month: '2021-06' };
const elder = (disability_level: string, more = {}) => ({ disability_level, local_hukou: true, service_24h: true, ...more });
const facts = (caseFacts: object, ...items: object[]) => JSON.stringify({ ...caseFacts, items });

describe('careway eval', () => {
  it('adds a moderate and a severe elder of a level-4 facility up to 385.00, with the clause of every row', async () => {
    const { exit, value } = await json('eval', city, decision, '--facts', facts(level4, elder('moderate'), elder('severe')));
    expect(exit).toBe(0);
    expect(value.status).toBe('ok');
    expect(value.outputs.total).toBe('385.00');
    expect(value.outputs.items.map((item: { amount: string }) => item.amount)).toEqual(['165.00', '220.00']);
    expect(value.matched).toContainEqual({ table: 'grade-coefficient', rule: 'grade-4', clause: 'hohhot-plan-5-2-3' });
  });

  it('gives 0.00 with the reason when the service is not round the clock', async () => {
    const { value } = await json('eval', city, decision, '--facts', facts(level4, elder('severe', { service_24h: false })));
    expect(value.outputs.total).toBe('0.00');
    expect(value.items[0].refused.code).toBe('NOT_24_HOURS');
  });

  it('leaves an unrated facility to a person and never takes a coefficient of 1', async () => {
    const { value } = await json('eval', city, decision, '--facts', facts({ ...level4, facility_grade: 'unrated' }, elder('severe')));
    expect(value.items[0].manual.reason.en).toBeTruthy();
    expect(value.items[0].outputs.amount).toBeUndefined();
  });

  it('takes facts without items as one row', async () => {
    const { value } = await json('eval', city, decision, '--facts', JSON.stringify({ ...level4, ...elder('severe') }));
    expect(value.outputs.total).toBe('220.00');
  });

  it('names the missing fact and exits 1', async () => {
    const { exit, value } = await json('eval', city, decision, '--facts', facts(level4, { local_hukou: true, service_24h: true }));
    expect(exit).toBe(1);
    expect(JSON.stringify(value)).toContain('disability_level');
  });

  it('tells every value outside its domain at once, beside what is missing', async () => {
    const { exit, value } = await json('eval', city, decision, '--facts', '{"facility_grade":"four","items":[{"local_hukou":"yes"}]}');
    expect(exit).toBe(1);
    expect(value.status).toBe('issue');
    expect(value.issues).toContainEqual(expect.objectContaining({ code: 'FACT_TYPE', path: '/facility_grade' }));
    expect(value.issues).toContainEqual(expect.objectContaining({ code: 'FACT_TYPE', path: '/items/0/local_hukou' }));
  });

  it('warns of a fact that nobody declared', async () => {
    const { value } = await json('eval', city, decision, '--facts', facts({ ...level4, facilty_grade: 'level-5' }, elder('severe')));
    expect(value.issues).toContainEqual(
      expect.objectContaining({ code: 'FACT_NOT_DECLARED', path: '/facilty_grade', severity: 'warning' }),
    );
  });

  it('refuses broken JSON as wrong usage', async () => {
    const { exit, out } = await careway('eval', city, decision, '--facts', '{"a":', '--json');
    expect(exit).toBe(2);
    expect(ajv.validate(failureSchema, JSON.parse(out))).toBe(true);
  });
});

describe('careway workday', () => {
  it('skips the holiday and counts the make-up Saturday', async () => {
    const { exit, value } = await json('workday', base, '--from', '2026-09-28', '--days', '5');
    expect([exit, value.due, value.weekday.en]).toEqual([0, '2026-10-10', 'Saturday']);
  });

  it('refuses to guess a year without a calendar', async () => {
    const { exit, value } = await json('workday', base, '--from', '2026-12-28', '--days', '10');
    expect([exit, value.issues[0].code]).toEqual([1, 'CALENDAR_YEAR_MISSING']);
  });

  it('counts calendar days without a calendar', async () => {
    const { value } = await json('workday', base, '--from', '2030-02-27', '--days', '2', '--unit', 'calendar');
    expect(value.due).toBe('2030-03-01');
  });

  it('refuses a day that does not exist', async () => {
    expect((await careway('workday', base, '--from', '2021-02-30', '--days', '1')).exit).toBe(2);
  });
});

describe('careway check and describe', () => {
  it('finds nothing wrong with the shipped packs', async () => {
    for (const pack of [base, city]) {
      const { exit, value } = await json('check', pack);
      expect(value.issues).toEqual([]);
      expect(exit).toBe(0);
    }
  });

  it('tells everything wrong with a broken pack at once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'careway-pack-'));
    writeFileSync(
      join(folder, 'pack.json'),
      '{"id":"Bad Id","version":1,"kind":"base","label":{"zh-CN":"坏","en":"bad"},"locales":["zh-CN"],"colour":"red"}',
    );
    const { exit, value } = await json('check', folder);
    expect(exit).toBe(1);
    expect(value.issues.map((issue: { path: string }) => issue.path)).toEqual(expect.arrayContaining(['/id', '/version', '/colour']));
  });

  it('lists the inputs of a decision with their domains', async () => {
    const { value } = await json('describe', city, decision);
    expect(JSON.stringify(value)).toContain('level-4');
  });
});

describe('careway diff', () => {
  it('tells in plain words what a city has otherwise than the base', async () => {
    const { exit, value } = await json('diff', base, city);
    expect(exit).toBe(0);
    expect(value.same).toBe(false);
    expect(value.differences.map((difference: { text: { 'zh-CN': string } }) => difference.text['zh-CN'])).toContain(
      '新增决策“家庭护理型养老床位综合运营补贴标准”。',
    );
  });

  it('finds nothing between a pack and itself', async () => {
    const { value } = await json('diff', city, city);
    expect([value.same, value.differences]).toEqual([true, []]);
  });
});

describe('careway score', () => {
  it('returns every issue of a submission with its place', async () => {
    const { exit, value } = await json('score', city, decision, '--data', '{"rows":[{}]}', '--on', '2021-07-05');
    expect(exit).toBe(1);
    expect(value.issues.length).toBeGreaterThan(3);
  });
});

describe('the command line', () => {
  it('teaches in its help', async () => {
    const { exit, out } = await careway('--help');
    expect(exit).toBe(0);
    for (const verb of ['check', 'diff', 'eval', 'score', 'describe', 'test', 'simulate', 'workday', 'serve']) expect(out).toContain(verb);
  });

  it('prints the schema of an answer', async () => {
    const { exit, out } = await careway('workday', base, '--from', '2026-01-01', '--days', '1', '--schema');
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toHaveProperty('properties.due');
  });

  it('prints the schema of every answer without the arguments of its verb', async () => {
    for (const verb of Object.keys(answerSchemas)) {
      const { exit, out } = await careway(verb, '--schema');
      expect([verb, exit]).toEqual([verb, 0]);
      expect(JSON.parse(out)).toEqual(answerSchemas[verb as VerbName]);
    }
  });

  it('refuses days and instants that do not exist instead of deciding by them', async () => {
    for (const day of ['soon', '2021-02-30', '2021-6-1', '']) {
      expect((await careway('eval', city, decision, '--facts', '{}', '--on', day)).exit).toBe(2);
      expect((await careway('score', city, decision, '--data', '{}', '--on', day)).exit).toBe(2);
    }
    const script = join(city, 'subsidy-approval/scenarios/last-month-of-the-plan.json');
    for (const now of ['soon', '2021-07-05', '2021-02-30T09:00:00+08:00', '2021-07-05T09:00:00']) {
      expect((await careway('simulate', city, 'subsidy-approval', '--script', script, '--now', now)).exit).toBe(2);
    }
  });

  it('ends quietly when the reader of a pipe has seen enough', () => {
    const command = `node --conditions=@careway/source --import tsx packages/cli/src/bin.ts describe ${city} subsidy-approval | head -1`;
    const { stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: resolve(import.meta.dirname, '../../..'), encoding: 'utf8' });
    expect(stdout).toBe('[\n');
    expect(stderr).toBe('');
  });

  it('exits 2 on an unknown verb, pack, decision or missing option', async () => {
    expect((await careway('fly')).exit).toBe(2);
    expect((await careway('check', '/nowhere')).exit).toBe(2);
    expect((await careway('eval', city, 'nothing', '--facts', '{}')).exit).toBe(2);
    expect((await careway('eval', city, decision)).exit).toBe(2);
  });
});
