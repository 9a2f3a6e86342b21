import { fillText, type LocalizedText } from '@careway/definition';
import { type Act, type ActOf, type Channel, groupAmount } from '@careway/engine';
import {
  actSentences,
  actWords,
  branchDoneSentence,
  openedSentence,
  scheduledSentence,
  sheetCountedSentence,
  splitOffSentence,
  stepLeftSentence,
  wholeCaseSentences,
} from './act-catalogue.js';
import { dateText } from './date-text.js';
import { factText } from './fact-view.js';
import { itemName } from './item-view.js';
import { objectorName } from './objection-view.js';
import { paysMoney } from './pays-money.js';
import { ownerLabel, personView } from './person-view.js';
import { filesSheet } from './seat-view.js';
import { plainText, type ViewContext } from './view-context.js';

type Texts = Readonly<Record<string, LocalizedText | string | number>>;

/** One act as a sentence: who for whom did what, on what ground, what changed. */
export function actSentence(context: ViewContext, act: Act): LocalizedText {
  const values: Texts = {
    who: actorText(context, act),
    step: stepText(context, act.step),
    rows: rowsText(context, act.items ?? []),
    reason: reasonText(act),
    ...detail(context, act),
  };
  const pick = (locale: 'zh-CN' | 'en') =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? value[locale] : value]));
  const template = templateOf(context, act);
  const english = fillText(template, pick('en')).en;
  return { 'zh-CN': fillText(template, pick('zh-CN'))['zh-CN'], en: english.charAt(0).toUpperCase() + english.slice(1) };
}

function templateOf(context: ViewContext, act: Act): LocalizedText {
  const { state } = context;
  if (act.type === 'CaseOpened') return openingSentence(act);
  if (act.type === 'PositionMoved' && act.data.entries.length === 0) return branchDoneSentence;
  if (act.type === 'VotesVoided' && act.data.why === 'left') return stepLeftSentence;
  if (act.type === 'VoteCast' && isSheet(context, act)) return sheetCountedSentence;
  return (state.items.length <= 1 ? wholeCaseSentences[act.type] : undefined) ?? actSentences[act.type];
}

function isSheet({ compiled }: ViewContext, act: ActOf<'VoteCast'>): boolean {
  const step = compiled.steps.get(act.step ?? '')?.definition;
  return step !== undefined && filesSheet(step, act.data.action);
}

function openingSentence({ type, data }: ActOf<'CaseOpened'>): LocalizedText {
  if (data.parent) return splitOffSentence;
  if (data.schedule) return scheduledSentence;
  return data.items.length > 1 ? actSentences[type] : openedSentence;
}

const channelWords: Readonly<Record<Channel, LocalizedText>> = {
  online: plainText(''),
  counter: { 'zh-CN': '（窗口代录）', en: ' (entered at the counter)' },
  paper: { 'zh-CN': '（窗口代录）', en: ' (entered at the counter)' },
  telephone: { 'zh-CN': '（电话代录）', en: ' (entered from a telephone call)' },
};

/** Name with the capacity in which the person acted. */
function actorText(context: ViewContext, act: Act): LocalizedText {
  const { actor } = act;
  if (actor.kind === 'system')
    return actor.cause === 'clock' ? { 'zh-CN': '时限到期', en: 'The clock' } : { 'zh-CN': '系统', en: 'The system' };
  if (actor.kind === 'public' || actor.id === undefined) return publicText(context, act);
  const { name } = personView(context, actor.id);
  const capacity = actor.as === undefined ? undefined : capacityText(context, actor.as);
  const counter = channelWords[actor.channel ?? 'online'];
  if (!capacity) return { 'zh-CN': `${name}${counter['zh-CN']}`, en: `${name}${counter.en}` };
  return { 'zh-CN': `${capacity['zh-CN']}${name}${counter['zh-CN']}`, en: `${name} (${capacity.en})${counter.en}` };
}

/** Who filed without an account is the applicant, with the name that was given; anybody else is of the public. */
function publicText({ state, workflow }: ViewContext, { type, actor }: Act): LocalizedText {
  const party = state.parties.find(({ party: id }, index) => (type === 'CaseOpened' ? index === 0 : id === actor.as));
  const label = workflow.parties.find(({ id }) => id === party?.party)?.label;
  if (!party || !label) return { 'zh-CN': '群众', en: 'A member of the public' };
  const { name, erased } = party;
  if (name !== undefined) return { 'zh-CN': `${label['zh-CN']}${name}`, en: `${name} (${label.en})` };
  if (erased) return { 'zh-CN': `${label['zh-CN']}（姓名已依法删除）`, en: `${label.en} (name erased)` };
  return { 'zh-CN': `${label['zh-CN']}（匿名）`, en: `${label.en} (anonymous)` };
}

