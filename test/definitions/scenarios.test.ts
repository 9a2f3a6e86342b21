import { CompiledPack, runScenario, runScenarios } from '@careway/proof';
import { describe, expect, it } from 'vitest';
import { loadHohhot } from './load-pack.js';

const hohhot = loadHohhot();
const compiled = new CompiledPack(hohhot);

describe('the scenarios of Hohhot', () => {
  it.each([...hohhot.scenarios.values()])('$id: $label.en', (scenario) => {
    expect(runScenario(compiled, scenario).failures.map(({ message }) => message.en)).toEqual([]);
  });

  it('reach every step, action, path, end, breach, row, parameter and procedure', () => {
    const { coverage } = runScenarios(hohhot);
    expect(coverage.goals.length).toBeGreaterThan(60);
    expect(coverage.uncovered.map(({ key }) => key)).toEqual([]);
  });
});
