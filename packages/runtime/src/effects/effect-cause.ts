import type { CaseState } from '@careway/engine';
import type { TenantParts } from '../loop/tenant-parts.js';
import type { RecordCause } from '../ports/register-store.js';

/** The cause of what an effect of a case writes. Ids of effects are case, act before the effect, count. */
export function causeOfEffect({ time }: TenantParts, { caseId }: CaseState, effect: string): RecordCause {
  const act = Number(effect.slice(caseId.length + 1).split(':')[0]);
  return { at: time.now(), source: 'effect', caseId, effect, ...(Number.isInteger(act) ? { act } : {}) };
}
