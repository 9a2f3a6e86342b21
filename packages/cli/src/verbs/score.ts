import { validateSubmission } from '@careway/forms';
import { type Answer, UsageError } from '../answer.js';
import { loadSound } from '../load-composed.js';
import { issueJson, issueLines } from '../print-issues.js';

/** `careway score`: validates a submission to a form and returns its clean values and every issue. */
export function scoreForm(folder: string, id: string, { data, today }: { data: unknown; today: string }): Answer {
  const form = loadSound(folder).forms.get(id);
  if (!form) throw new UsageError(`The pack has no form “${id}”; careway describe ${folder} lists them`);
  const result = validateSubmission(form, data, { today });
  const issues = result.ok ? result.warnings : result.issues;
  const values = result.ok ? result.data : {};
  const text = result.ok
    ? Object.entries(result.data).map(([field, value]) => `${field}: ${Array.isArray(value) ? `${value.length} 行 / rows` : String(value)}`)
    : [];
  return {
    exit: result.ok ? 0 : 1,
    json: { status: result.ok ? 'ok' : 'issue', values, issues: issues.map(issueJson) },
    text: [...text, ...issues.flatMap(issueLines)],
  };
}
