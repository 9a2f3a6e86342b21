import type { LocalizedText } from '@careway/definition';
import type { StoredCommit } from '../ports/case-store.js';
import type { CaseView, ClauseView, FactView, PrintPart, PrintSheet } from '../views.js';
import { actWords } from '../views/act-catalogue.js';
import { type CaseViewExtras, caseView } from '../views/case-view.js';
import { clauseOf } from '../views/clause-view.js';
import { dateText } from '../views/date-text.js';
import { plainText, type ViewContext } from '../views/view-context.js';
import { approvalDecisions } from './approval-decisions.js';
import { approvalItems } from './approval-items.js';
import { approvalOpinions } from './approval-opinions.js';
import { evidencePart } from './evidence-part.js';
import { factPair } from './letter-sheet.js';
import { channelWords, clockStatusWords, printWords, publicityWords, sourceWords, unitWords } from './print-catalogue.js';
import { printFoot } from './print-foot.js';
import { dayCell, heading, joined, quotesOf } from './print-text.js';
import { remedyLine } from './remedy-lines.js';

/** 审批表: the whole case on paper, made of what this viewer sees on the screen: what access hides there is hidden here. */
export function approvalSheet(context: ViewContext, extras: CaseViewExtras, commits: readonly StoredCommit[]): PrintSheet {
  const view = caseView(context, extras);
  const items = approvalItems(context, view);
  const opinions = approvalOpinions(context, commits);
  const { label } = view.service;
  return {
    document: 'approval-form',
    title: {
      'zh-CN': `${label['zh-CN']}${printWords.approvalForm['zh-CN']}`,
      en: `${printWords.approvalForm.en}: ${label.en}`,
    },
    ...printFoot(context, commits),
    parts: [
      { kind: 'pairs', pairs: identityPairs(view) },
      ...factsPart(view.facts),
      ...items.parts,
      ...opinions.parts,
      ...publicityPart(view),
      ...approvalDecisions(context, commits),
      heading(printWords.signatures),
      { kind: 'pairs', pairs: [printWords.preparedBy, printWords.decidedBy, printWords.seal].map((known) => ({ label: known })) },
      ...clocksPart(view),
      ...lettersPart(view),
      ...remediesPart(view),
      ...clausesPart(context, [...items.clauses, ...opinions.clauses]),
      ...evidencePart(context, view.attachments),
    ],
  };
}

type Pairs = NonNullable<PrintPart['pairs']>;

function identityPairs(view: CaseView): Pairs {
  const { applicant, number, parent } = view;
  const channel = channelWords[applicant.channel ?? ''];
  return [
    { label: printWords.number, value: number === undefined ? printWords.numberComing : plainText(number) },
    { label: printWords.service, value: view.service.label },
    { label: printWords.applicant, value: applicant.kind === 'anonymous' ? printWords.anonymous : plainText(applicant.name) },
    ...(applicant.agent ? [{ label: printWords.agent, value: plainText(applicant.agent.name) }] : []),
    ...(channel ? [{ label: printWords.channel, value: channel }] : []),
    { label: printWords.filedOn, value: dateText(view.filedOn) },
    {
      label: printWords.area,
      value: joined(
        view.area.map(({ label }) => label),
        plainText(' '),
      ),
    },
    ...(parent?.number === undefined ? [] : [{ label: printWords.parent, value: plainText(parent.number) }]),
    { label: printWords.now, value: view.ending ? (actWords[`ending.${view.ending}`] ?? view.waiting) : view.waiting },
    ...(view.service.notice ? [{ label: printWords.notice, value: view.service.notice }] : []),
  ];
}

/** Facts with where each came from and since when it holds. */
function factsPart(facts: readonly FactView[]): PrintPart[] {
  const shown = facts.filter(({ source }) => source !== 'system');
  if (shown.length === 0) return [];
  const columns = [
    { label: printWords.fact, share: 30 },
    { label: printWords.value, share: 42 },
    { label: printWords.source, share: 28 },
  ];
  const rows = shown.map((fact) => {
    const { label, value } = factPair(fact);
    return [label, value, joined([sourceWords[fact.source], plainText(fact.validOn)], plainText(' '))];
  });
  return [heading(printWords.facts), { kind: 'table', columns, rows }];
}

