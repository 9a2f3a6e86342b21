import type {
  ComposedPack,
  FactDefinition,
  Issue,
  RegisterDefinition,
  RegisterField,
  RegisterWrite,
  WorkflowDefinition,
  WrittenValue,
} from '@careway/definition';
import { declareOutputs } from '@careway/engine';
import { checkExpression, type FactDeclarations, parseExpression, type StaticType, type TypeKind } from '@careway/rules';
import { analysisIssue } from './pack-messages.js';
import { expressionScope, kindOf } from './expression-scope.js';

interface Scope {
  readonly declared: FactDeclarations;
  readonly itemDeclared?: FactDeclarations | undefined;
}

/** Whether what is written to registers parses and type-checks, and fits the fields that take it. */
export function checkWrites(composed: ComposedPack, workflow: WorkflowDefinition): Issue[] {
  const scopes = scopesOf(composed, workflow);
  return writesOf(workflow).flatMap(({ write, path }) => {
    const register = composed.registers.get(write.register);
    const scope = write.per === 'granted-item' ? scopes.row : scopes.case;
    const when = write.when === undefined ? [] : typed(write.when, { ...scope, expected: 'boolean' }, `${path}/when`).issues;
    const fields = register?.fields ?? [];
    const fieldOf = (id: string | undefined) => fields.find((field) => field.id === id);
    return [
      ...when,
      ...checkValue(write.key, { scope, field: keyField(register), path: `${path}/key` }),
      ...Object.entries(write.set).flatMap(([id, value]) => checkValue(value, { scope, field: fieldOf(id), path: `${path}/set/${id}` })),
    ];
  });
}

interface PlacedWrite {
  readonly write: RegisterWrite;
  readonly path: string;
}

/** Every write of a workflow with its place: of actions and of side procedures. */
export function writesOf(workflow: WorkflowDefinition): readonly PlacedWrite[] {
  const placed = (writes: readonly RegisterWrite[] | undefined, path: string) =>
    (writes ?? []).map((write, index) => ({ write, path: `${path}/writes/${index}` }));
  return [
    ...workflow.steps.flatMap((step, index) =>
      (step.actions ?? []).flatMap((action, at) => placed(action.writes, `/steps/${index}/actions/${at}`)),
    ),
    ...(workflow.procedures ?? []).flatMap((procedure, index) => placed(procedure.writes, `/procedures/${index}`)),
  ];
}

/** Texts of the expressions of a write. */
export function expressionsOfWrite({ key, set, when }: RegisterWrite): readonly string[] {
  const texts = [key, ...Object.values(set)].flatMap((value) =>
    typeof value === 'string' ? [value] : 'after' in value ? [value.after] : 'code' in value ? [value.code] : [],
  );
  return when === undefined ? texts : [...texts, when];
}

/** Rows may read what their decision gave: that of any service of the workflow. */
function scopesOf(composed: ComposedPack, workflow: WorkflowDefinition): { readonly case: Scope; readonly row: Scope } {
  const scope = expressionScope(workflow);
  const decisions = [...composed.decisions.values()].filter((decision) => decision.workflow === workflow.id);
  const outputs = decisions.flatMap((decision) => [...declareOutputs(decision)]);
  return { case: scope, row: { declared: new Map([...scope.declared, ...(scope.itemDeclared ?? []), ...outputs]) } };
}

/** The key of a record is any text that identifies it, but a sealed number where the register is kept by one. */
function keyField(register: RegisterDefinition | undefined): RegisterField | undefined {
  const field = register?.fields.find(({ id }) => id === register.key);
  return field?.type === 'identity' ? field : undefined;
}

interface ValuePlace {
  readonly scope: Scope;
  readonly field: RegisterField | undefined;
  readonly path: string;
}

function checkValue(value: WrittenValue, { scope, field, path }: ValuePlace): Issue[] {
  if (typeof value !== 'string' && 'code' in value) return checkCode(value, { scope, field, path });
  if (typeof value !== 'string') {
    const given = 'letter' in value ? 'text' : 'date';
    const wrong = field && field.type !== given && !('letter' in value && field.type === 'code') ? [typeIssue(field, given, path)] : [];
    return 'letter' in value ? wrong : [...typed(value.after, { ...scope, expected: 'date' }, `${path}/after`).issues, ...wrong];
  }
  const { type, issues } = typed(value, { ...scope, expected: field && kindOf(field.type) }, path);
  if (!type || !field) return issues;
  const sealed = field.type === 'identity' || field.type === 'phone';
  if (sealed && declaredType(value, scope) !== field.type) return [analysisIssue('WRITE_SEALED', path, { field: field.id })];
  const known = new Set(field.values?.map((entry) => entry.value));
  const given = type.text === undefined ? (type.domain?.values ?? []) : [type.text];
  const strange = field.type === 'code' && field.values ? given.filter((one) => !known.has(one)) : [];
  return strange.length === 0 ? [] : [analysisIssue('WRITE_VALUES', path, { field: field.id, values: strange.join(', ') })];
}

/** Every value that the code can take has a word, and every word is one of the register's. */
function checkCode({ code, as }: Extract<WrittenValue, { readonly code: string }>, { scope, field, path }: ValuePlace): Issue[] {
  const { type, issues } = typed(code, { ...scope, expected: 'text' }, `${path}/code`);
  const unnamed = (type?.domain?.values ?? []).filter((value) => !Object.hasOwn(as, value));
  const known = field?.values?.map(({ value }) => value);
  const strange = known ? Object.values(as).filter((word) => !known.includes(word)) : [];
  const values = [...unnamed, ...strange];
  return [
    ...issues,
    ...(values.length === 0 ? [] : [analysisIssue('WRITE_VALUES', `${path}/as`, { field: field?.id ?? '', values: values.join(', ') })]),
  ];
}

function typeIssue(field: RegisterField, actual: FactDefinition['type'], path: string): Issue {
  return analysisIssue('WRITE_TYPE', path, { field: field.id, type: field.type, actual });
}

/** Type of the fact, where the expression is nothing but one. */
function declaredType(text: string, { declared }: Scope): FactDefinition['type'] | undefined {
  const { ast } = parseExpression(text);
  return ast?.kind === 'fact' ? declared.get(ast.id)?.type : undefined;
}

function typed(
  text: string,
  input: Scope & { readonly expected?: TypeKind | undefined },
  path: string,
): { readonly type?: StaticType | undefined; readonly issues: Issue[] } {
  const { ast, issues } = parseExpression(text);
  if (!ast) return { issues: (issues ?? []).map((issue) => ({ ...issue, path })) };
  const checked = checkExpression(ast, input);
  return { type: checked.type, issues: (checked.issues ?? []).map((issue) => ({ ...issue, path })) };
}
