import type { LocalizedText } from '@careway/definition';
import { actSentence } from '../views/act-sentence.js';
import type { ViewContext } from '../views/view-context.js';
import type { CaseReader } from './case-reader.js';

/** What people did since a version, newest first: 您打开后，… */
export async function sinceText(reader: CaseReader, context: ViewContext | undefined, from: number): Promise<LocalizedText> {
  if (!context || context.shielded) return { 'zh-CN': '您打开后有变化', en: 'Something changed since you opened it' };
  const commits = await reader.parts.store.cases.commits(context.state.caseId, { from: from + 1 });
  const acts = commits.flatMap((commit) => commit.acts).filter(({ type }) => telling.has(type));
  const told = acts.slice(-3).reverse();
  if (told.length === 0) return { 'zh-CN': '您打开后，系统更新了这个办件', en: 'The system has updated the case since you opened it' };
  const sentences = told.map((act) => ({ at: act.recordedAt.slice(11, 16), sentence: actSentence(context, act) }));
  return {
    'zh-CN': `您打开后：${sentences.map(({ at, sentence }) => `${at} ${sentence['zh-CN']}`).join('；')}`,
    en: `Since you opened it: ${sentences.map(({ at, sentence }) => `${at} ${sentence.en}`).join('; ')}`,
  };
}

/** Acts that people mean when they ask what happened. */
const telling = new Set<string>([
  'ActionTaken',
  'ItemDecided',
  'BatchDecided',
  'VoteCast',
  'TaskTaken',
  'TaskReleased',
  'SupplementFiled',
  'LetterDelivered',
  'ObjectionFiled',
  'ItemsSplit',
  'ChildClosed',
  'ClockBreached',
  'ClockExtended',
  'PublicityEnded',
  'ProcedureRequested',
  'ProcedureVoted',
  'ManualAmountConfirmed',
  'CaseClosed',
]);
