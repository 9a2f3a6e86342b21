import type { Issue } from '@careway/definition';
import type { FactDeclarations } from './fact.js';
import type { StaticType, TypeKind } from './static-type.js';
import { TypeChecker } from './type-checker.js';
import type { Expression, UnaryTests } from './syntax.js';

export interface CheckInput {
  readonly declared: FactDeclarations;
  /** Facts of the rows, for aggregates; absent where the workflow has no items. */
  readonly itemDeclared?: FactDeclarations | undefined;
  /** The kind that the place needs: a guard needs `boolean`. */
  readonly expected?: TypeKind | undefined;
}

/** Exactly one of the two. Issues have the path `''` and params `from`, `to`: offsets into the text. */
export type Checked =
  | { readonly type: StaticType; readonly issues?: undefined }
  | { readonly issues: readonly Issue[]; readonly type?: undefined };

/**
 * Type-checks an expression before anybody runs it: unknown facts, operands of the wrong type, codes outside the declared values,
 * dates that do not exist, empty ranges, division by zero. All issues at once.
 */
export function checkExpression(ast: Expression, input: CheckInput): Checked {
  const checker = new TypeChecker(input.declared, input.itemDeclared);
  const type = checker.typeOf(ast);
  if (type && input.expected) checker.expect(ast, type, input.expected);
  return checker.issues.length > 0 || !type ? { issues: checker.issues } : { type };
}

/** Type-checks a table cell against the type of its column. */
export function checkUnaryTests(tests: UnaryTests, subject: StaticType, input: CheckInput): readonly Issue[] {
  const checker = new TypeChecker(input.declared, input.itemDeclared);
  checker.checkTests(tests.tests, subject);
  return checker.issues;
}
