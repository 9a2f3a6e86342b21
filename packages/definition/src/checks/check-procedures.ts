import type { ProcedureDefinition, WorkflowDefinition } from '../schemas/workflow.js';
import { checkVote } from './check-vote.js';
import { checkWrites } from './check-writes.js';
import { type DocumentCheck, exists } from './scope.js';
import type { WorkflowMap } from './workflow-regions.js';

/** What each kind of side procedure needs besides who asks and who decides. */
const needs: Readonly<Record<ProcedureDefinition['kind'], readonly ('clocks' | 'param' | 'steps' | 'to')[]>> = {
  'extend-clock': ['clocks', 'param'],
  recuse: ['steps'],
  'revoke-decision': ['to'],
  terminate: ['to'],
};

/** Side procedures name what their kind needs, and that exists; a revoked decision goes to a step, a terminated case to its end. */
export function checkProcedures(check: DocumentCheck, workflow: WorkflowDefinition, map: WorkflowMap): void {
  const clocks = new Set(workflow.clocks.map(({ id }) => id));
  const steps = new Set(workflow.steps.map(({ id }) => id));
  for (const [index, procedure] of (workflow.procedures ?? []).entries()) {
    const path = `/procedures/${index}`;
    const { kind, request, param } = procedure;
    for (const key of needs[kind]) {
      if (procedure[key] === undefined) check.report('PROCEDURE_INCOMPLETE', `${path}/${key}`, { kind, key });
    }
    for (const [at, id] of (procedure.clocks ?? []).entries()) check.refer('clock', id, `${path}/clocks/${at}`, clocks.has(id));
    for (const [at, id] of (procedure.steps ?? []).entries()) check.refer('step', id, `${path}/steps/${at}`, steps.has(id));
    for (const [at, id] of (procedure.letters ?? []).entries()) {
      check.refer('letter', id, `${path}/letters/${at}`, exists.letter(check.scope, id));
    }
    check.refer('role', request.role, `${path}/request/role`, exists.role(check.scope, request.role));
    checkVote(check, procedure.decide, `${path}/decide`);
    checkWrites(check, workflow, { writes: procedure.writes, letters: procedure.letters, path });
    checkTarget(check, procedure, { map, path: `${path}/to` });
    if (param !== undefined) {
      const known = (workflow.params ?? []).some(({ id }) => id === param);
      check.refer('parameter', param, `${path}/param`, known);
    }
  }
}

function checkTarget(
  check: DocumentCheck,
  { kind, to }: ProcedureDefinition,
  { map, path }: { readonly map: WorkflowMap; readonly path: string },
): void {
  if (to === undefined) return;
  check.refer('step or block', to, path, map.places.has(to));
  if (!map.places.has(to)) return;
  const moves = kind === 'revoke-decision' || kind === 'terminate';
  const wrongPlace = map.ends.has(to) !== (kind === 'terminate') || map.regionOf.has(to);
  if (!moves || wrongPlace) check.report('PROCEDURE_TARGET', path, { kind });
}

/** Who may correct, and the letter that tells, exist. */
export function checkCorrections(check: DocumentCheck, { corrections }: WorkflowDefinition): void {
  if (!corrections) return;
  check.refer('role', corrections.role, '/corrections/role', exists.role(check.scope, corrections.role));
  for (const [index, id] of (corrections.letters ?? []).entries()) {
    check.refer('letter', id, `/corrections/letters/${index}`, exists.letter(check.scope, id));
  }
}
