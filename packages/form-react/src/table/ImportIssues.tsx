import type { Issue, Locale } from '@careway/definition';
import { formText } from '../form-texts.js';

/** More than this is not read out but can be walked through. */
const READ_OUT = 5;

/** What was said about a list that was read in: a few lines are read out whole; of many the first, the others in a list of their own. */
export function ImportIssues({ issues, locale }: { readonly issues: readonly Issue[]; readonly locale: Locale }) {
  const spoken = issues.length > READ_OUT ? issues.slice(0, 1) : issues;
  const others = issues.slice(spoken.length);
  return (
    <>
      <div aria-live="polite">
        {spoken.map((issue, index) => (
          <IssueLine key={index} issue={issue} locale={locale} />
        ))}
      </div>
      {others.length > 0 ? (
        // Reached with the keyboard, so that it can be scrolled.
        <div className="import-issues" role="group" aria-label={formText('linesToMend', locale)} tabIndex={0}>
          {others.map((issue, index) => (
            <IssueLine key={index} issue={issue} locale={locale} />
          ))}
        </div>
      ) : null}
    </>
  );
}

function IssueLine({ issue, locale }: { readonly issue: Issue; readonly locale: Locale }) {
  if (issue.severity !== 'error') return <p>{issue.message[locale]}</p>;
  return (
    <p className="field-error">
      <span aria-hidden="true">✗</span>
      <span>{issue.message[locale]}</span>
    </p>
  );
}
