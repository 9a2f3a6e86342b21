/** What a verb has to say: exit 0 when it is fine, 1 with findings. `json` fits the verb's published schema; `text` is the same for people. */
export interface Answer {
  readonly exit: 0 | 1;
  readonly json: unknown;
  readonly text: readonly string[];
}

/** The command line was used wrongly: exit 2. */
export class UsageError extends Error {
  readonly code = 'USAGE';
}

/** The one map to exit codes. */
export const exitCodes = { fine: 0, findings: 1, usage: 2, fault: 3 } as const;
