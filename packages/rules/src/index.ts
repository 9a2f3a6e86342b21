export { cellWords } from './cell-words.js';
export { amountInWords } from './amount-in-words.js';
export { addDecimals, divideDecimals, multiplyDecimals, subtractDecimals } from './arithmetic.js';
export { checkDecision, type DecisionFacts } from './check-decision.js';
export { type Checked, checkExpression, type CheckInput, checkUnaryTests } from './check-expression.js';
export { type CompiledDecision, compileDecision } from './compile-decision.js';
export { compareDecimals, Decimal, formatDecimal, parseDecimal } from './decimal.js';
export type { DecisionRefusal, DecisionResult, ManualDecision, MatchedRule, RowTrace, TableTrace } from './decision-result.js';
export { type DescribedDecision, type DescribedValue, describeDecision, outsideFacts } from './describe-decision.js';
export { type DecisionOptions, evaluateDecision } from './evaluate-decision.js';
export { type Evaluation, type EvaluationInput, evaluate } from './evaluate.js';
export {
  type Change,
  type DecisionSummary,
  type ExplainOptions,
  explainChanges,
  type FactChange,
  summarizeDecision,
} from './explain-changes.js';
export { declareFacts, type FactDeclaration, type FactDeclarations, type Facts, type FactType, readFact } from './fact.js';
export { factsOfDecision } from './facts-of-decision.js';
export { manualAmountIssue } from './manual-amount.js';
export { type ParsedExpression, type ParsedTests, parseExpression, parseUnaryTests } from './parse-expression.js';
export { printExpression, printUnaryTests } from './print-expression.js';
export { formatResult } from './result-value.js';
export { type RoundingMode, roundDecimal } from './rounding.js';
export type { StaticType, TypeKind } from './static-type.js';
export type { Expression, FunctionName, Span, Test, UnaryTests } from './syntax.js';
export { type JsonValue, type Value, valueToJson } from './value.js';
export { factsOf } from './walk-expression.js';
