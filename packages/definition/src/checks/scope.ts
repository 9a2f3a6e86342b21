import type { Issue } from '../issue.js';
import { type PackIssueCode, packIssue } from '../issue-catalogue.js';
import type { PackContent } from '../pack-content.js';
import type { Clause } from '../schemas/clause.js';

type Params = Readonly<Record<string, string | number | boolean>>;

/** What every check of references reads and where it tells its issues. */
export interface CheckScope {
  readonly content: PackContent;
  /** Keys of documents that are there but could not be read: nothing is said about what refers to them. */
  readonly broken: ReadonlySet<string>;
  readonly clauses: ReadonlyMap<string, Clause>;
  readonly roles: ReadonlySet<string>;
  readonly sequences: ReadonlySet<string>;
  readonly issues: Issue[];
}

/** Where the issues of one document go. */
export interface DocumentCheck {
  readonly scope: CheckScope;
  report(code: PackIssueCode, path: string, params?: Params): void;
  /** Tells a dangling reference unless `known`. */
  refer(what: Referent, id: string, path: string, known: boolean): void;
}

const referents = {
  role: '角色',
  clause: '条款',
  letter: '文书',
  form: '表单',
  field: '字段',
  column: '列',
  rule: '行',
  group: '分组',
  'computed value': '计算值',
  workflow: '流程',
  decision: '决策',
  service: '事项',
  register: '台账',
  remedy: '救济途径',
  sequence: '编号规则',
  parameter: '参数',
  fact: '事实',
  party: '当事人',
  clock: '时限',
  step: '环节',
  'step or block': '环节或并行块',
  action: '操作',
  entry: '入口',
  procedure: '附带程序',
  level: '层级',
  person: '人员',
  schedule: '定期任务',
} as const;

export type Referent = keyof typeof referents;

export function createScope(content: PackContent, broken: ReadonlySet<string>): CheckScope {
  const clauses = new Map<string, Clause>();
  for (const document of content.clauseDocuments.values()) for (const clause of document.clauses) clauses.set(clause.id, clause);
  return {
    content,
    broken,
    clauses,
    roles: new Set(content.organisation?.roles.map(({ id }) => id)),
    sequences: new Set(content.organisation?.sequences.map(({ id }) => id)),
    issues: [],
  };
}

/** Checks of the document with this key report into the scope, with its file. */
export function documentCheck(scope: CheckScope, key: string): DocumentCheck {
  const file = scope.content.files.get(key);
  const more = file === undefined ? {} : { file };
  const report: DocumentCheck['report'] = (code, path, params = {}) => {
    scope.issues.push(packIssue(code, path, params, more));
  };
  const refer: DocumentCheck['refer'] = (what, id, path, known) => {
    if (!known) report('DANGLING_REFERENCE', path, { id, what, whatZh: referents[what] });
  };
  return { scope, report, refer };
}

/** Whether a role, clause, sequence or document of the pack exists, or may exist in a document that could not be read. */
export const exists = {
  role: ({ roles, broken, content }: CheckScope, id: string) => roles.has(id) || broken.has('organisation') || !content.organisation,
  sequence: ({ sequences, broken, content }: CheckScope, id: string) =>
    sequences.has(id) || broken.has('organisation') || !content.organisation,
  clause: ({ clauses, broken }: CheckScope, id: string) => clauses.has(id) || broken.has('clause:*'),
  letter: ({ content, broken }: CheckScope, id: string) => content.letters.has(id) || broken.has(`letter:${id}`),
  form: ({ content, broken }: CheckScope, id: string) => content.forms.has(id) || broken.has(`form:${id}`),
  workflow: ({ content, broken }: CheckScope, id: string) => content.workflows.has(id) || broken.has(`workflow:${id}`),
  decision: ({ content, broken }: CheckScope, id: string) => content.decisions.has(id) || broken.has(`decision:${id}`),
  service: ({ content, broken }: CheckScope, id: string) => content.services.has(id) || broken.has(`service:${id}`),
  register: ({ content, broken }: CheckScope, id: string) => content.registers.has(id) || broken.has(`register:${id}`),
  schedule: ({ content, broken }: CheckScope, id: string) => content.schedules.has(id) || broken.has(`schedule:${id}`),
  remedy: ({ content, broken }: CheckScope, id: string) => content.remedies.has(id) || broken.has('remedy:*'),
};
