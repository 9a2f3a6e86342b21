import type { Locale, LocalizedText } from '@careway/definition';
import type { CaseView } from '@careway/runtime';
import type { Answer } from '../route.js';
import { type SheetColumn, sheetAnswer } from './sheet.js';

type Item = CaseView['items'][number];

const say = (zh: string, en: string): LocalizedText => ({ 'zh-CN': zh, en });

const statusWords: Readonly<Record<Item['status'], LocalizedText>> = {
  open: say('未定', 'Open'),
  held: say('暂缓', 'Held'),
  approved: say('同意', 'Approved'),
  refused: say('不同意', 'Refused'),
  split: say('另案', 'Split off'),
};

/** The rows of a case as the viewer may see them, masked values masked here too. */
export function caseRowsSheet(view: CaseView, locale: Locale): Promise<Answer> {
  const facts = new Map(view.items.flatMap((item) => item.facts).map((fact) => [fact.id, fact.label]));
  const columns: SheetColumn<Item>[] = [
    { label: say('行', 'Row'), kind: 'integer', of: (item) => item.row },
    ...[...facts].map(([id, label]): SheetColumn<Item> => ({ label, kind: 'text', of: (item) => factText(item, id, locale) })),
    { label: say('结果', 'Outcome'), kind: 'text', of: (item) => statusWords[item.status][locale] },
    { label: say('金额（元）', 'Amount (CNY)'), kind: 'money', of: (item) => item.amount },
    { label: say('说明', 'Reason'), kind: 'text', of: (item) => item.reason ?? item.note?.[locale] },
    { label: say('依据', 'Clause'), kind: 'text', of: (item) => item.clause && `${item.clause.document[locale]} ${item.clause.article}` },
  ];
  return sheetAnswer(columns, view.items, { locale, name: `${view.number ?? view.id}.xlsx`, title: say('明细', 'Rows') });
}

function factText(item: Item, id: string, locale: Locale): string | undefined {
  const fact = item.facts.find((candidate) => candidate.id === id);
  if (!fact) return undefined;
  if (fact.erased) return say('已依法删除', 'Erased')[locale];
  if (fact.text) return fact.text[locale];
  if (typeof fact.value === 'boolean') return say(fact.value ? '是' : '否', fact.value ? 'yes' : 'no')[locale];
  return fact.value;
}
