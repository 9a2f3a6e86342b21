import type { Issue } from '@careway/definition';
import { type CheckInput, checkExpression, checkUnaryTests } from './check-expression.js';
import { rulesIssue } from './catalogue.js';
import { parseExpression, parseUnaryTests } from './parse-expression.js';
import type { StaticType } from './static-type.js';

/** Parses and checks an expression that stands at `path` of a document. */
export function checkText(text: string, path: string, input: CheckInput): Issue[] {
  const parsed = parseExpression(text);
  return placed(parsed.issues ?? checkExpression(parsed.ast, input).issues ?? [], path);
}

/** Parses and checks a table cell that stands at `path`. */
export function checkCell(text: string, path: string, subject: StaticType, input: CheckInput): Issue[] {
  const parsed = parseUnaryTests(text);
  return placed(parsed.issues ?? checkUnaryTests(parsed.ast, subject, input), path);
}

export function validityIssues(validity: { readonly from: string; readonly to?: string | undefined } | undefined, path: string): Issue[] {
  return validity?.to !== undefined && validity.to < validity.from ? [rulesIssue('VALIDITY_REVERSED', path)] : [];
}

/** One step of a JSON Pointer (RFC 6901). */
export function pointerStep(key: string): string {
  return key.replace(/~/g, '~0').replace(/\//g, '~1');
}

function placed(issues: readonly Issue[], path: string): Issue[] {
  return issues.map((issue) => ({ ...issue, path }));
}