function publicityPart({ publicity }: CaseView): PrintPart[] {
  if (publicity.length === 0) return [];
  const entries = publicity.map(({ from, until, status }): LocalizedText => {
    const start = dateText(from);
    const end = until === undefined ? { 'zh-CN': '待定', en: 'open' } : dateText(until);
    const state = publicityWords[status];
    return {
      'zh-CN': `${start['zh-CN']}公示，最后一天${end['zh-CN']}，${state['zh-CN']}`,
      en: `From ${start.en}, last day ${end.en}, ${state.en}`,
    };
  });
  return [heading(printWords.publicity), { kind: 'list', entries }];
}

function clocksPart({ clocks }: CaseView): PrintPart[] {
  if (clocks.length === 0) return [];
  const entries = clocks.map((clock): LocalizedText => {
    const { label, startedOn, amount, unit, due, extendedBy, pauses, breachedOn, status } = clock;
    const words = unitWords[unit];
    const started = dateText(startedOn);
    const last = due === undefined ? undefined : dateText(due);
    return joined(
      [
        { 'zh-CN': `${label['zh-CN']}：${started['zh-CN']}起`, en: `${label.en}: from ${started.en}` },
        amount === undefined ? undefined : { 'zh-CN': `${amount}${words?.['zh-CN']}`, en: `${amount} ${words?.en}` },
        last && { 'zh-CN': `最后一天${last['zh-CN']}`, en: `last day ${last.en}` },
        pauses.length === 0 ? undefined : { 'zh-CN': `暂停${pauses.length}次`, en: `paused ${pauses.length} time(s)` },
        extendedBy === 0 ? undefined : { 'zh-CN': `延长${extendedBy}${words?.['zh-CN']}`, en: `extended by ${extendedBy} ${words?.en}` },
        breachedOn === undefined ? undefined : { 'zh-CN': `${breachedOn}超期`, en: `late since ${breachedOn}` },
        clockStatusWords[status],
      ],
      printWords.comma,
    );
  });
  return [heading(printWords.clocks), { kind: 'list', entries }];
}

function lettersPart({ letters }: CaseView): PrintPart[] {
  if (letters.length === 0) return [];
  const columns = [
    { label: printWords.letter, share: 28 },
    { label: printWords.letterNumber, share: 30 },
    { label: printWords.issuedOn, share: 16 },
    { label: printWords.delivery, share: 26 },
  ];
  const rows = letters.map(({ label, number, issuedOn, delivered }) => [
    label,
    plainText(number ?? '—'),
    dayCell(issuedOn),
    joined(
      delivered ? [plainText(delivered.on), actWords[`method.${delivered.method}`], plainText(delivered.receipt ?? '')] : [plainText('—')],
      plainText(' '),
    ),
  ]);
  return [heading(printWords.letters), { kind: 'table', columns, rows }];
}

/** Against every letter of which remedies run: they count from its own delivery. */
function remediesPart({ letters }: CaseView): PrintPart[] {
  const parts = letters
    .filter(({ remedies }) => remedies.length > 0)
    .flatMap(({ label, number, remedies }): PrintPart[] => [
      { kind: 'paragraph', text: joined([label, number === undefined ? undefined : plainText(number)], plainText(' ')) },
      { kind: 'list', entries: remedies.map(remedyLine) },
    ]);
  return parts.length > 0 ? [heading(printWords.remedies), ...parts] : [];
}

/** Clauses that the case really cites; without any, those of the service. */
function clausesPart(context: ViewContext, cited: readonly ClauseView[]): PrintPart[] {
  const service = context.ctx.services.get(context.state.service);
  const clauses = cited.length > 0 ? cited : (service?.clauses ?? []).flatMap((id) => clauseOf(context, id) ?? []);
  return clauses.length > 0 ? [heading(printWords.clauses), quotesOf(clauses)] : [];
}
