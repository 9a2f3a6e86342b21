import { FilePicker } from '@careway/form-react';
import { CONTENT_TYPES, DEFAULT_MAX_BYTES, sizeWords } from '@careway/forms';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../i18n/index.js';
import { explainUpload, useFileAdapter } from '../../apply/use-adapters.js';
import type { OwnAct } from './use-own-act.js';

const ACCEPTED = Object.values(CONTENT_TYPES);

/** Why, and papers, where the act asks for them besides its form. */
export function ActExtras({ caseId, act }: { readonly caseId: string; readonly act: OwnAct }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const adapter = useFileAdapter({ case: caseId });
  return (
    <>
      {act.wants.reason ? (
        <div className="field">
          <label className="field-label" htmlFor="own-reason">
            {t('own.reason')}
          </label>
          <p className="field-hint" id="own-reason-hint">
            {t('own.reasonHint')}
          </p>
          <textarea
            className="input"
            id="own-reason"
            rows={5}
            aria-describedby="own-reason-hint"
            value={act.reason}
            onChange={(event) => act.setReason(event.target.value)}
          />
        </div>
      ) : null}
      {act.wants.files ? (
        <fieldset className="field">
          <legend className="field-label">{t('own.files')}</legend>
          <FilePicker
            id="own-files"
            locale={locale}
            files={act.files}
            accept={ACCEPTED}
            limit={sizeWords(DEFAULT_MAX_BYTES)}
            upload={(file) => adapter.upload(EVIDENCE, file)}
            remove={(file) => adapter.remove(file)}
            href={(file) => adapter.href(file)}
            explain={explainUpload}
            onChange={act.setFiles}
          />
        </fieldset>
      ) : null}
    </>
  );
}

/** Not a field of a form: papers that belong to the act. */
const EVIDENCE = { id: 'evidence', label: { 'zh-CN': '凭证', en: 'Evidence' }, widget: 'files' } as const;
