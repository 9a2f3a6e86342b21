import { type LetterState, renderLetter } from '@careway/engine';
import type { LetterBlock, LetterText, LetterView } from '../views.js';
import { clauseOf } from './clause-view.js';
import { daysLeft } from './clock-view.js';
import { formulaOf } from './why-view.js';
import { plainText, type ViewContext } from './view-context.js';

/** A letter of the case with its delivery and the last days of its remedies. */
export function letterView(context: ViewContext, letter: LetterState): LetterView {
  const template = context.pack.letters.get(letter.letter);
  const { id, number, issuedOn, status, total, batch, delivery } = letter;
  return {
    id,
    letter: letter.letter,
    label: template?.label ?? plainText(letter.letter),
    ...(number === undefined ? {} : { number }),
    issuedOn,
    status,
    delivery: template?.delivery ?? 'required',
    ...(total === undefined ? {} : { total }),
    ...(batch === undefined ? {} : { batch }),
    ...(delivery ? { delivered: delivery } : {}),
    remedies: remedyViews(context, letter),
  };
}

function remedyViews(context: ViewContext, letter: LetterState): LetterView['remedies'] {
  const template = context.pack.letters.get(letter.letter);
  const counted = new Map(letter.remedies.map((remedy) => [remedy.remedy, remedy]));
  return (template?.remedies ?? []).flatMap((id) => {
    const remedy = context.ctx.remedies.get(id);
    if (!remedy) return [];
    const { validity, label, body, how } = remedy;
    const days = counted.get(id);
    const valid = validity.from <= letter.issuedOn && (validity.to === undefined || letter.issuedOn <= validity.to);
    if (letter.delivery ? !days : !valid) return [];
    const left =
      days?.due === undefined ? undefined : daysLeft(context.today, days.due, { unit: 'calendar-day', calendars: context.ctx.calendars });
    const clause = clauseOf(context, remedy.clause);
    return [
      {
        id,
        label,
        body,
        how,
        ...(days?.due === undefined ? {} : { due: days.due }),
        ...(days?.missingYear === undefined ? {} : { missingYear: days.missingYear }),
        ...(left === undefined ? {} : { daysLeft: left }),
        ...(clause ? { clause } : {}),
      },
    ];
  });
}

/** A letter ready to be read or printed. */
export function letterText(context: ViewContext, id: string): LetterText | undefined {
  const letter = context.state.letters.find((known) => known.id === id);
  const template = letter && context.pack.letters.get(letter.letter);
  const service = context.ctx.services.get(context.state.service);
  if (!letter || !template || !service) return undefined;
  const decision = service.decision === undefined ? undefined : context.pack.decisions.get(service.decision);
  const rendered = renderLetter({ template, letter }, context.state, {
    service,
    facts: context.workflow.facts,
    itemName: context.workflow.items?.name,
    remedies: context.ctx.remedies,
    clause: context.ctx.clause,
    decision,
    areas: new Map(context.state.areaPath.map(({ level, id: area }) => [level, context.parts.areas.label(area)])),
  });
  const remedies = remedyViews(context, letter);
  const blocks = rendered.blocks.map((block): LetterBlock => {
    if (block.kind === 'items') return { kind: 'items', rows: block.rows.map((row) => letterRow(context, row)) };
    if (block.kind === 'clauses')
      return { kind: 'clauses', clauses: block.clauses.flatMap(({ id: clause }) => clauseOf(context, clause) ?? []) };
    if (block.kind === 'remedies') return { kind: 'remedies', remedies };
    return block;
  });
  return { letter: letterView(context, letter), title: rendered.title, blocks };
}

type Row = Extract<ReturnType<typeof renderLetter>['blocks'][number], { kind: 'items' }>['rows'][number];

function letterRow(context: ViewContext, row: Row): NonNullable<LetterBlock['rows']>[number] {
  const item = context.state.items.find(({ id }) => id === row.item);
  const decision = context.pack.decisions.get(context.ctx.services.get(context.state.service)?.decision ?? '');
  const result = item?.result;
  const formula =
    decision && result && row.amount !== undefined && !result.manual
      ? formulaOf(decision, { status: 'ok', outputs: result.outputs })
      : undefined;
  const clause = clauseOf(context, item?.reason?.clause ?? result?.refused?.clause ?? result?.matched.at(-1)?.clause ?? row.clauses[0]);
  return {
    row: row.row,
    name: row.name ?? '（已依法删除）',
    status: row.status,
    ...(row.amount === undefined ? {} : { amount: row.amount }),
    ...(formula === undefined ? {} : { formula }),
    ...(row.reason === undefined ? {} : { reason: row.reason['zh-CN'] }),
    ...(clause ? { clause } : {}),
  };
}
