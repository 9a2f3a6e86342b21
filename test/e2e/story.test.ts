import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tellAfterwards } from './afterwards-chapter.js';
import { tellDecision } from './decision-chapter.js';
import { tellFiling } from './filing-chapter.js';
import { tellParameters } from './parameters-chapter.js';
import { tellReview } from './review-chapter.js';
import { openWorld, type StoryWorld } from './story-world.js';

let opened: StoryWorld | undefined;

function world(): StoryWorld {
  if (!opened) throw new Error('the story has not begun');
  return opened;
}

beforeAll(async () => {
  opened = await openWorld();
});

afterAll(() => opened?.close());

describe('a roster of sixty elders, from the first question to the last letter', () => {
  tellFiling(world);
  tellReview(world);
  tellDecision(world);
  tellAfterwards(world);
  tellParameters(world);

  it('no page broke a script or a rule of content on the way', () => {
    expect(world().browser.faults).toEqual([]);
  });
});
