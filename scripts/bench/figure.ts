/** What a run spends: rounds of each measure and milliseconds a round. */
export interface Effort {
  readonly rounds: number;
  readonly roundMs: number;
  /** Lengths of history at which the cost of a commit is measured. */
  readonly lengths: readonly number[];
}

/** One line of the table: the median of its rounds. */
export interface Figure {
  /** Measure it belongs to, such as P1. */
  readonly id: string;
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** What we want, in words; absent for a figure that only explains another. */
  readonly aim?: string;
  /** Whether the aim is met. */
  readonly met?: boolean;
  /** Value of every round, in order. */
  readonly rounds?: readonly number[];
}

export interface Aim {
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly unit?: string;
}

/** A figure from the values of its rounds. */
export function figureOf(line: Pick<Figure, 'id' | 'what' | 'unit'>, rounds: readonly number[], aim?: Aim): Figure {
  const value = median(rounds);
  return { ...line, value, rounds, ...(aim ? aimOf(aim, value, line.unit) : {}) };
}

function aimOf({ atLeast, atMost }: Aim, value: number, unit: string): Pick<Figure, 'aim' | 'met'> {
  if (atLeast !== undefined) return { aim: `≥ ${atLeast.toLocaleString('en')} ${unit}`.trim(), met: value >= atLeast };
  if (atMost !== undefined) return { aim: `≤ ${atMost.toLocaleString('en')} ${unit}`.trim(), met: value <= atMost };
  return {};
}

/** @throws RangeError for an empty list: a measure that measured nothing is a fault. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which a share of all values lies, by the nearest rank. @throws RangeError for an empty list. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError('nothing was measured');
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