export function capacityText(context: ViewContext, as: string): LocalizedText {
  const role = context.ctx.organisation.roles.find(({ id }) => id === as)?.label;
  return role ?? context.workflow.parties.find(({ id }) => id === as)?.label ?? plainText(as);
}

function stepText({ workflow }: ViewContext, id: string | undefined): LocalizedText {
  return workflow.steps.find((step) => step.id === id)?.label ?? plainText(id ?? '');
}

function rowsText(context: ViewContext, ids: readonly string[]): LocalizedText {
  const rows = context.state.items.filter(({ id }) => ids.includes(id));
  if (rows.length === 0) return { 'zh-CN': '整件', en: 'the whole case' };
  const [first] = rows;
  if (rows.length === 1 && first) {
    const name = itemName(context, first);
    if (context.state.items.length === 1 && name.startsWith('#')) return { 'zh-CN': '本件', en: 'the case' };
    return { 'zh-CN': `第${first.row}行${name}`, en: `row ${first.row} ${name}` };
  }
  const numbers = rows.map(({ row }) => row);
  const list = numbers.length > 8 ? `${numbers.slice(0, 8).join('、')}…` : numbers.join('、');
  return { 'zh-CN': `第${list}行（共${rows.length}行）`, en: `rows ${list.replaceAll('、', ', ')} (${rows.length})` };
}

function reasonText({ slots }: Act): LocalizedText {
  const slot = slots.reason;
  if (!slot) return plainText('');
  if (slot.value === undefined) return { 'zh-CN': '，理由已依法删除', en: '; the reason was erased' };
  return { 'zh-CN': `，理由：${String(slot.value)}`, en: `; reason: ${String(slot.value)}` };
}

function word(code: string): LocalizedText {
  return actWords[code] ?? plainText(code);
}

function dueText(due: string | undefined, missingYear?: number): LocalizedText {
  if (due !== undefined) {
    const day = dateText(due);
    return { 'zh-CN': `，到${day['zh-CN']}`, en: `, until ${day.en}` };
  }
  return missingYear === undefined
    ? plainText('')
    : { 'zh-CN': `，${missingYear}年日历还没有装入，日期待定`, en: `; no calendar of ${missingYear} yet, so the day is open` };
}

function amountText(amount: string | undefined): LocalizedText {
  return amount === undefined ? plainText('') : { 'zh-CN': `，¥${groupAmount(amount)}`, en: `, ¥${groupAmount(amount)}` };
}

/** Whoever entered it, an objection is the objector's; a case split off by it was opened by the system. */
function objectorText(context: ViewContext, act: ActOf<'ObjectionFiled'>): Texts {
  const name = objectorName(context, act);
  if (name) return { who: { 'zh-CN': `异议人${name['zh-CN']}`, en: `the objector ${name.en}` } };
  return act.actor.kind === 'system' ? { who: publicText(context, { ...act, actor: { kind: 'public' } }) } : {};
}

type Details = { readonly [T in Act['type']]?: (context: ViewContext, act: ActOf<T>) => Texts };

