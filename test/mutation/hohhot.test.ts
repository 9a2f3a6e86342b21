import { survivors } from '@careway/proof';
import { expect, it } from 'vitest';
import { loadBase, loadHohhot } from '../definitions/load-pack.js';

it('the scenarios of Hohhot notice every change of a figure, day count, guard or assignee of its own services', () => {
  const base = loadBase();
  const hohhot = loadHohhot();
  const services = new Map([...hohhot.services].filter(([id]) => !base.services.has(id)));
  const scenarios = new Map([...hohhot.scenarios].filter(([, { service }]) => services.has(service)));
  const { mutants, survivors: unnoticed, failing } = survivors({ ...hohhot, services, scenarios });
  expect(failing).toEqual([]);
  expect(mutants).toBeGreaterThan(150);
  expect(unnoticed.map(({ description }) => description.en)).toEqual([]);
}, 900_000);
