import { type ActionDefinition, fillText, type LocalizedText, type RegisterDefinition } from '@careway/definition';
import { declareFacts, evaluate, type FactDeclarations, parseExpression } from '@careway/rules';
import type { CompiledWorkflow } from '../compile/compile-workflow.js';
import { caseFacts, plainFact } from '../facts/case-facts.js';
import { refusal } from '../issues/refusals.js';
import type { DecideContext, PersonRead, Refusal } from '../types/context.js';
import type { CaseState } from '../types/state.js';
import { isRecused } from '../votes/step-vote.js';
import { heldRole, isInvolved } from './roles.js';

export interface CandidateInput {
  readonly compiled: CompiledWorkflow;
  readonly state: CaseState;
  readonly ctx: Pick<DecideContext, 'organisation' | 'services' | 'letters' | 'now' | 'people' | 'registers'>;
  readonly assign: NonNullable<ActionDefinition['assign']>;
}

const words = {
  unknown: { 'zh-CN': '没有这个人', en: 'there is no such person' },
  role: { 'zh-CN': '不担任这个席位要求的岗位', en: 'not a holder of the role that the seat asks for' },
  party: { 'zh-CN': '是本件的当事人或代办人', en: 'a party of this case or acting for one' },
  recused: { 'zh-CN': '已经在本件回避', en: 'recused from this case' },
  noRecord: { 'zh-CN': '不在登记的人员名单里', en: 'not in the register of those who may be named' },
  condition: { 'zh-CN': '不符合指派条件', en: 'does not meet the conditions' },
} as const;

/**
 * Whether a person may be named for a seat: holds its role for this case, is no party, was not recused, did not act at the steps that the
 * assignment keeps apart, and has a record for which its conditions hold. A condition that cannot be judged does not hold.
 */
export function candidateRefusal(input: CandidateInput, seat: { readonly id: string }, id: string): Refusal | undefined {
  const reason = problemOf(input, seat, id);
  return reason && refusal('PERSON_NOT_ELIGIBLE', { words: { reason } });
}

function problemOf(input: CandidateInput, seat: { readonly id: string }, id: string): LocalizedText | undefined {
  const { compiled, state, ctx, assign } = input;
  const person = ctx.people?.(id);
  if (!person) return words.unknown;
  const actor = { kind: 'person', id, roles: person.roles, parties: [] } as const;
  for (const step of assign.steps) {
    const wanted = compiled.steps.get(step)?.vote?.seats.find((known) => known.id === seat.id);
    if (wanted && heldRole(ctx.organisation, state.areaPath, actor, wanted.role) === undefined) return words.role;
  }
  if (isRecused(state, id)) return words.recused;
  if (isInvolved(state, actor)) return words.party;
  const clash = (assign.distinctFrom ?? []).find((step) => state.performers[step]?.includes(id));
  if (clash !== undefined) {
    const where = compiled.steps.get(clash)?.definition.label ?? { 'zh-CN': clash, en: clash };
    return { 'zh-CN': `办过本件的“${where['zh-CN']}”`, en: `acted on this case at “${where.en}”` };
  }
  return recordProblem(input, person);
}

function recordProblem(input: CandidateInput, person: PersonRead): LocalizedText | undefined {
  const { assign } = input;
  if (assign.register === undefined) return undefined;
  const { record } = person;
  if (!record) return words.noRecord;
  const asked = (assign.conditions ?? []).filter(({ given = [] }) => given.every((field) => record.values[field] !== undefined));
  const failed = asked.find(({ where }) => !holds(input, where, person));
  return failed && fillText(failed.reason, definedOf(recordFields(person)));
}

function definedOf(fields: Readonly<Record<string, string | boolean | undefined>>): Record<string, string | boolean> {
  return Object.fromEntries(Object.entries(fields).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])));
}

/**
 * Whether nobody of those who would hold the seats fulfils what at least one of them must (`some`). Holders whose record is not
 * loaded do not count.
 */
export function panelRefusal(input: CandidateInput, people: readonly string[]): Refusal | undefined {
  const { ctx, assign } = input;
  const { some, someReason } = assign;
  if (some === undefined) return undefined;
  const fulfilled = people.some((id) => {
    const person = ctx.people?.(id);
    return person?.record !== undefined && holds(input, some, person);
  });
  return fulfilled ? undefined : refusal('PERSON_NOT_ELIGIBLE', { words: { reason: someReason ?? words.condition } });
}

/** Over the fields of the record and of those it refers to, then the facts of the case. */
function holds({ compiled, state, ctx, assign }: CandidateInput, where: string, person: PersonRead): boolean {
  const { ast } = parseExpression(where);
  if (!ast) return false;
  const declared = new Map([...compiled.declared, ...candidateFacts(ctx.registers, assign.register ?? '')]);
  const facts = { ...caseFacts(compiled, state, ctx), ...recordFields(person) };
  const { value } = evaluate(ast, { facts, declared });
  return value === true;
}

function recordFields({ record, references = {} }: PersonRead): Record<string, string | boolean | undefined> {
  const own = Object.entries(record?.values ?? {}).map(([field, value]) => [field, plainFact(value)] as const);
  const others = Object.entries(references).flatMap(([name, { values }]) =>
    Object.entries(values).map(([field, value]) => [`${name}_${field}`, plainFact(value)] as const),
  );
  return Object.fromEntries([...own, ...others]);
}

/** What the condition of an assignment may read beside the facts of the case: fields of the register and, by `<field>_`, of those it refers to. */
export function candidateFacts(registers: ReadonlyMap<string, RegisterDefinition> | undefined, id: string): FactDeclarations {
  const fields = registers?.get(id)?.fields ?? [];
  const others = fields.flatMap((field) =>
    (registers?.get(field.reference?.register ?? '')?.fields ?? []).map((other) => ({ ...other, id: `${field.id}_${other.id}` })),
  );
  return declareFacts([...fields, ...others]);
}

/** The assignment by which the seats of a step are filled: its conditions hold for a substitute too. */
export function assignmentOf({ steps }: CompiledWorkflow, step: string): ActionDefinition['assign'] {
  for (const { actions } of steps.values()) {
    for (const { definition } of actions.values()) if (definition.assign?.steps.includes(step)) return definition.assign;
  }
  return undefined;
}
