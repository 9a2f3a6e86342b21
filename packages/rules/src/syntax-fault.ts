import type { RulesIssueCode } from './catalogue.js';

/** Leaves the reading of an expression at the first thing that is not in the language; never leaves this package. */
export class SyntaxFault extends Error {
  constructor(
    readonly code: RulesIssueCode,
    readonly from: number,
    readonly to: number,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
  }
}
