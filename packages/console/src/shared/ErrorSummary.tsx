import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

export interface SummaryLine {
  /** Id of the element to jump to. */
  readonly target?: string;
  readonly message: string;
}

/** Everything to mend on a page, each line leading to its field. Takes the focus whenever it is given new lines: give the same array while they stand. */
export function ErrorSummary({ lines }: { readonly lines: readonly SummaryLine[] }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (lines.length > 0) box.current?.focus();
  }, [lines]);
  if (lines.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>
        <span aria-hidden="true">▲ </span>
        {t('errors.summary', { count: lines.length })}
      </h2>
      <ul>
        {lines.map((line) => (
          <li key={`${line.target ?? ''}${line.message}`}>
            {line.target ? (
              <a href={`#${line.target}`} onClick={(event) => jump(event, line.target as string)}>
                {line.message}
              </a>
            ) : (
              line.message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function jump(event: React.MouseEvent, target: string): void {
  const element = document.getElementById(target);
  if (!element) return;
  event.preventDefault();
  const control = element.matches('input, select, textarea, button, [tabindex]')
    ? element
    : element.querySelector<HTMLElement>('input, select, textarea, button, [tabindex]');
  (control ?? element).focus();
  element.scrollIntoView({ block: 'center' });
}
