import type { FactDefinition, Issue, LocalizedText, WorkflowDefinition } from '@careway/definition';
import { readFact } from '@careway/rules';
import { jsonOf } from '../acts/json-of.js';
import type { SlotContent } from '../acts/slot.js';
import { recordedActor } from '../decide/authorise.js';
import { requestClaim } from '../decide/claims.js';
import { recordFollowingFacts } from '../decide/following-facts.js';
import type { Journal } from '../decide/journal.js';
import { issueLetters } from '../decide/letters.js';
import { heldRole, isInvolved } from '../decide/roles.js';
import { refuse, stopWith } from '../decide/stop.js';
import { fileSlots } from '../decide/whose.js';
import { plainFact } from '../facts/case-facts.js';
import { decidingFacts } from '../facts/deciding-facts.js';
import { engineIssue } from '../issues/catalogue.js';
import { refusal } from '../issues/refusals.js';
import { valueInWords } from '../letters/value-in-words.js';
import type { CorrectFact } from '../types/command.js';
import type { ItemState } from '../types/state.js';
import type { FactValue } from '../types/values.js';

const reasons = {
  elsewhere: { 'zh-CN': '这个值不是填报的，请在它的来源处更正', en: 'this value was not filed: correct it where it comes from' },
  erased: { 'zh-CN': '这个值已依法删除', en: 'this value was erased' },
  split: { 'zh-CN': '这一行已另案办理', en: 'this row goes on in a case of its own' },
  party: {
    'zh-CN': '它决定谁是当事人，改了会让另外的人知道本件。请另行登记一件，把这一件办结或者终止',
    en: 'it says who is a party, and another would learn of this case. Enter a case anew and end this one',
  },
  decided: { 'zh-CN': '已经据此作出决定', en: 'something was decided with it' },
} as const;

/** Values that people filed, and may have written wrongly. */
const FILED: ReadonlySet<FactValue['source']['kind']> = new Set(['submission', 'action', 'correction']);

interface Found {
  readonly item: ItemState | undefined;
  readonly definition: FactDefinition;
  readonly known: FactValue;
}

/**
 * A clerical error is corrected (更正): both values stay in the history, and the act names the one that it supersedes. What a decision
 * was taken with is no clerical error; before a decision the rows concerned are to be decided anew.
 */
export function correctFact(journal: Journal, command: CorrectFact): void {
  const { role, letters } = authorisedBy(journal);
  const found = find(journal, command);
  const { item, definition, known } = found;
  checkCorrectable(journal, command, found);
  const issues = correctionIssues(command, definition, known);
  if (issues.length > 0) stopWith(issues);
  journal.actor = role;
  const deciding = decidingFacts({ compiled: journal.compiled, state: journal.state, ctx: journal.reads }).has(command.fact);
  if (deciding && isDecided(journal, item)) refuse(refusal('NOT_CLERICAL', { words: { reason: reasons.decided } }));
  const subject = record(journal, command, found);
  const now = item && journal.state.items.find(({ id }) => id === item.id);
  recordFollowingFacts(journal, { fact: command.fact, item: now, beside: command.beside });
  if (journal.state.status === 'open' && deciding) decideAnew(journal, item);
  const words = (value: FactValue['value']) => valueInWords(value, definition, 'zh-CN') ?? '—';
  const list = [{ what: definition.label['zh-CN'], why: `${words(known.value)} → ${words(command.value)}` }];
  issueLetters(journal, letters, { items: item ? [item] : [], subject, reason: command.reason, list });
}

function authorisedBy(journal: Journal) {
  const { compiled, state, ctx } = journal;
  const { corrections } = compiled.definition;
  if (!corrections) refuse(refusal('ACTION_NOT_AVAILABLE'));
  const area = heldRole(ctx.organisation, state.areaPath, ctx.actor, corrections.role);
  if (area === undefined) refuse(refusal('NOT_YOUR_TASK'));
  if (isInvolved(state, ctx.actor)) {
    const message = {
      'zh-CN': '不能更正：您是本件的当事人或代办人',
      en: 'You cannot correct this: you are a party of this case or act for one',
    };
    refuse(refusal('SAME_PERSON', { message }));
  }
  return { role: recordedActor(ctx.actor, corrections.role, area), letters: corrections.letters ?? [] };
}

