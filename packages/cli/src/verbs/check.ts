import type { Issue } from '@careway/definition';
import { checkPack } from '@careway/proof';
import type { Answer } from '../answer.js';
import { loadPack } from '../load-composed.js';
import { issueJson, issueLines } from '../print-issues.js';

/** `careway check`: everything wrong with a pack at once. Warnings do not change the exit code. */
export function checkPackFolder(folder: string): Answer {
  const { composed, issues: loading } = loadPack(folder);
  const issues: Issue[] = [...loading, ...(composed ? checkPack(composed) : [])];
  const sound = composed !== undefined && issues.every(({ severity }) => severity !== 'error');
  const pack = composed ? { id: composed.manifest.id, version: composed.manifest.version, hash: composed.hash } : null;
  const changes = composed?.changes ?? [];
  const summary = sound
    ? `✓ ${pack?.id}@${pack?.version} ${pack?.hash.slice(0, 12)}: ${composed.services.size} services, ${composed.workflows.size} workflows, ${composed.decisions.size} decisions, ${composed.scenarios.size} scenarios`
    : `✗ ${issues.filter(({ severity }) => severity === 'error').length} errors`;
  const text = [
    ...changes.filter(({ document }) => !document.startsWith('scenario:')).map((change) => `  ${change.text['zh-CN']} / ${change.text.en}`),
    ...issues.flatMap(issueLines),
    summary,
  ];
  return { exit: sound ? 0 : 1, json: { status: sound ? 'ok' : 'issue', pack, issues: issues.map(issueJson), changes }, text };
}
