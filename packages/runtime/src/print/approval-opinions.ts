import type { LocalizedText } from '@careway/definition';
import type { Act } from '@careway/engine';
import type { StoredCommit } from '../ports/case-store.js';
import type { ActView, ClauseView, PrintPart } from '../views.js';
import { dateText } from '../views/date-text.js';
import { historyView } from '../views/history-view.js';
import { plainText, type ViewContext } from '../views/view-context.js';
import { channelWords, printWords } from './print-catalogue.js';
import { heading, joined, rowsWords } from './print-text.js';

/** Acts of people that belong on the form; what follows from them by itself does not. */
const spoken: ReadonlySet<Act['type']> = new Set([
  'ActionTaken',
  'SupplementFiled',
  'ObjectionFiled',
  'ProcedureRequested',
  'ProcedureVoted',
  'ManualAmountConfirmed',
  'FactCorrected',
  'DecisionRevoked',
  'PersonRecused',
  'SeatsAssigned',
  'CaseReopened',
]);

/** Who did what at which step, when, for whom, with the whole opinion: one line an act, as history tells it. */
export function approvalOpinions(
  context: ViewContext,
  commits: readonly StoredCommit[],
): { readonly parts: readonly PrintPart[]; readonly clauses: readonly ClauseView[] } {
  const labels = new Map(commits.flatMap(({ acts: raw }) => raw.map((act) => [act.seq, actionLabel(context, act)] as const)));
  const acts = historyView(context, commits).acts.filter(({ type }) => spoken.has(type as Act['type']));
  if (acts.length === 0) return { parts: [heading(printWords.opinions), { kind: 'paragraph', text: printWords.noOpinions }], clauses: [] };
  return {
    parts: [
      heading(printWords.opinions),
      {
        kind: 'table',
        columns: [
          { label: printWords.step, share: 16 },
          { label: printWords.who, share: 20 },
          { label: printWords.on, share: 16 },
          { label: printWords.what, share: 24 },
          { label: printWords.opinion, share: 24 },
        ],
        rows: acts.map((act) => [
          act.step ?? plainText('—'),
          whoCell(act),
          dateCell(act),
          labels.get(act.seq) ?? act.sentence,
          opinionCell(act),
        ]),
      },
    ],
    clauses: acts.flatMap(({ clause }) => clause ?? []),
  };
}

/** What was done, where a word for it is in the workflow; the sentence tells the rest. */
function actionLabel({ compiled, state }: ViewContext, act: Act): LocalizedText | undefined {
  if (act.type !== 'ActionTaken') return undefined;
  const label = compiled.steps.get(act.step ?? '')?.actions.get(act.data.action)?.definition.label;
  const rows = rowsWords(state.items.filter(({ id }) => act.items?.includes(id)).map(({ row }) => row));
  return label && joined([label, rows], printWords.colon);
}

function whoCell({ actor }: ActView): LocalizedText {
  const channel = actor.channel === 'online' ? undefined : channelWords[actor.channel ?? ''];
  const nameless = actor.kind === 'public' ? (actor.as ? undefined : printWords.public) : printWords.clock;
  return joined([actor.person ? plainText(actor.person.name) : nameless, actor.as, channel], printWords.comma);
}

function dateCell({ effectiveOn, late, recordedAt }: ActView): LocalizedText {
  const day = dateText(effectiveOn);
  if (!late) return day;
  const recorded = dateText(recordedAt);
  return { 'zh-CN': `${day['zh-CN']}，${recorded['zh-CN']}补录`, en: `${day.en}, entered on ${recorded.en}` };
}

function opinionCell({ opinion, reason, erased, clause }: ActView): LocalizedText {
  const words = [opinion, reason].map((text) => (text === undefined ? undefined : plainText(text)));
  const gone = erased && opinion === undefined && reason === undefined ? printWords.erased : undefined;
  return joined([...words, gone, clause && plainText(clause.article)], printWords.semicolon);
}
