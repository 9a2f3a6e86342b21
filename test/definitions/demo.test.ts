import { type ComposedPack, type DemoDefinition, parseDocument } from '@careway/definition';
import { creditCodeProblem, identityProblem, importRows, isPhone, validateSubmission } from '@careway/forms';
import { describe, expect, it } from 'vitest';
import { generateElders } from '../../packages/runtime/src/demo/index.js';
import { loadBase, loadHohhot, readText, told } from './load-pack.js';
import { type SampleRow, sampleRoster, sampleRosterWithErrors } from './sample-roster.js';

const hohhot = loadHohhot();

/** The demo beside a pack. */
function readDemo(folder: string): DemoDefinition {
  const { document, issues } = parseDocument('demo', readText(`${folder}/demo.json`), 'demo.json');
  if (!document) throw new Error(told(issues).join('\n'));
  return document;
}

const demo = readDemo('examples/hohhot');
const elders = generateElders(demo.elders);

const demos: readonly (readonly [string, DemoDefinition, ComposedPack])[] = [
  ['examples/hohhot', demo, hohhot],
  ['workflows', readDemo('workflows'), loadBase()],
];

/** Roles that the workflows of the pack's services ask for that are offered on a day. */
function rolesAsked({ services, workflows }: ComposedPack, day: string): readonly string[] {
  const offered = [...services.values()].filter(({ validity }) => !validity || (validity.from <= day && day <= (validity.to ?? day)));
  const asked = offered.flatMap(({ workflow }) => {
    const { steps = [], procedures = [], clocks = [] } = workflows.get(workflow) ?? {};
    const ofSteps = steps.flatMap(({ assignee, vote }) => [assignee?.role, ...(vote?.seats ?? []).map(({ role }) => role)]);
    const ofProcedures = procedures.flatMap(({ request, decide }) => [request.role, ...decide.seats.map(({ role }) => role)]);
    return [...ofSteps, ...ofProcedures, ...clocks.map(({ owner }) => owner)];
  });
  return [...new Set(asked.flatMap((role) => role ?? []))];
}

describe.each(demos)('the demo tenant of %s', (folder, { areas, people, records, trainingStart, elders: { asOf } }, pack) => {
  it('has an area tree that fits the levels of the organisation', () => {
    const levels = pack.organisation.levels.map(({ id }) => id);
    const byId = new Map(areas.map((area) => [area.id, area]));
    for (const { id, level, parent } of areas) {
      const above = parent === undefined ? undefined : byId.get(parent)?.level;
      expect(above, id).toBe(levels[levels.indexOf(level) - 1]);
    }
  });

  it('has people for every role that its services ask for, each where the role works', () => {
    const level = new Map(areas.map(({ id, level: at }) => [id, at]));
    const held = people.flatMap(({ roles }) => roles);
    const known = pack.organisation.roles.map(({ id }) => id);
    expect(known).toEqual(expect.arrayContaining(held.map(({ role }) => role)));
    expect(held.map(({ role }) => role)).toEqual(expect.arrayContaining([...rolesAsked(pack, trainingStart?.slice(0, 10) ?? asOf)]));
    if (folder === 'workflows') expect(new Set(held.map(({ role }) => role))).toEqual(new Set(known));
    for (const { role, area } of held) {
      const wanted = pack.organisation.roles.find(({ id }) => id === role)?.level;
      if (wanted) expect(level.get(area), `${role} in ${area}`).toBe(wanted);
    }
    expect(new Set(people.map(({ login }) => login)).size).toBe(people.length);
  });

  it('has facilities with valid credit codes, and agents of facilities that exist', () => {
    const codes = (records['facilities'] ?? []).map(({ values }) => String(values['credit_code']));
    expect(codes.filter((code) => creditCodeProblem(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { id, organisations = [] } of people) for (const key of organisations) expect(codes, id).toContain(key);
  });

  it('has records with the fields of their registers', () => {
    for (const [register, rows] of Object.entries(records)) {
      const fields = pack.registers.get(register)?.fields ?? [];
      const known = fields.map(({ id }) => id);
      const numbers = fields.filter(({ type, format }) => type === 'identity' || format === 'credit-code');
      const required = fields.filter((field) => field.required).map(({ id }) => id);
      for (const { values } of rows) {
        expect(known).toEqual(expect.arrayContaining(Object.keys(values)));
        expect(Object.keys(values)).toEqual(expect.arrayContaining(required));
        for (const { id, type } of numbers) {
          const problem = type === 'identity' ? identityProblem(String(values[id]), asOf) : creditCodeProblem(String(values[id]));
          expect(problem, `${register} ${String(values[id])}`).toBeUndefined();
        }
      }
    }
  });

  it('has references to records that exist, and accounts of people who exist', () => {
    for (const [register, rows] of Object.entries(records)) {
      for (const { id, reference } of pack.registers.get(register)?.fields ?? []) {
        if (!reference) continue;
        const key = pack.registers.get(reference.register)?.key ?? '';
        const known = (records[reference.register] ?? []).map(({ values }) => values[key]);
        for (const { values } of rows) expect(known, `${register}.${id}`).toContain(values[id]);
      }
      for (const { values } of rows) {
        const account = values['account'];
        if (account !== undefined) expect(people.map(({ id }) => id)).toContain(account);
      }
    }
  });
});

describe('the generated elders', () => {
  it('are 400, the same at every start', () => {
    expect(elders).toHaveLength(400);
    expect(generateElders(demo.elders)).toEqual(elders);
    expect(generateElders({ ...demo.elders, seed: demo.elders.seed + 1 })).not.toEqual(elders);
  });

  it('have valid identity numbers of their own that can be nobody else’s', () => {
    const numbers = elders.map(({ values }) => values.identity_number);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.filter((number) => identityProblem(number, demo.elders.asOf))).toEqual([]);
    expect(new Set(numbers.map((number) => number.slice(0, 6)))).toEqual(new Set(['150199', '150299']));
    expect(elders.filter(({ values }) => !isPhone(values.phone))).toEqual([]);
  });

  it('fill fields of the register of elders, all that it needs', () => {
    const fields = hohhot.registers.get('elders')?.fields ?? [];
    const required = fields.filter((field) => field.required).map(({ id }) => id);
    for (const { values } of elders) {
      expect(fields.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(values)));
      expect(Object.keys(values)).toEqual(expect.arrayContaining(required));
    }
  });
});

