/** Repeatable numbers for invented data: the same seed gives the same sequence everywhere. Not for secrets. */
export interface SeededRandom {
  /** An integer from 0 to `below` - 1. */
  readonly integer: (below: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  /** True in `percent` of 100 draws. */
  readonly chance: (percent: number) => boolean;
}

/** Mulberry32. @param seed a positive 32-bit integer. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const integer = (below: number): number => Math.floor((next() / 4294967296) * below);
  return {
    integer,
    pick: (list) => list[integer(list.length)] as (typeof list)[number],
    chance: (percent) => integer(100) < percent,
  };
}
