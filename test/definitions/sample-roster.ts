import type { DemoDefinition } from '@careway/definition';
import type { GeneratedElder } from '../../packages/runtime/src/demo/generate-elders.js';

/** One roster row by column id of the form, in the words of the form, as a person would type it. */
export type SampleRow = Readonly<
  Record<
    'elder_name' | 'identity_number' | 'disability_level' | 'local_hukou' | 'service_24h' | 'community' | 'agreement_month' | 'days_served',
    string
  >
>;

const LEVEL_WORDS = { none: '能力完好', mild: '轻度', moderate: '中度', severe: '重度' } as const;

/** Rows of a roster without a fault: elders of the area with local hukou whose level the subsidy covers, in the order of the register. */
export function sampleRoster(elders: readonly GeneratedElder[], sample: DemoDefinition['samples'][number]): readonly SampleRow[] {
  const fit = elders.filter(
    ({ area, values }) =>
      area === sample.area && values.local_hukou && (values.disability_level === 'moderate' || values.disability_level === 'severe'),
  );
  return fit.slice(0, sample.rows).map(({ values }, index) => ({
    elder_name: values.name,
    identity_number: values.identity_number,
    disability_level: LEVEL_WORDS[values.disability_level],
    local_hukou: '是',
    service_24h: '是',
    community: values.community,
    agreement_month: `2021-0${1 + (index % 5)}`,
    days_served: '30',
  }));
}

/** A fault to show, by row number from 1; `of` copies the value of another row. */
type Fault = { readonly row: number; readonly column: keyof SampleRow } & ({ readonly value: string } | { readonly of: number });

const FAULTS: readonly Fault[] = [
  { row: 3, column: 'identity_number', value: '150199193802290013' },
  { row: 7, column: 'identity_number', value: '15019919410203' },
  { row: 12, column: 'identity_number', value: '1.50199E+17' },
  { row: 18, column: 'identity_number', of: 17 },
  { row: 23, column: 'disability_level', value: '比较重' },
  { row: 29, column: 'local_hukou', value: '外地' },
  { row: 34, column: 'elder_name', value: '' },
  { row: 41, column: 'agreement_month', value: '六月' },
  { row: 46, column: 'community', value: '=HYPERLINK("http://example.com")' },
  { row: 55, column: 'days_served', value: '45' },
];

/** The same roster with ten faults, one of each kind that clerks meet. */
export function sampleRosterWithErrors(rows: readonly SampleRow[]): readonly SampleRow[] {
  return rows.map((row, index) => {
    const own = FAULTS.filter((fault) => fault.row === index + 1);
    return own.reduce(
      (changed, fault) => ({ ...changed, [fault.column]: 'value' in fault ? fault.value : (rows[fault.of - 1]?.[fault.column] ?? '') }),
      row,
    );
  });
}
