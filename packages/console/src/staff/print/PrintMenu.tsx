import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { apiUrl, type CaseView, type LetterView } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { ActionButton } from '../../shared/index.js';

/** 打印▾: every paper of the case, on screen for the browser's printer and as PDF. */
export function PrintMenu({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('staff');
  const [shown, setShown] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!shown) return;
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setShown(false);
      box.current?.querySelector<HTMLElement>('button')?.focus();
    };
    const click = (event: MouseEvent) => {
      if (!box.current?.contains(event.target as Node)) setShown(false);
    };
    document.addEventListener('keydown', press);
    document.addEventListener('click', click);
    return () => {
      document.removeEventListener('keydown', press);
      document.removeEventListener('click', click);
    };
  }, [shown]);
  return (
    <div className="staff-more staff-print-menu" ref={box}>
      <ActionButton kind="link" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {t('print.menu')} ▾
      </ActionButton>
      {shown ? <Papers view={view} /> : null}
    </div>
  );
}

function Papers({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('staff');
  const path = `/cases/${view.id}`;
  return (
    <ul className="staff-more-list staff-plain">
      <Paper name={t('print.approvalForm')} page={`/console${path}/print`} pdf={`${path}/approval-form.pdf`} />
      <Paper name={t('print.receipt')} pdf={`${path}/receipt.pdf`} />
      {[...view.letters].reverse().map((letter) => (
        <LetterPapers key={letter.id} letter={letter} path={`${path}/letters/${letter.id}`} />
      ))}
    </ul>
  );
}

function LetterPapers({ letter, path }: { readonly letter: LetterView; readonly path: string }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const name = [text(letter.label), letter.number].filter(Boolean).join(' ');
  return (
    <>
      <Paper name={name} page={`/console${path}`} pdf={`${path}.pdf`} />
      {letter.delivery === 'required' ? (
        <Paper
          name={t('print.deliveryReceipt', { letter: text(letter.label) })}
          page={`/console${path}/delivery-receipt`}
          pdf={`${path}/delivery-receipt.pdf`}
        />
      ) : null}
    </>
  );
}

function Paper({ name, page, pdf }: { readonly name: string; readonly page?: string; readonly pdf: string }) {
  const { t } = useTranslation('staff');
  const locale = useLocale();
  return (
    <li className="staff-row">
      {page ? <Link to={page}>{name}</Link> : <span>{name}</span>}
      <a className="staff-push" href={apiUrl(pdf, { lang: locale })} download aria-label={t('print.pdfOf', { name })}>
        PDF
      </a>
    </li>
  );
}
