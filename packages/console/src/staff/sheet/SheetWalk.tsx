import { pagesOf } from '@careway/forms';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useLocalized } from '../../i18n/index.js';
import { ActionButton, PageHeading } from '../../shared/index.js';
import { ActNotes, ActSheet } from '../case/action/ActNotes.js';
import type { Act } from '../case/action/use-act.js';
import { SheetCheck } from './SheetCheck.js';

const CHECK = 'check';

/** A form page by page, as on a telephone: each page with what it comes to so far, the last one to check and sign. */
export function SheetWalk({ act }: { readonly act: Act }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const [params, setParams] = useSearchParams();
  const { form, judged } = act;
  if (!form.sheet) return <ActSheet act={act} />;
  const pages = pagesOf(form.sheet.form, form.answers, { today: judged.today, rules: form.sheet.rules });
  const ids = [...pages.map(({ id }) => id), CHECK];
  const index = Math.max(0, ids.indexOf(params.get('page') ?? ''));
  const page = pages[index];
  const go = (id: string | undefined) => {
    if (id === undefined) return;
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        after.set('page', id);
        return after;
      },
      { preventScrollReset: false },
    );
    window.scrollTo({ top: 0 });
  };
  const place = t('proc.sheet.page', { page: index + 1, pages: ids.length });
  return (
    <div className="sheet-walk">
      <p className="step-line" aria-live="polite">
        <span>
          {place} · {t('proc.sheet.saved')}
        </span>
      </p>
      {page ? (
        <>
          <PageHeading key={page.id}>{text(page.label)}</PageHeading>
          <ActNotes act={act} />
          <ActSheet act={act} pages={[page.id]} />
          <div className="actions">
            <ActionButton kind="primary" onClick={() => go(ids[index + 1])}>
              {ids[index + 1] === CHECK ? t('proc.sheet.check') : t('proc.sheet.next')}
            </ActionButton>
            {index > 0 ? <ActionButton onClick={() => go(ids[index - 1])}>{t('proc.sheet.previous')}</ActionButton> : null}
          </div>
        </>
      ) : (
        <SheetCheck act={act} pages={pages} go={go} />
      )}
    </div>
  );
}
