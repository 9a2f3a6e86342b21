import { sizeWords } from '@careway/forms';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { apiUrl, type CaseView, formQuery } from '../../../api/index.js';
import { useLocale } from '../../../i18n/index.js';
import { tableInstant } from '../../../shared/index.js';

/** Files of the case: for what, how large, when. */
export function CaseFiles({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('staff');
  const locale = useLocale();
  const { data: form } = useQuery(formQuery(view.form.hash));
  const purpose = (field: string) => form?.fields.find(({ id }) => id === field)?.label[locale] ?? t('case.files');
  return (
    <section className="staff-card" aria-labelledby="files-title">
      <h2 id="files-title">
        {t('case.files')} {view.attachments.length}
      </h2>
      {view.attachments.length === 0 ? <p>{t('parts.filesNone')}</p> : null}
      <ul className="staff-plain">
        {view.attachments.map((file) => (
          <li key={file.id}>
            <a href={apiUrl(`/attachments/${encodeURIComponent(file.id)}`)} download>
              {file.name}
            </a>{' '}
            <span className="staff-muted">
              {purpose(file.field)}
              {file.supplement ? `（${t('parts.supplementFile')}）` : null} · {sizeWords(file.bytes)} · {tableInstant(file.uploadedAt)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
