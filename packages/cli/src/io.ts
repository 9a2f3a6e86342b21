/** Where a command line reads and writes; tests pass their own. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** ISO date of today, for verbs that need one and were given none. */
  readonly today: () => string;
}

export const processIo: Io = {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  today: () => new Date().toISOString().slice(0, 10),
};
