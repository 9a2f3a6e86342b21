import type { ComputedDefinition, DecisionDefinition, FormDefinition, Issue } from '@careway/definition';
import { checkDecision, checkExpression, type FactDeclaration, factsOf, parseExpression, type TypeKind } from '@careway/rules';
import { formDeclarations } from './computed-plan.js';
import { formDocumentIssue } from './form-document-messages.js';
import type { FormRules } from './form-rules.js';
import { propertySchema } from './form-schema.js';

const KIND_OF: Readonly<Record<ComputedDefinition['type'], TypeKind>> = {
  integer: 'number',
  decimal: 'number',
  money: 'number',
  code: 'text',
  boolean: 'boolean',
};

/**
 * What is wrong with the computed values of a form: sources that do not exist or need what the form does not give, values that read
 * later ones, types that differ, rounding that is not stated.
 */
export function checkComputed(form: FormDefinition, rules: FormRules): Issue[] {
  const computed = form.computed ?? [];
  const fields = new Set(form.fields.map(({ id }) => id));
  return computed.flatMap((definition, index) => {
    const path = `/computed/${index}`;
    const before = { definition, path, form, rules, later: new Set(computed.slice(index).map(({ id }) => id)) };
    const twice = fields.has(definition.id) || computed.findIndex(({ id }) => id === definition.id) !== index;
    return [
      ...(twice ? [formDocumentIssue('FIELD_TWICE', `${path}/id`, { id: definition.id })] : []),
      ...(definition.type === 'code' && !definition.values ? [formDocumentIssue('VALUES_MISSING', path, { id: definition.id })] : []),
      ...checkDate(before),
      ...checkSource(before),
    ];
  });
}

interface Place {
  readonly definition: ComputedDefinition;
  readonly path: string;
  readonly form: FormDefinition;
  readonly rules: FormRules;
  /** Ids that cannot be read yet: its own and those of the values after it. */
  readonly later: ReadonlySet<string>;
}

function checkDate({ definition: { on }, path, form }: Place): Issue[] {
  if (on === undefined || propertySchema(form.schema, on)?.format === 'date') return [];
  return [formDocumentIssue('COMPUTED_DATE', `${path}/on`, { id: on })];
}

function checkSource(place: Place): Issue[] {
  const { definition, path } = place;
  const { expression, decision } = definition;
  if ((expression === undefined) === (decision === undefined)) return [formDocumentIssue('COMPUTED_SOURCE', path, { id: definition.id })];
  return expression === undefined ? checkDecisionOf(place) : checkOwnExpression(place, expression);
}

function checkOwnExpression({ definition, path, form, later }: Place, text: string): Issue[] {
  const at = `${path}/expression`;
  const { ast, issues } = parseExpression(text);
  if (!ast) return issues.map((issue) => ({ ...issue, path: at }));
  const ahead = factsOf(ast).filter((id) => later.has(id));
  if (ahead.length > 0) return ahead.map((id) => formDocumentIssue('COMPUTED_REFERS_LATER', at, { id }));
  const declared = formDeclarations(form, { decisions: [], params: [] });
  const found = (checkExpression(ast, { declared, expected: KIND_OF[definition.type] }).issues ?? []).map((issue) => ({
    ...issue,
    path: at,
  }));
  const unrounded = (definition.type === 'decimal' || definition.type === 'money') && !definition.rounding;
  return unrounded ? [...found, formDocumentIssue('COMPUTED_ROUNDING', path)] : found;
}

function checkDecisionOf({ definition, path, form, rules, later }: Place): Issue[] {
  const { decision: id = '', output } = definition;
  const at = `${path}/decision`;
  const decision = rules.decisions.find((candidate) => candidate.id === id);
  if (!decision) return [formDocumentIssue('COMPUTED_DECISION_UNKNOWN', at, { decision: id })];
  const facts = new Map([...formDeclarations(form, rules)].filter(([fact]) => !later.has(fact)));
  const unfit = checkDecision(decision, { facts })
    .filter(({ severity }) => severity === 'error')
    .map((issue) => {
      const { message } = formDocumentIssue('COMPUTED_DECISION', at, { decision: id, problem: '{problem}' });
      const say = (locale: 'zh-CN' | 'en') => message[locale].replace('{problem}', `${issue.path} ${issue.message[locale]}`);
      return { ...issue, code: 'COMPUTED_DECISION', path: at, message: { 'zh-CN': say('zh-CN'), en: say('en') } };
    });
  const given = outputOf(decision, output);
  if (!given) return [...unfit, formDocumentIssue('COMPUTED_OUTPUT_UNKNOWN', `${path}/output`, { decision: id, output: output ?? '' })];
  return [...unfit, ...checkGiven(definition, given, path)];
}

/** What a decision says it gives under this id; the values of a code are those of the table column that the result passes on. */
function outputOf({ tables, result }: DecisionDefinition, id = result.id): FactDeclaration | undefined {
  const columns = tables.flatMap((table) => table.outputs);
  if (id !== result.id) return columns.find((column) => column.id === id);
  return { type: result.type, values: columns.find((column) => column.id === result.expression.trim())?.values };
}

function checkGiven({ id, type, values }: ComputedDefinition, given: FactDeclaration, path: string): Issue[] {
  const numbers =
    KIND_OF[type] === 'number' && type !== 'integer' && (given.type === 'integer' || given.type === 'decimal' || given.type === 'money');
  if (given.type !== type && !numbers) return [formDocumentIssue('COMPUTED_TYPE', `${path}/type`, { id, type, actual: given.type })];
  const known = new Set(values?.map(({ value }) => value));
  const unlisted = type === 'code' && values ? (given.values ?? []).filter(({ value }) => !known.has(value)) : [];
  return unlisted.length > 0 ? [formDocumentIssue('VALUES_DIFFER', `${path}/values`, { id })] : [];
}
