import { type Expression, parseExpression } from '@careway/rules';
import type { Journal } from '../decide/journal.js';
import { rowScope } from '../decide/record-writes.js';
import { stopWith } from '../decide/stop.js';
import { type WriteScope, writtenValue } from '../facts/written-value.js';
import type { ItemState } from '../types/state.js';

/** Asks for the register record of each granted row, where the service says that a grant creates one. */
export function recordEntitlements(journal: Journal, rows: readonly ItemState[]): void {
  const entitlement = journal.ctx.services.get(journal.state.service)?.entitlement;
  if (!entitlement) return;
  const { register, benefit, amount, group } = entitlement;
  const from = parsed(entitlement.from);
  const to = entitlement.to === undefined ? undefined : parsed(entitlement.to);
  const payee = journal.state.parties.find((party) => party.party === entitlement.payee)?.subject;
  for (const item of rows) {
    if (item.status !== 'approved') continue;
    const scope = rowScope(journal, item);
    const paid = scope.scalar(amount) ?? item.result?.amount;
    const until = to && valueOf(to, scope);
    const record = {
      beneficiary: item.subject,
      benefit,
      ...(group === undefined ? {} : { overlap_group: group }),
      ...(typeof paid === 'string' ? { amount: paid } : {}),
      from: valueOf(from, scope) ?? journal.effectiveOn,
      ...(until === undefined ? {} : { to: until }),
      payee: payee ?? entitlement.payee,
      status: 'active',
      case: journal.state.caseId,
      item: item.id,
    };
    journal.effect({ kind: 'record-entitlement', item: item.id, register, record, subject: item.subject });
  }
}

function valueOf(expression: Expression, scope: WriteScope): string | undefined {
  const fact = expression.kind === 'fact' ? { fact: expression.id } : {};
  const written = writtenValue({ kind: 'expression', expression, ...fact }, scope);
  if (written.issues) stopWith(written.issues);
  return typeof written.value === 'string' ? written.value : undefined;
}

/** @throws TypeError for an expression that the pack's check would have refused. */
function parsed(text: string): Expression {
  const { ast } = parseExpression(text);
  if (!ast) throw new TypeError(`the expression “${text}” cannot be read`);
  return ast;
}
