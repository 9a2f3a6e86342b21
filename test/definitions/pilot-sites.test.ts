import { expect, it } from 'vitest';
import { loadHohhot } from './load-pack.js';

const rules = loadHohhot().decisions.get('pilot-site-targets')?.tables[0]?.rules ?? [];
const named = (cell: unknown) => String(cell).split(', ');

/** Sites that the rows of a year ask of all districts and counties together, and of the city as a whole. */
function sites(year: string): { readonly parts: number; readonly city: number } {
  let parts = 0;
  let city = 0;
  for (const { when, then } of rules) {
    if (!named(when.milestone).includes(`"${year}"`) || then.target === undefined) continue;
    const areas = named(when.area);
    if (areas.includes('"city"')) city += Number(then.target);
    else parts += areas.length * Number(then.target);
  }
  return { parts, city };
}

it('the districts and counties of each year add up to the number of the city, and the years to that of the plan', () => {
  const years = ['year-2019', 'year-2020', 'year-2021'].map(sites);
  expect(years).toEqual([
    { parts: 85, city: 85 },
    { parts: 80, city: 80 },
    { parts: 106, city: 106 },
  ]);
  expect(sites('three-years').city).toBe(years.reduce((sum, { city }) => sum + city, 0));
});
