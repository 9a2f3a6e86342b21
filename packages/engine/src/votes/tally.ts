/** A seat casts one vote. */
export interface Seat {
  readonly id: string;
  readonly role: string;
  /** Only the person named for it may take it. */
  readonly assigned?: boolean | undefined;
}

export interface VoteRule {
  readonly rule: 'any' | 'all' | 'ordered' | 'ratio';
  readonly seats: readonly Seat[];
  /** For `ratio`: the share of seats, such as "2/3". */
  readonly ratio?: string | undefined;
}

export interface CastVote {
  readonly seat: string;
  readonly vote: 'for' | 'against' | 'abstain';
}

export interface Tally {
  readonly outcome: 'open' | 'passed' | 'failed';
  /** Seats whose turn it is: all that have not voted, or the first of them where the vote is ordered. Empty once decided. */
  readonly open: readonly Seat[];
}

/**
 * The one reducer of votes, for steps and side procedures. It decides as soon as the votes still missing cannot change the outcome:
 * `any` passes at the first vote for and fails when every seat has voted without one; `all` and `ordered` fail at the first vote against
 * and pass when every seat has voted and at least one was for (an abstention does not block); `ratio` passes when the votes for reach the
 * share of all seats, rounded up, and fails when they no longer can. Votes of unknown seats and second votes of a seat do not count.
 */
export function tallyVotes(rule: VoteRule, votes: readonly CastVote[]): Tally {
  const cast = new Map<string, CastVote['vote']>();
  const seats = new Set(rule.seats.map((seat) => seat.id));
  for (const { seat, vote } of votes) if (seats.has(seat) && !cast.has(seat)) cast.set(seat, vote);
  const outcome = outcomeOf(rule, [...cast.values()]);
  if (outcome !== 'open') return { outcome, open: [] };
  const open = rule.seats.filter((seat) => !cast.has(seat.id));
  return { outcome, open: rule.rule === 'ordered' ? open.slice(0, 1) : open };
}

function outcomeOf(rule: VoteRule, votes: readonly CastVote['vote'][]): Tally['outcome'] {
  const inFavour = votes.filter((vote) => vote === 'for').length;
  const left = rule.seats.length - votes.length;
  if (rule.rule === 'any' || rule.rule === 'ratio') {
    const needed = rule.rule === 'any' ? 1 : neededVotes(rule.ratio ?? '1/1', rule.seats.length);
    if (inFavour >= needed) return 'passed';
    return inFavour + left < needed ? 'failed' : 'open';
  }
  if (votes.includes('against')) return 'failed';
  if (left > 0) return 'open';
  return inFavour > 0 ? 'passed' : 'failed';
}

function neededVotes(ratio: string, seats: number): number {
  const [part, whole] = ratio.split('/').map(Number) as [number, number];
  return Math.max(1, Math.ceil((seats * part) / whole));
}
