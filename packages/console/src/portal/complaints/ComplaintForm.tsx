import type { FormPage } from '@careway/forms';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { ServiceView } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';
import { FormWalk } from '../../sheet/FormWalk.js';
import { NO_FILES } from '../../sheet/no-files.js';
import type { Answers } from '../../sheet/sheet-backup.js';
import { ComplaintCheck } from './ComplaintCheck.js';
import { type ComplaintDraft, emptyComplaint, keepComplaint, readComplaint } from './complaint-draft.js';
import { ComplaintReceipt } from './ComplaintReceipt.js';
import { FacilityChooser } from './FacilityChooser.js';

export interface ComplaintFormProps {
  readonly service: ServiceView;
  /** ISO date of the tenant's today. */
  readonly today: string;
}

/** The questions one page after the other, the check, the receipt. */
export function ComplaintForm({ service, today }: ComplaintFormProps) {
  const { t } = useTranslation();
  const text = useLocalized();
  const [, setParams] = useSearchParams();
  const [draft, setDraft] = useState<ComplaintDraft>(() => readComplaint(service.id));
  const sheet = useMemo(() => ({ form: service.form, ...(service.formRules ? { rules: service.formRules } : {}) }), [service]);
  const change = (next: Partial<ComplaintDraft>) =>
    setDraft((before) => {
      const after = { ...before, ...next };
      keepComplaint(service.id, after);
      return after;
    });
  const again = () => {
    const { key, answers, area } = emptyComplaint();
    keepComplaint(service.id, { key, answers, area });
    setDraft({ key, answers, area });
    setParams({ service: service.id });
  };
  if (draft.receipt) return <ComplaintReceipt receipt={draft.receipt} again={again} />;
  const { form } = service;
  const isFile = (id: string) => form.fields.some((field) => field.id === id && field.widget === 'files');
  const namesFacility = (page: FormPage) => page.fields.some((id) => form.fields.some((field) => field.id === id && field.prefill));
  const first = form.pages[0]?.id;
  return (
    <div className="page">
      <p className="behalf">
        <strong>{text(service.label)}</strong>
        <span>{t('complaint.kept')}</span>
      </p>
      <FormWalk
        sheet={sheet}
        answers={draft.answers}
        today={today}
        files={NO_FILES}
        without={isFile}
        onChange={(answers: Answers) => change({ answers: without({ ...draft.answers, ...answers }) })}
        above={(page) => (
          <>
            {page.id === first ? (
              <p className="note tone-warning">
                <span aria-hidden="true">◆ </span>
                {t('complaint.danger')}
              </p>
            ) : null}
            {namesFacility(page) ? <FacilityChooser service={service.id} draft={draft} change={change} /> : null}
          </>
        )}
        check={(walk) => <ComplaintCheck service={service} draft={draft} walk={walk} change={change} />}
      />
    </div>
  );
}

/** Answers that were taken back are not there. */
function without(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined));
}
