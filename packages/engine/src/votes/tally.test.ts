import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CastVote, tallyVotes, type VoteRule } from './tally.js';

const seats = [1, 2, 3].map((n) => ({ id: `s${n}`, role: 'r' }));
const votes = (...list: CastVote['vote'][]): CastVote[] => list.map((vote, index) => ({ seat: `s${index + 1}`, vote }));
const outcome = (rule: VoteRule['rule'], list: CastVote[], ratio?: string) => tallyVotes({ rule, seats, ratio }, list).outcome;

describe('votes', () => {
  it('any: one vote for is enough; it fails when all have voted without', () => {
    expect(outcome('any', votes('against', 'for'))).toBe('passed');
    expect(outcome('any', votes('against', 'abstain'))).toBe('open');
    expect(outcome('any', votes('against', 'abstain', 'against'))).toBe('failed');
  });

  it('all: one vote against ends it early; abstentions do not block', () => {
    expect(outcome('all', votes('for', 'against'))).toBe('failed');
    expect(outcome('all', votes('for', 'abstain'))).toBe('open');
    expect(outcome('all', votes('for', 'abstain', 'for'))).toBe('passed');
    expect(outcome('all', votes('abstain', 'abstain', 'abstain'))).toBe('failed');
  });

  it('ordered: only the first who has not voted has the turn', () => {
    expect(tallyVotes({ rule: 'ordered', seats }, votes('for')).open.map((seat) => seat.id)).toEqual(['s2']);
    expect(tallyVotes({ rule: 'all', seats }, votes('for')).open.map((seat) => seat.id)).toEqual(['s2', 's3']);
  });

  it('ratio: counts all seats, rounded up, and ends when it is certain', () => {
    expect(outcome('ratio', votes('for', 'for'), '2/3')).toBe('passed');
    expect(outcome('ratio', votes('for', 'abstain'), '2/3')).toBe('open');
    expect(outcome('ratio', votes('against', 'abstain'), '2/3')).toBe('failed');
    expect(outcome('ratio', votes('for', 'for'), '3/4')).toBe('open');
  });

  it('neither a second vote of a seat nor the vote of a stranger counts', () => {
    expect(
      outcome('any', [
        { seat: 's1', vote: 'against' },
        { seat: 's1', vote: 'for' },
      ]),
    ).toBe('open');
    expect(outcome('any', [{ seat: 'x', vote: 'for' }])).toBe('open');
  });

  it('an early decision is the one that all votes would have given', () => {
    const rules = fc.constantFrom<VoteRule['rule']>('any', 'all', 'ordered', 'ratio');
    const cast = fc.array(fc.constantFrom<CastVote['vote']>('for', 'against', 'abstain'), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(rules, cast, fc.constantFrom('1/2', '2/3', '1/1'), (rule, list, ratio) => {
        const all = votes(...list);
        const full = tallyVotes({ rule, seats, ratio }, all).outcome;
        expect(full).not.toBe('open');
        for (let count = 0; count < 3; count++) {
          const early = tallyVotes({ rule, seats, ratio }, all.slice(0, count));
          if (early.outcome === 'open') expect(early.open.length).toBeGreaterThan(0);
          else expect(early.outcome).toBe(full);
        }
      }),
    );
  });
});
