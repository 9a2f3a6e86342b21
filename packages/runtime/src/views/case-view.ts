import type { LocalizedText } from '@careway/definition';
import { type Act, type Effect, type ItemStatus, sumAmounts } from '@careway/engine';
import { applyAccess } from '@careway/forms';
import type { FiledRow } from '../facade/filed-rows.js';
import { shownAnswers } from '../filing/seal-submission.js';
import { totalOf } from '../listing/case-total.js';
import type { CaseView } from '../views.js';
import { actionViews, taskViews } from './action-view.js';
import { caseFactDefinitions } from './case-fact-definitions.js';
import { clockView } from './clock-view.js';
import { correctionsView, valuesBefore, type ValuesBefore } from './correction-view.js';
import { factViews } from './fact-view.js';
import { itemViews } from './item-view.js';
import { letterView } from './letter-view.js';
import { objectionView } from './objection-view.js';
import { partyViews } from './party-view.js';
import { pathViews, positionViews } from './path-view.js';
import { paysMoney } from './pays-money.js';
import { personView } from './person-view.js';
import { procedureViews, requestableViews } from './procedure-view.js';
import { recordWriteViews } from './record-write-view.js';
import { recusalViews, seatViews, sheetViews } from './seat-view.js';
import { plainText, type ViewContext } from './view-context.js';
import { supplementClock, waitingText } from './waiting.js';

/** What a case view needs beside the state. */
export interface CaseViewExtras {
  /** Day on which each step was last left. */
  readonly left: ReadonlyMap<string, string>;
  readonly pending: readonly Effect[];
  /** Numbers of parent and child cases by case id. */
  readonly numbers: ReadonlyMap<string, string>;
  /** Applicants' channel: how it was filed. */
  readonly channel?: string | undefined;
  /** While a supplement is asked for: rows as filed, by item id. */
  readonly filed?: ReadonlyMap<string, FiledRow>;
  /** Acts among which is the objection that the case stands under, if any. */
  readonly objection?: readonly Act[];
  /** Acts by which values were corrected and records written, where there are any. */
  readonly told?: readonly Act[];
}

/** The whole case page for one viewer. */
export function caseView(context: ViewContext, extras: CaseViewExtras): CaseView {
  const { state } = context;
  const before = valuesBefore(extras.told ?? []);
  const items = itemViews(context, { ...extras, before });
  return {
    ...identity(context),
    ...parties(context, extras),
    position: positionViews(context),
    path: pathViews(context, extras.left),
    waiting: waitingText(context),
    ...content(context, before),
    items,
    total: totalOf(context.parts, state),
    ...batchTotal(items),
    counts: countsOf(context),
    batch: state.batch,
    actions: actionViews(context),
    tasks: taskViews(context),
    clocks: state.clocks.map((clock) => clockView(context, clock)),
    letters: state.letters.map((letter) => letterView(context, letter)),
    ...supplement(context),
    ...objectionView(context, extras.objection ?? []),
    procedures: procedureViews(context),
    requestable: requestableViews(context),
    publicity: state.publicity.map(({ batch, from, until, status }) => ({
      batch,
      from,
      ...(until === undefined ? {} : { until }),
      status,
    })),
    ...family(context, extras),
    ...conduct(context, extras),
    rows: rowsOf(context),
    pays: paysMoney(context),
    shielded: context.shielded,
    pending: extras.pending.map(pendingText),
  };
}

/** Who takes part, what was filed on the way, what was written elsewhere. */
function conduct(context: ViewContext, { told = [] }: CaseViewExtras) {
  const { state, pack } = context;
  const corrections = correctionsView(context);
  const label = pack.schedules.get(state.schedule?.id ?? '')?.label;
  return {
    parties: partyViews(context),
    seats: context.asStaff ? seatViews(context) : [],
    sheets: sheetViews(context),
    recusals: context.asStaff ? recusalViews(context) : [],
    records: recordWriteViews(context, told),
    ...(corrections ? { corrections } : {}),
    ...(state.schedule ? { schedule: { ...state.schedule, label: label ?? plainText(state.schedule.id) } } : {}),
  };
}

/** A workflow with rows whose form has no table of them: the form itself is the row. */
function rowsOf({ workflow, pack, state }: ViewContext): CaseView['rows'] {
  const { items } = workflow;
  if (!items || state.items.length === 0) return 'none';
  const form = pack.forms.get(state.form.id);
  return form?.fields.some(({ id }) => id === items.field) ? 'table' : 'one';
}

