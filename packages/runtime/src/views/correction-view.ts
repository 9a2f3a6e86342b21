import type { FactDefinition } from '@careway/definition';
import type { Act, ActOf, FactValue } from '@careway/engine';
import { areaOfRole, namesParty } from '@careway/engine';
import { isSealed } from '../crypto/sealer.js';
import type { CorrectableFact, CorrectionsView } from '../views.js';
import { factText } from './fact-view.js';
import { ownerLabel } from './person-view.js';
import type { ViewContext } from './view-context.js';

/** Sources of values that somebody wrote down, so that they may hold a clerical error. */
const written: ReadonlySet<FactValue['source']['kind']> = new Set(['submission', 'action', 'correction']);

/** What may be corrected as a clerical error, for colleagues of a workflow that knows corrections. */
export function correctionsView(context: ViewContext): CorrectionsView | undefined {
  const { workflow, state, scope, ctx } = context;
  const { corrections } = workflow;
  if (!corrections || !context.asStaff) return undefined;
  const area = areaOfRole(ctx.organisation, state.areaPath, corrections.role);
  const correctable = (definitions: readonly FactDefinition[], facts: Readonly<Record<string, FactValue>>, item?: Row) =>
    definitions.flatMap((definition) => factOf(context, { definition, fact: facts[definition.id], item }));
  return {
    may: scope.staffRoles.some((held) => held.role === corrections.role && held.area === area),
    role: ownerLabel(context, { role: corrections.role, area }),
    facts: [
      ...correctable(
        workflow.facts.filter(({ id }) => !namesParty(workflow, id)),
        state.facts,
      ),
      ...state.items.flatMap((item) => correctable(workflow.items?.facts ?? [], item.facts, item)),
    ],
  };
}

type Row = { readonly id: string; readonly row: number };

interface FactInput {
  readonly definition: FactDefinition;
  readonly fact: FactValue | undefined;
  readonly item: Row | undefined;
}

function factOf({ state }: ViewContext, { definition, fact, item }: FactInput): readonly CorrectableFact[] {
  const act = state.factActs?.[item === undefined ? definition.id : `${item.id}:${definition.id}`];
  if (!fact || fact.erased || act === undefined || !written.has(fact.source.kind)) return [];
  const value = isSealed(fact.value) ? fact.value.hint : fact.value;
  const { id, label, type, values } = definition;
  return [
    {
      fact: id,
      ...(item === undefined ? {} : { item: item.id, row: item.row }),
      label,
      type,
      ...(values ? { values } : {}),
      ...(value === undefined ? {} : { value, text: factText(definition, value) }),
      act,
      recordedAt: fact.recordedAt,
    },
  ];
}

/** What stood there before the last correction, by fact, or by row and fact joined with a colon. */
export type ValuesBefore = ReadonlyMap<string, { readonly value: unknown; readonly on: string }>;

export function valuesBefore(acts: readonly Act[]): ValuesBefore {
  const corrections = acts.filter((act): act is ActOf<'FactCorrected'> => act.type === 'FactCorrected');
  return new Map(
    corrections.map(({ data, slots, recordedAt }) => [
      data.item === undefined ? data.fact : `${data.item}:${data.fact}`,
      { value: slots.before?.value, on: recordedAt.slice(0, 10) },
    ]),
  );
}
