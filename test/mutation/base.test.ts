import { survivors } from '@careway/proof';
import { expect, it } from 'vitest';
import { loadBase } from '../definitions/load-pack.js';

it('the scenarios of the base pack notice every change of a figure, day count, guard or assignee', () => {
  const { mutants, survivors: unnoticed, failing } = survivors(loadBase());
  expect(failing).toEqual([]);
  expect(mutants).toBeGreaterThan(1000);
  expect(unnoticed.map(({ description }) => description.en)).toEqual([]);
}, 900_000);
