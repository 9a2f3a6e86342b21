import { mutate, type Mutant, survivors } from '@careway/proof';
import { expect, it } from 'vitest';
import { loadBase, loadHohhot } from '../definitions/load-pack.js';

const change = ({ id, description }: Pick<Mutant, 'id' | 'description'>) => `${id}: ${description.en}`;

it('the scenarios of Hohhot notice every change of a figure, day count, guard or assignee that its own pack brings', () => {
  const base = loadBase();
  const hohhot = loadHohhot();
  const services = new Map([...hohhot.services].filter(([id]) => !base.services.has(id)));
  const scenarios = new Map([...hohhot.scenarios].filter(([, { service }]) => services.has(service)));
  const { mutants, survivors: unnoticed, failing } = survivors({ ...hohhot, services, scenarios });
  expect(failing).toEqual([]);
  expect(mutants).toBeGreaterThan(150);
  // What Hohhot takes over as it is, the scenarios of the base notice.
  const inherited = new Set([...mutate(base)].map(change));
  expect(unnoticed.map(change).filter((missed) => !inherited.has(missed))).toEqual([]);
}, 900_000);
