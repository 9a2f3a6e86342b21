import type { LocalizedText } from '@careway/definition';
import { verifyChain } from '../chain/verify-chain.js';
import type { StoredCommit } from '../ports/case-store.js';
import type { PrintSheet } from '../views.js';
import type { ViewContext } from '../views/view-context.js';
import { printWords } from './print-catalogue.js';

/** What a print of a case says of its origin: the chain as it is now, the definition, when it was printed. */
export function printFoot({ state, ctx }: ViewContext, commits: readonly StoredCommit[]): Pick<PrintSheet, 'case' | 'foot' | 'printedAt'> {
  const { head, length, ok } = verifyChain(state.caseId, commits);
  const intact: LocalizedText = ok
    ? { 'zh-CN': `（${length}条，完整）`, en: ` (${length} acts, intact)` }
    : { 'zh-CN': '（有不符）', en: ' (does not verify)' };
  return {
    ...(state.number === undefined ? {} : { case: state.number }),
    foot: [line(printWords.chain, `${head}`, intact), line(printWords.definition, state.workflow.hash)],
    printedAt: ctx.now,
  };
}

export function line(label: LocalizedText, value: string, more: LocalizedText = { 'zh-CN': '', en: '' }): LocalizedText {
  return { 'zh-CN': `${label['zh-CN']} ${value}${more['zh-CN']}`, en: `${label.en}: ${value}${more.en}` };
}
