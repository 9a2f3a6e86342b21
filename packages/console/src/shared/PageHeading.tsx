import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

let pagesShown = 0;

/** The one `h1` of a page: names the browser tab and takes the focus after a change of page, not on the first load. */
export function PageHeading({ children, title }: { readonly children: ReactNode; readonly title?: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { t } = useTranslation();
  const name = t('app.name');
  useEffect(() => {
    pagesShown += 1;
    if (pagesShown > 1) heading.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    document.title = `${title ?? heading.current?.textContent ?? ''} – ${name}`;
  });
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