describe('the sample rosters', () => {
  const form = hohhot.forms.get('family-bed-operating-subsidy');
  const sample = demo.samples[0];
  if (!form || !sample) throw new Error('no sample');
  const columns = form.fields.find(({ id }) => id === sample.field)?.columns ?? [];
  // A byte-order mark, so that Excel reads the file as UTF-8.
  const csv = (rows: readonly SampleRow[]) =>
    `\ufeff${[columns.map(({ label }) => label['zh-CN']), ...rows.map((row) => columns.map(({ id }) => row[id as keyof SampleRow]))]
      .map((cells) => cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','))
      .join('\n')}\n`;
  const rows = sampleRoster(elders, sample);

  it('are what the generator makes', () => {
    expect(rows).toHaveLength(60);
    expect(readText('examples/hohhot/samples/roster-2021-06.csv')).toBe(csv(rows));
    expect(readText('examples/hohhot/samples/roster-2021-06-with-errors.csv')).toBe(csv(sampleRosterWithErrors(rows)));
  });

  const file = (name: string) => readText(`examples/hohhot/samples/${name}.csv`);
  const filed = (text: string) => {
    const { rows: imported, issues: unread } = importRows(text, { form, field: sample.field });
    const head = hohhot.fixtures.get(form.id)?.valid.get('one-elder') as Record<string, unknown>;
    const result = validateSubmission(form, { ...head, [sample.field]: imported }, { today: '2021-07-05' });
    return { unread: told(unread), issues: result.ok ? [] : result.issues };
  };

  it('can be imported without a fault', () => {
    expect(filed(file('roster-2021-06'))).toEqual({ unread: [], issues: [] });
  });

  it('show one fault of each kind, row by row', () => {
    const { unread, issues } = filed(file('roster-2021-06-with-errors'));
    expect(unread).toEqual([]);
    const places = issues.map(({ code, path }) => `${code} ${path}`);
    expect(places).toEqual([
      'IDENTITY_BIRTHDAY /rows/2/identity_number',
      'IDENTITY_LENGTH /rows/6/identity_number',
      'IDENTITY_SCIENTIFIC /rows/11/identity_number',
      'DUPLICATE_ROW /rows/17/identity_number',
      'VALUE_NOT_LISTED /rows/22/disability_level',
      'NEEDS_YES_NO /rows/28/local_hukou',
      'ANSWER_MISSING /rows/33/elder_name',
      'NEEDS_MONTH /rows/40/agreement_month',
      'FORMULA_CELL /rows/45/community',
      'TOO_LARGE /rows/54/days_served',
    ]);
  });
});
