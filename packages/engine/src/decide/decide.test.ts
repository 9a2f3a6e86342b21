import { describe, expect, it } from 'vitest';
import { replay } from '../evolve/evolve.js';
import { CaseRunner } from '../testing/case-runner.js';
import { people } from '../testing/test-context.js';

const reviewed = (rows = [{}, { level: 'severe' }]) => new CaseRunner().open(rows).settle();

describe('the way of a grant', () => {
  it('goes from filing to the end with publicity, decision, delivery and remedies', () => {
    const run = reviewed();
    expect(run.live.position).toEqual(['review']);
    expect(run.live.number).toBe('N-2');
    run.take(people.clerk, 'review', 'ROWS', { items: ['i1', 'i2'], outcome: 'approve' });
    expect(run.live.items.map((item) => item.result?.amount)).toEqual(['165.00', '220.00']);
    run.take(people.clerk, 'review', 'PUBLISH');
    expect(run.live.publicity).toEqual([{ batch: 1, items: ['i1', 'i2'], from: '2021-07-05', until: '2021-07-12', status: 'open' }]);
    run.fire('publicity');
    expect(run.live.position).toEqual(['decision']);
    expect(run.live.publicity[0]?.status).toBe('ended');
    run.take(people.officer, 'decision', 'GRANT');
    expect(run.live.letters[0]).toMatchObject({ total: '385.00', status: 'numbering' });
    expect(run.tryTake(people.clerk, 'delivery', 'DELIVER', { letter: run.live.letters[0]?.id ?? '', method: 'hand' }).ok).toBe(false);
    run.settle();
    run.take(people.clerk, 'delivery', 'DELIVER', { letter: run.live.letters[0]?.id ?? '', method: 'hand', effectiveOn: '2021-07-13' });
    expect(run.live).toMatchObject({ status: 'closed', ending: 'completed' });
    expect(run.live.letters[0]?.remedies).toEqual([
      { remedy: 'review', due: '2021-09-11' },
      { remedy: 'lawsuit', due: '2022-01-13' },
    ]);
    expect(run.live.tasks).toEqual([]);
    expect(replay(run.acts)).toEqual(run.live);
    expect(replay(JSON.parse(JSON.stringify(run.acts)))).toEqual(run.live);
  });
});
