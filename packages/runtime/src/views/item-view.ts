import type { EvaluatedItem, ItemState } from '@careway/engine';
import type { LocalizedText } from '@careway/definition';
import type { FiledRow } from '../facade/filed-rows.js';
import { shownAnswers } from '../filing/seal-submission.js';
import { evaluatedItems } from '../listing/evaluated-items.js';
import type { ItemView } from '../views.js';
import type { CaseViewExtras } from './case-view.js';
import { clauseOf } from './clause-view.js';
import { factViews } from './fact-view.js';
import type { ValuesBefore } from './correction-view.js';
import { resultViews } from './result-words.js';
import type { ViewContext } from './view-context.js';
import { decidingTables } from './deciding-tables.js';
import { rowResult } from './why-view.js';

/** The rows of a case with what the tables say, or what was decided. Child numbers are looked up by the caller. */
export function itemViews(
  context: ViewContext,
  { numbers: childNumbers, filed, before }: Pick<CaseViewExtras, 'numbers' | 'filed'> & { readonly before: ValuesBefore },
): readonly ItemView[] {
  const evaluated = new Map(evaluatedItems(context.parts, context.state, context).map((one) => [one.item, one]));
  return context.state.items.map((item) =>
    itemView(context, item, { evaluated: evaluated.get(item.id), childNumbers, filed: filed?.get(item.id), before }),
  );
}

interface ItemInput {
  readonly evaluated: EvaluatedItem | undefined;
  readonly childNumbers: ReadonlyMap<string, string>;
  readonly filed: FiledRow | undefined;
  readonly before: ValuesBefore;
}

function itemView(context: ViewContext, item: ItemState, { evaluated, childNumbers, filed, before }: ItemInput): ItemView {
  const { id, row, status, batch, reason, childCase, entitlement } = item;
  const note = noteOf(context, item, evaluated);
  const clause = clauseOf(context, reason?.clause ?? item.result?.refused?.clause ?? evaluated?.live?.refused?.clause);
  const number = childCase === undefined ? undefined : childNumbers.get(childCase);
  return {
    id,
    row,
    name: itemName(context, item),
    status,
    final: item.final === true,
    ...(batch === undefined ? {} : { batch }),
    facts: factViews(context.workflow.items?.facts ?? [], item.facts, (fact) => before.get(`${id}:${fact}`)),
    ...(filed ? { answers: shownAnswers(filed) as NonNullable<ItemView['answers']> } : {}),
    ...(evaluated?.amount === undefined ? {} : { amount: evaluated.amount }),
    result: rowResult(item, evaluated),
    results: resultViews(decidingTables(context, item.result).decision, item.result?.outputs ?? evaluated?.live?.outputs ?? {}),
    ...(note ? { note } : {}),
    ...(reason?.text === undefined ? {} : { reason: reason.text }),
    ...(clause ? { clause } : {}),
    ...(item.claim ? { claim: claimView(context, item.claim) } : {}),
    ...(childCase === undefined ? {} : { childCase }),
    ...(number === undefined ? {} : { childNumber: number }),
    ...(entitlement === undefined ? {} : { entitlement }),
  };
}

/** The row's name, or that it was erased. */
export function itemName({ workflow }: Pick<ViewContext, 'workflow'>, item: ItemState): string {
  const fact = workflow.items && item.facts[workflow.items.name];
  return typeof fact?.value === 'string' ? fact.value : fact?.erased ? '（已依法删除）' : `#${item.row}`;
}

function noteOf(context: ViewContext, item: ItemState, evaluated: EvaluatedItem | undefined): LocalizedText | undefined {
  const live = evaluated?.live;
  if (live) return live.refused?.reason ?? live.manual?.reason ?? live.issues.find(({ severity }) => severity === 'error')?.message;
  const refused = item.result?.refused;
  if (!refused) return undefined;
  const { decision } = decidingTables(context, item.result);
  return decision?.tables.flatMap(({ rules }) => rules).find(({ id }) => id === refused.rule)?.refuse?.reason;
}

/** Only since when and by which service: nothing of the other case. */
function claimView({ ctx }: ViewContext, claim: NonNullable<ItemState['claim']>): NonNullable<ItemView['claim']> {
  const service = claim.heldByService === undefined ? undefined : ctx.services.get(claim.heldByService)?.label;
  return {
    status: claim.status,
    ...(claim.heldSince === undefined ? {} : { heldSince: claim.heldSince }),
    ...(service ? { heldByService: service } : {}),
  };
}
