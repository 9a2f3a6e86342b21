import { FilePicker } from '@careway/form-react';
import { sizeWords } from '@careway/forms';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../i18n/index.js';
import { useFileAdapter } from '../../../portal/apply/use-adapters.js';
import type { PanelFormProps } from './PanelForm.js';

/** What the server takes for a file without a field of its own. */
const LIMIT = 10 * 1024 * 1024;
const FIELD = { id: 'evidence', label: { 'zh-CN': '凭证', en: 'Evidence' }, widget: 'files' } as const;

/** Scans and photos that prove what is entered: they stay with the case. */
export function EvidenceField({ judged, change, error }: Omit<PanelFormProps, 'clauses' | 'sheet'>) {
  const { t } = useTranslation('staff');
  const locale = useLocale();
  const files = useFileAdapter({ case: judged.view.id });
  const fault = error('evidence');
  return (
    <fieldset className="field" id="panel-evidence" tabIndex={-1}>
      <legend className="staff-legend">{t('proc.evidence')}</legend>
      <span className="staff-muted">{t('proc.evidenceHint')}</span>
      {fault ? <span className="staff-error">✗ {fault}</span> : null}
      <FilePicker
        id="panel-evidence-file"
        locale={locale}
        files={judged.typed.evidence}
        accept={[]}
        limit={sizeWords(LIMIT)}
        upload={(file) => files.upload(FIELD, file)}
        remove={files.remove}
        href={files.href}
        explain={files.explain}
        onChange={(evidence) => change({ evidence })}
      />
    </fieldset>
  );
}
