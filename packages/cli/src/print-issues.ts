import type { Issue } from '@careway/definition';

/** Issues as a verb answers them. */
export function issueJson(issue: Issue) {
  const { code, severity, path, message, file, clause, params } = issue;
  return { code, severity, path, message, ...(file ? { file } : {}), ...(clause ? { clause } : {}), ...(params ? { params } : {}) };
}

/** One issue in two lines for people: where and what, in both languages. */
export function issueLines(issue: Issue): string[] {
  const place = [issue.file, issue.path].filter(Boolean).join(' ');
  return [
    `${issue.severity === 'error' ? '▲' : '◆'} ${issue.code}${place ? `  ${place}` : ''}`,
    `  ${issue.message['zh-CN']} / ${issue.message.en}`,
  ];
}