function identity(context: ViewContext) {
  const { state, pack, workflow, version, parts } = context;
  const service = pack.services.get(state.service);
  return {
    id: state.caseId,
    version,
    ...(state.number === undefined ? {} : { number: state.number }),
    service: {
      id: state.service,
      label: service?.label ?? plainText(state.service),
      ...(service?.notice ? { notice: service.notice } : {}),
    },
    workflow: { id: workflow.id, label: workflow.label, hash: state.workflow.hash },
    area: state.areaPath.map(({ level, id }) => ({ level, id, label: parts.areas.label(id) })),
    status: state.status,
    ...(state.ending === undefined ? {} : { ending: state.ending }),
    filedOn: state.filedOn,
    ...(state.closedOn === undefined ? {} : { closedOn: state.closedOn }),
  };
}

function parties(context: ViewContext, extras: CaseViewExtras): Pick<CaseView, 'applicant'> {
  const [applicant] = context.state.parties;
  const { filedBy } = context.state;
  return {
    applicant: {
      kind: applicant?.kind ?? 'external',
      name: applicant?.name ?? (applicant?.erased ? '（已依法删除）' : '—'),
      ...(context.people.has(filedBy) ? { agent: personView(context, filedBy) } : {}),
      ...(extras.channel === undefined ? {} : { channel: extras.channel }),
    },
  };
}

function content(context: ViewContext, before: ValuesBefore) {
  const { state, workflow, pack, asStaff } = context;
  const step = context.compiled.steps.get(state.position[0] ?? '')?.definition;
  const form = pack.forms.get(state.form.id);
  // A shielded party may read facts of the only row among those of the case.
  const facts = caseFactDefinitions(pack, workflow);
  const shown = context.shielded ? [...facts, ...(workflow.items?.facts ?? [])] : facts;
  const answers = shownAnswers(state.answers);
  return {
    facts: factViews(shown, state.facts, (id) => before.get(id)),
    form: state.form,
    answers: form && asStaff && step?.form?.access ? applyAccess(form, step.form.access, answers) : answers,
    attachments: state.attachments,
  };
}

/** What the officer signs for: held rows do not belong to it. */
function batchTotal(items: CaseView['items']): Pick<CaseView, 'batchTotal'> {
  const rows = items.filter(({ status, final }) => status === 'approved' && !final);
  if (rows.length === 0) return {};
  return { batchTotal: sumAmounts(['0.00', ...rows.flatMap(({ amount }) => amount ?? [])]) };
}

function countsOf({ state }: ViewContext): Readonly<Record<ItemStatus, number>> {
  const counts = { open: 0, held: 0, approved: 0, refused: 0, split: 0 };
  for (const { status } of state.items) counts[status] += 1;
  return counts;
}

function supplement(context: ViewContext): Pick<CaseView, 'supplement'> {
  const { state } = context;
  if (!state.supplement) return {};
  const { list, requestedOn, letter } = state.supplement;
  const due = supplementClock(context)?.due ?? state.letters.find(({ id }) => id === letter)?.due;
  return { supplement: { list, requestedOn, ...(due === undefined ? {} : { due }) } };
}

function family({ state }: ViewContext, { numbers }: CaseViewExtras): Pick<CaseView, 'parent' | 'children'> {
  const numberOf = (caseId: string | undefined) => {
    const number = caseId === undefined ? undefined : numbers.get(caseId);
    return number === undefined ? {} : { number };
  };
  return {
    ...(state.parent ? { parent: { caseId: state.parent.caseId, ...numberOf(state.parent.caseId) } } : {}),
    children: state.children.map(({ caseId, items, status }) => ({
      ...(caseId === undefined ? {} : { caseId }),
      ...numberOf(caseId),
      items,
      status,
    })),
  };
}

const pendingTexts: Readonly<Record<Effect['kind'], LocalizedText>> = {
  'assign-number': { 'zh-CN': '正在编号', en: 'A number is being assigned' },
  claim: { 'zh-CN': '正在核对有没有重复领取', en: 'Checking whether another case holds this' },
  'release-claim': { 'zh-CN': '正在解除占用', en: 'A claim is being released' },
  'record-entitlement': { 'zh-CN': '正在登记在享待遇', en: 'The entitlement is being recorded' },
  'write-record': { 'zh-CN': '正在登记台账', en: 'A register record is being written' },
  'open-child': { 'zh-CN': '正在另案立案', en: 'The split rows are being opened as a case' },
  'report-closed': { 'zh-CN': '正在通知原办件', en: 'The original case is being told' },
  notify: { 'zh-CN': '正在发送通知', en: 'A message is being sent' },
};

function pendingText({ kind }: Effect): LocalizedText {
  return pendingTexts[kind];
}
