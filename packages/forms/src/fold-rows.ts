import type { FormColumn, Issue, LocalizedText } from '@careway/definition';
import { isMonthText, normalizeMonthText } from './calendar-text.js';
import { FOLD_MAX_LINES, type FoldPlan } from './fold-plan.js';
import { propertySchema } from './form-schema.js';
import { findHeader, type HeaderRow } from './header-row.js';
import { formIssue, issueAtRow } from './messages.js';
import { readCell } from './read-cell.js';
import { normalizeSubmission } from './read-submission.js';
import { DEFAULT_MAX_ROWS, validateSubmission } from './validate-submission.js';

/** Problems that are told one by one; of the rest only how many there are. */
const TOLD = 100;

type Answers = Readonly<Record<string, unknown>>;

/** A list as it lies in a file: cells, and the number of each row as a spreadsheet shows it. */
export interface ListCells {
  readonly cells: readonly (readonly unknown[])[];
  readonly lines: readonly number[];
  /** Rows of the file that are not blank, those beyond `cells` too. */
  readonly count: number;
}

export interface FoldOptions {
  /** The other answers of the form: the month that the list is for is one of them. */
  readonly answers: Answers;
  /** ISO date. */
  readonly today: string;
  /** Rows that the table may have; 200 when left out. */
  readonly maxRows?: number | undefined;
}

export interface FoldedRows {
  readonly rows: readonly Answers[];
  readonly issues: readonly Issue[];
}

interface Line {
  readonly number: number;
  readonly answers: Answers;
}

interface Group {
  readonly first: Line;
  readonly kept: Record<string, unknown>;
  readonly counts: Record<string, number>;
}

/** The headings of a list with lines to fold; undefined when they are those of a roster or there are none. */
export function listHeader({ fold, columns }: FoldPlan, cells: ListCells['cells']): HeaderRow | undefined {
  const header = findHeader(cells, columns);
  const marks = [fold.count.by, ...(fold.date ? [fold.date.column] : [])];
  return header && marks.every((id) => header.columns.some((column) => column?.id === id)) ? header : undefined;
}

/**
 * Puts the lines of a list together, a piece at a time, so that whoever waits can be told how far it is. All or nothing: where one line is
 * wrong no row is made, and every problem is named with its line; nothing is counted twice or left out in silence.
 */
export class FoldRun {
  /** Lines read so far. */
  done = 0;
  /** Lines in all. */
  readonly total: number;
  private readonly order: readonly (FormColumn | undefined)[];
  private readonly body: readonly Line['number'][];
  private readonly from: number;
  private readonly stops: Issue[] = [];
  private readonly issues: Issue[] = [];
  private readonly wrong = new Set<number>();
  private readonly seen = new Map<string, number>();
  private readonly groups = new Map<string, Group>();
  private readonly month: string | undefined;

  constructor(
    private readonly plan: FoldPlan,
    private readonly list: ListCells,
    private readonly options: FoldOptions,
  ) {
    const { fold, columns, table } = plan;
    const header = listHeader(plan, list.cells);
    this.from = header ? header.at + 1 : 0;
    this.order = header?.columns ?? [];
    this.body = list.lines.slice(this.from);
    this.total = Math.max(this.body.length, list.count - this.from);
    const path = `/${table.id}`;
    if (!header || this.total === 0) this.stops.push(formIssue('ROSTER_EMPTY', path));
    if (this.total > FOLD_MAX_LINES)
      this.stops.push(formIssue('FOLD_TOO_MANY', path, { label: fold.label, count: this.total, limit: FOLD_MAX_LINES }));
    const needed = propertySchema(plan.lines.schema, table.id)?.items?.required ?? [];
    const missing = columns.filter((column) => needed.includes(column.id) && !this.order.includes(column));
    if (header) this.stops.push(...missing.map(({ label }) => formIssue('COLUMN_MISSING', path, { label })));
    this.stops.push(...(header?.twice ?? []).map(({ label }) => formIssue('COLUMN_TWICE', path, { label })));
    this.month = this.monthOf();
  }

  /** Reads the next lines; false when there are none left. */
  step(count = 1000): boolean {
    if (this.stops.length > 0 || this.done >= this.body.length) return false;
    const numbers = this.body.slice(this.done, this.done + count);
    const cells = this.list.cells.slice(this.from + this.done, this.from + this.done + count);
    this.read(numbers, cells);
    this.done += numbers.length;
    return this.done < this.body.length;
  }

  /** What came of it; reads what is left first. */
  result(): FoldedRows {
    while (this.step()) continue;
    if (this.stops.length > 0) return { rows: [], issues: this.stops };
    const { fold, table } = this.plan;
    const path = `/${table.id}`;
    const words = { label: fold.label, count: this.total };
    if (this.issues.length > 0) {
      const told = [...this.issues].sort((a, b) => Number(a.params?.['row']) - Number(b.params?.['row'])).slice(0, TOLD);
      const more = this.issues.length - told.length;
      const rest = more > 0 ? [formIssue('FOLD_MORE', path, { count: more })] : [];
      return { rows: [], issues: [formIssue('FOLD_NOT_READ', path, { ...words, wrong: this.wrong.size }), ...told, ...rest] };
    }
    const limit = this.options.maxRows ?? DEFAULT_MAX_ROWS;
    const count = this.groups.size;
    if (count > limit) return { rows: [], issues: [formIssue('TOO_MANY_ROWS', path, { label: table.label, count, limit })] };
    const rows = [...this.groups.values()].map((group) => this.rowOf(group));
    return { rows, issues: [formIssue('ROWS_FOLDED', path, { ...words, rows: rows.length }, { severity: 'info' })] };
  }