const details: Details = {
  CaseOpened: (context, { data, actor }) => ({
    count: data.items.length,
    party: actor.kind === 'public' ? '' : partyText(context, actor.id),
    service: context.pack.services.get(data.service)?.label ?? data.service,
  }),
  FactsRecorded: (context, { data }) => ({
    count: Object.keys(data.sources).length,
    what: data.item === undefined ? { 'zh-CN': '整件', en: 'the case' } : rowsText(context, [data.item]),
    sources: Object.values(data.sources).some(({ kind }) => kind === 'register')
      ? { 'zh-CN': '，含台账数据', en: ', some from the registers' }
      : '',
  }),
  PositionMoved: (context, { data }) => ({ steps: joined(data.entries.map((id) => stepText(context, id))) }),
  TaskOpened: (context, { data }) => ({ owner: ownerLabel(context, data.task), step: taskText(context, data.task) }),
  TaskClosed: (_, { data }) => ({ how: word(`task.${data.why}`) }),
  ActionTaken: (context, { step, data }) => ({
    action: context.compiled.steps.get(step ?? '')?.actions.get(data.action)?.definition.label ?? data.action,
  }),
  VoteCast: (_, { data }) => ({ vote: word(`vote.${data.vote}`) }),
  VotesVoided: (context, { data }) => ({ step: stepText(context, data.step), why: word(`voided.${data.why}`) }),
  VotesRestored: (context, { data }) => ({ step: stepText(context, data.step) }),
  ItemDecided: (context, { data }) => ({
    outcome: word(`item.${data.status}`),
    rows: rowsText(context, [data.item]),
    amount: data.status === 'approved' ? amountText(data.result?.amount) : '',
  }),
  BatchDecided: (context, { data }) => ({
    batch: data.batch,
    count: data.items.length,
    // Without a row nothing is granted: what was done says how it was decided.
    outcome: context.state.items.length === 0 ? '' : word(`batch.${data.outcome}`),
    total: paysMoney(context) ? amountText(data.total) : '',
  }),
  ManualAmountConfirmed: (context, { data }) => ({ rows: rowsText(context, [data.item]) }),
  ClockStarted: (context, { data }) => ({
    clock: clockText(context, data.clock),
    from: dateText(data.startedOn),
    due: dueText(data.due, data.missingYear),
  }),
  ClockPaused: (context, { data }) => ({ clock: clockById(context, data.id) }),
  ClockResumed: (context, { data }) => ({ clock: clockById(context, data.id), due: dueText(data.due, data.missingYear) }),
  ClockDetermined: (context, { data }) => ({ clock: clockById(context, data.id), due: dueText(data.due) }),
  ClockExtended: (context, { data }) => ({
    clock: clockById(context, data.id),
    days: daysText(context, data.id, data.days),
    due: dueText(data.due, data.missingYear),
  }),
  ClockBreached: (context, { data }) => ({ clock: clockById(context, data.id) }),
  ClockEnded: (context, { data }) => ({ clock: clockById(context, data.id), how: word(`clock.${data.how}`) }),
  SupplementRequested: (_, { slots, data }) => ({
    count: Array.isArray(slots.list?.value) ? slots.list.value.length : '',
    due: dueText(data.due),
  }),
  SupplementFiled: (context, { data }) => ({ rows: data.items.length > 0 ? after('：', ': ', rowsText(context, data.items)) : '' }),
  LetterIssued: (context, { data }) => ({ letter: context.pack.letters.get(data.letter.letter)?.label ?? data.letter.letter }),
  NumberAssigned: (context, { data }) => ({
    number: data.number,
    what: data.for === 'case' ? { 'zh-CN': '本件', en: 'The case' } : letterText(context, data.letter),
  }),
  LetterDelivered: (context, { data }) => ({ letter: letterText(context, data.letter), method: word(`method.${data.method}`) }),
  PublicityOpened: (_, { data }) => ({ batch: data.batch, count: data.items.length, due: dueText(data.until) }),
  PublicityEnded: (_, { data }) => ({ batch: data.batch, how: word(`publicity.${data.how}`) }),
  ObjectionFiled: (context, act) => ({ rows: rowsText(context, act.data.items), ...objectorText(context, act) }),
  ItemsSplit: (context, { data }) => ({ rows: rowsText(context, data.items) }),
  ClaimRequested: (context, { data }) => ({ rows: rowsText(context, [data.item]) }),
  ClaimGranted: (context, { data }) => ({ rows: rowsText(context, [data.item]) }),
  ClaimRefused: (context, { data }) => ({ rows: rowsText(context, [data.item]), from: dateText(data.heldSince) }),
  ClaimReleased: (context, { data }) => ({ rows: rowsText(context, [data.item]) }),
  EntitlementRecorded: (context, { data }) => ({ rows: rowsText(context, [data.item]) }),
  ProcedureRequested: (context, { data }) => ({
    procedure: context.compiled.procedures.get(data.procedure)?.label ?? data.procedure,
    days: data.days === undefined ? '' : after('', ', ', daysText(context, data.clock, data.days)),
    whom: data.person === undefined ? '' : after('：', ': ', personText(context, data.person)),
  }),
  SeatsAssigned: (context, { data }) => ({ people: joined(data.seats.map(({ person }) => personText(context, person))) }),
  PersonRecused: (context, { data }) => ({ person: personText(context, data.person), how: word(`recused.${data.how}`) }),
  FactCorrected: correctionTexts,
  DecisionRevoked: (_, { data }) => ({ batch: data.batch, act: data.supersedes }),
  ClockEscalated: (context, { data }) => ({
    clock: clockById(context, data.id),
    level: data.level,
    role: context.ctx.organisation.roles.find(({ id }) => id === data.role)?.label ?? plainText(data.role),
  }),
  RecordWriteRequested: (context, { data }) => ({ register: registerText(context, data.register) }),
  RecordWritten: (context, { data }) => ({ register: registerOfWrite(context, data.id) }),
  RecordRefused: (context, { data }) => ({ register: registerOfWrite(context, data.id), why: word(`record.${data.why}`) }),
  ProcedureVoted: (context, { data }) => ({ vote: word(`vote.${data.vote}`), procedure: procedureOf(context, data.id) }),
  ProcedureClosed: (context, { data }) => ({ how: word(`procedure.${data.outcome}`), procedure: procedureOf(context, data.id) }),
  CaseClosed: (_, { data }) => ({ ending: word(`ending.${data.ending}`) }),
};

