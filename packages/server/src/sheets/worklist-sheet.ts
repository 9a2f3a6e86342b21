import type { Locale, LocalizedText } from '@careway/definition';
import type { ScopedTenant, WorklistQuery, WorklistRow } from '@careway/runtime';
import type { Answer } from '../route.js';
import { type SheetColumn, sheetAnswer } from './sheet.js';

const say = (zh: string, en: string): LocalizedText => ({ 'zh-CN': zh, en });

const columnsIn = (locale: Locale): readonly SheetColumn<WorklistRow>[] => [
  { label: say('编号', 'Number'), kind: 'text', of: (row) => row.number },
  { label: say('事项', 'Service'), kind: 'text', of: (row) => row.service[locale] },
  { label: say('要我做', 'To do'), kind: 'text', of: (row) => row.stepLabel[locale] },
  { label: say('申请人', 'Applicant'), kind: 'text', of: (row) => row.applicant },
  { label: say('区域', 'Area'), kind: 'text', of: (row) => row.area[locale] },
  { label: say('行数', 'Rows'), kind: 'integer', of: (row) => row.items },
  { label: say('金额（元）', 'Amount (CNY)'), kind: 'money', of: (row) => row.amount },
  { label: say('截止', 'Due'), kind: 'text', of: (row) => row.clock?.due },
  { label: say('剩余天数', 'Days left'), kind: 'integer', of: (row) => row.clock?.daysLeft },
  { label: say('由谁办', 'Taken by'), kind: 'text', of: (row) => row.takenBy?.name },
];

/** More lines than this are not looked at in a spreadsheet; the export then ends there. */
const limit = 5000;

/** The worklist, all pages of it, as a spreadsheet. */
export async function worklistSheet(scoped: ScopedTenant, query: WorklistQuery, locale: Locale): Promise<Answer> {
  const rows: WorklistRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await scoped.worklist({ ...query, limit: 200, ...(cursor !== undefined && { cursor }) });
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor !== undefined && rows.length < limit);
  return sheetAnswer(columnsIn(locale), rows.slice(0, limit), { locale, name: 'worklist.xlsx', title: say('待办', 'Worklist') });
}
