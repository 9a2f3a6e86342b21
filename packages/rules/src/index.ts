export { compareDecimals, Decimal, formatDecimal, parseDecimal } from './decimal.js';
export { type RoundingMode, roundDecimal } from './rounding.js';
export { type Evaluation, type EvaluationInput, evaluate } from './evaluate.js';
export { declareFacts, type FactDeclaration, type FactDeclarations, type Facts, type FactType, readFact } from './fact.js';
export { type ParsedExpression, type ParsedTests, parseExpression, parseUnaryTests } from './parse-expression.js';
export { printExpression, printUnaryTests } from './print-expression.js';
export type { Expression, FunctionName, Span, Test, UnaryTests } from './syntax.js';
export { type JsonValue, type Value, valueToJson } from './value.js';