function detail(context: ViewContext, act: Act): Texts {
  const make = details[act.type] as ((context: ViewContext, act: Act) => Texts) | undefined;
  return make?.(context, act) ?? {};
}

function personText({ people }: ViewContext, id: string): LocalizedText {
  return plainText(people.get(id)?.name ?? id);
}

function registerText({ pack }: ViewContext, id: string): LocalizedText {
  return pack.registers.get(id)?.label ?? plainText(id);
}

function registerOfWrite(context: ViewContext, write: string): LocalizedText {
  return registerText(context, context.state.recordWrites?.find(({ id }) => id === write)?.register ?? '');
}

/** Both values of a correction, as people read them. */
function correctionTexts({ workflow }: ViewContext, { data, slots }: ActOf<'FactCorrected'>): Texts {
  const definition = [...workflow.facts, ...(workflow.items?.facts ?? [])].find(({ id }) => id === data.fact);
  const shown = (value: unknown) => (value === undefined || !definition ? plainText('—') : factText(definition, value));
  return { fact: definition?.label ?? data.fact, before: shown(slots.before?.value), after: shown(slots.after?.value) };
}

function clockText({ workflow }: ViewContext, clock: string): LocalizedText {
  return workflow.clocks.find(({ id }) => id === clock)?.label ?? plainText(clock);
}

function clockIdOf({ clocksStarted, state }: ViewContext, id: string): string | undefined {
  return clocksStarted?.get(id) ?? state.clocks.find((known) => known.id === id)?.clock;
}

function clockById(context: ViewContext, id: string): LocalizedText {
  const clock = clockIdOf(context, id);
  return clock === undefined ? { 'zh-CN': '时限', en: 'The time limit' } : clockText(context, clock);
}

/** Days as the time limit counts them. */
function daysText(context: ViewContext, id: string | undefined, days: number): LocalizedText {
  const clock = id === undefined ? undefined : clockIdOf(context, id);
  const unit = context.workflow.clocks.find((known) => known.id === clock)?.unit;
  return unit === 'working-day'
    ? { 'zh-CN': `${days}个工作日`, en: `${days} working day(s)` }
    : { 'zh-CN': `${days}天`, en: `${days} day(s)` };
}

function letterText(context: ViewContext, id: string | undefined): LocalizedText {
  const letter = context.state.letters.find((known) => known.id === id);
  return context.pack.letters.get(letter?.letter ?? '')?.label ?? { 'zh-CN': '文书', en: 'The letter' };
}

/** Which side procedure it was, in quotes; nothing where that is not known any more. */
function procedureOf({ proceduresAsked, state, compiled }: ViewContext, id: string): LocalizedText {
  const asked = proceduresAsked?.get(id) ?? state.procedures.find((open) => open.id === id)?.procedure;
  const label = asked === undefined ? undefined : compiled.procedures.get(asked)?.label;
  return label ? { 'zh-CN': `“${label['zh-CN']}”`, en: ` “${label.en}”` } : plainText('');
}

function joined(texts: readonly LocalizedText[]): LocalizedText {
  return { 'zh-CN': texts.map((text) => text['zh-CN']).join('、'), en: texts.map((text) => text.en).join(', ') };
}

function after(chinese: string, english: string, text: LocalizedText): LocalizedText {
  return { 'zh-CN': `${chinese}${text['zh-CN']}`, en: `${english}${text.en}` };
}

/** For whom it was filed, where that is somebody else. */
function partyText({ state }: ViewContext, actor: string | undefined): LocalizedText {
  const [party] = state.parties;
  if (!party || party.subject === actor || state.parent) return plainText('');
  const name = party.name ?? (party.erased ? '（已依法删除）' : '');
  return name === '' ? plainText('') : { 'zh-CN': `代${name}`, en: ` for ${name}` };
}

const taskWords: Readonly<Record<string, LocalizedText>> = {
  supplement: { 'zh-CN': '补正', en: 'complete the file' },
  overdue: { 'zh-CN': '督办超期', en: 'see to what is late' },
};

type ToldTask = { readonly kind: string; readonly step: string; readonly procedure?: string };

function taskText(context: ViewContext, task: ToldTask): LocalizedText {
  if (task.procedure !== undefined) {
    const asked = procedureOf(context, task.procedure);
    return { 'zh-CN': `决定同不同意${asked['zh-CN']}的申请`, en: `decide on the request${asked.en}` };
  }
  return taskWords[task.kind] ?? stepText(context, task.step);
}