function find({ compiled, state }: Journal, { fact, item: id }: CorrectFact): Found {
  const item = id === undefined ? undefined : state.items.find((known) => known.id === id);
  if (id !== undefined && !item) refuse(refusal('NOT_FOUND'));
  const { facts, items } = compiled.definition;
  const definition = (item ? (items?.facts ?? []) : facts).find((known) => known.id === fact);
  const known = (item ?? state).facts[fact];
  if (!definition || !known) refuse(refusal('NOT_FOUND'));
  return { item, definition, known };
}

function checkCorrectable({ compiled, state }: Journal, { fact, supersedes }: CorrectFact, { item, known }: Found): void {
  const not = (reason: LocalizedText) => refuse(refusal('NOT_CLERICAL', { words: { reason } }));
  if (known.erased) not(reasons.erased);
  if (!FILED.has(known.source.kind)) not(reasons.elsewhere);
  if (item?.status === 'split') not(reasons.split);
  if (!item && namesParty(compiled.definition, fact)) not(reasons.party);
  if (state.factActs?.[item ? `${item.id}:${fact}` : fact] !== supersedes) refuse(refusal('SUPERSEDED'));
}

/** Whether a party of the case is looked up by this fact. */
export function namesParty({ parties }: Pick<WorkflowDefinition, 'parties'>, fact: string): boolean {
  return parties.some(({ from }) => from?.key === fact);
}

function correctionIssues({ value, reason }: CorrectFact, definition: FactDefinition, { value: before }: FactValue): readonly Issue[] {
  const issues: Issue[] = [];
  if (!reason.trim()) issues.push(engineIssue('REASON_REQUIRED', '/reason'));
  const sealed = definition.type === 'identity' || definition.type === 'phone';
  const plain = plainFact(value);
  const read = sealed === (typeof value === 'object') ? readFact(definition.id, plain, definition) : undefined;
  if (read === undefined) issues.push(engineIssue('CORRECTION_INVALID', '/value'));
  else if (isIssue(read)) issues.push({ ...read, path: '/value' });
  else if (plain === plainFact(before)) issues.push(engineIssue('CORRECTION_UNCHANGED', '/value'));
  return issues;
}

function isIssue(read: unknown): read is Issue {
  return typeof read === 'object' && read !== null && 'code' in read && 'severity' in read;
}

/** A row once it is final; the case once any decision of it stands. */
function isDecided({ state }: Journal, item: ItemState | undefined): boolean {
  return item ? item.final === true : (state.decisions ?? []).length > 0 || state.items.some(({ final }) => final);
}

/** Answers whom the correction is about. */
function record(journal: Journal, command: CorrectFact, { item, known }: Found): string {
  const { fact, supersedes, value, reason, attachments = [], subject } = command;
  const { filer } = known.source;
  const before = item?.subject ?? (filer ? journal.whose.filer : journal.concerned());
  const about = subject ?? before;
  const slots: Record<string, SlotContent> = {
    before: { subject: before, value: jsonOf(known.value) },
    after: { subject: about, value: jsonOf(value) },
    reason: { subject: about, value: reason },
    ...fileSlots(attachments, about),
  };
  const data = {
    fact,
    supersedes,
    validOn: known.validOn,
    ...(item ? { item: item.id } : {}),
    ...(attachments.length > 0 ? { attachments: attachments.map(({ id }) => id) } : {}),
    ...(item && subject !== undefined ? { subject } : {}),
    ...(filer ? { filer } : {}),
  };
  journal.record('FactCorrected', data, { slots, ...(item ? { items: [item.id] } : {}) });
  return about;
}

/** Rows that were judged with the wrong value are open again, and claim what they ask for by the right one. */
function decideAnew(journal: Journal, item: ItemState | undefined): void {
  const rows = item ? journal.state.items.filter(({ id }) => id === item.id) : journal.state.items;
  for (const row of rows) {
    if (row.final || row.status === 'split') continue;
    if (row.status !== 'open') journal.record('ItemDecided', { item: row.id, status: 'open' }, { items: [row.id] });
    const now = journal.state.items.find(({ id }) => id === row.id);
    if (now) requestClaim(journal, now);
  }
}