  private monthOf(): string | undefined {
    const { fold, table } = this.plan;
    if (!fold.date) return undefined;
    const answer = this.options.answers[fold.date.within];
    const month = typeof answer === 'string' ? normalizeMonthText(answer.normalize('NFKC').trim()) : '';
    if (isMonthText(month)) return month;
    const label = this.labelOf(fold.date.within);
    this.stops.push(formIssue('FOLD_MONTH_MISSING', `/${table.id}`, { label, list: fold.label }));
    return undefined;
  }

  private read(numbers: readonly number[], cells: ListCells['cells']): void {
    const { lines, table } = this.plan;
    const schema = propertySchema(lines.schema, table.id)?.items;
    const raw = cells.map((row) => {
      const answers: Record<string, unknown> = {};
      this.order.forEach((column, index) => {
        const value = column && readCell(column, propertySchema(schema, column.id), cellOf(column, row[index]));
        if (column && value !== undefined) answers[column.id] = value;
      });
      return answers;
    });
    const data = { [table.id]: raw };
    const options = { today: this.options.today, maxRows: FOLD_MAX_LINES, keys: { [table.id]: [] } };
    const checked = validateSubmission(lines, data, options);
    const faulty = new Set<number>();
    for (const issue of checked.ok ? [] : checked.issues) {
      const row = Number(issue.params?.['row'] ?? 0);
      faulty.add(row - 1);
      this.tell(issue, numbers[row - 1] ?? row);
    }
    const clean = (normalizeSubmission(lines, data)[table.id] ?? []) as readonly Answers[];
    clean.forEach((answers, index) => {
      if (!faulty.has(index)) this.take({ number: numbers[index] ?? index + 1, answers });
    });
  }

  private take(line: Line): void {
    const { fold } = this.plan;
    const problem = this.dateProblem(line) ?? this.repeated(line);
    if (problem) return this.tell(problem, line.number);
    const key = textOf(line, fold.key);
    const group = this.groups.get(key) ?? this.open(key, line);
    const differs = this.keep(group, line);
    if (differs) return this.tell(differs, line.number);
    const column = fold.count.into.find(({ value }) => value === line.answers[fold.count.by])?.column;
    if (column !== undefined) group.counts[column] = (group.counts[column] ?? 0) + 1;
  }

  private dateProblem({ answers }: Line): Issue | undefined {
    const { date } = this.plan.fold;
    const day = date && answers[date.column];
    if (!date || typeof day !== 'string' || day.slice(0, 7) === this.month) return undefined;
    return formIssue('FOLD_DATE', '', { label: this.labelOf(date.column), date: day, month: this.month ?? '' });
  }

  private repeated(line: Line): Issue | undefined {
    const { unique } = this.plan.fold;
    const text = textOf(line, unique);
    const other = this.seen.get(text);
    if (other !== undefined) return formIssue('FOLD_TWICE', '', { other, keys: this.labelsOf(unique) });
    this.seen.set(text, line.number);
    return undefined;
  }

  private open(key: string, first: Line): Group {
    const group: Group = { first, kept: {}, counts: {} };
    this.groups.set(key, group);
    return group;
  }

  /** Takes over what the line says of its row; what it says otherwise than the lines before is a problem. */
  private keep(group: Group, line: Line): Issue | undefined {
    const { fold } = this.plan;
    for (const id of [...fold.key, ...(fold.keep ?? [])]) {
      const value = line.answers[id];
      if (value === undefined) continue;
      const before = group.kept[id];
      if (before === undefined) group.kept[id] = value;
      else if (before !== value) {
        const words = { label: this.labelOf(id), other: group.first.number, keys: this.labelsOf(fold.key) };
        return formIssue('FOLD_DIFFERS', '', words);
      }
    }
    return undefined;
  }

  private rowOf({ kept, counts }: Group): Answers {
    const { date, count } = this.plan.fold;
    const counted = Object.fromEntries(count.into.map(({ column }) => [column, counts[column] ?? 0]));
    return { ...kept, ...counted, ...(date?.into === undefined ? {} : { [date.into]: this.month }) };
  }

  private tell(issue: Issue, line: number): void {
    this.wrong.add(line);
    this.issues.push(issueAtRow(issue, `/${this.plan.table.id}`, line));
  }

  private labelOf(id: string): LocalizedText {
    const { columns, table } = this.plan;
    const known = columns.find((column) => column.id === id) ?? table.columns?.find((column) => column.id === id);
    return known?.label ?? this.plan.labels.get(id) ?? { 'zh-CN': id, en: id };
  }

  private labelsOf(ids: readonly string[]): LocalizedText {
    const labels = ids.map((id) => this.labelOf(id));
    return { 'zh-CN': labels.map((label) => label['zh-CN']).join('、'), en: labels.map((label) => label.en).join(', ') };
  }
}

function textOf({ answers }: Line, ids: readonly string[]): string {
  return JSON.stringify(ids.map((id) => answers[id] ?? null));
}

/** Machines write the time of day behind the day; only the day is read. */
function cellOf(column: FormColumn, cell: unknown): unknown {
  return column.widget === 'date' && typeof cell === 'string' ? cell.trim().replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/, '') : cell;
}
