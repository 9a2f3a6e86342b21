import { useMutation } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CaseView, request } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';
import { ActionButton, ProblemNote } from '../../shared/index.js';

export interface RevealDialogProps {
  readonly caseId: string;
  readonly view: CaseView;
  /** One row; without it the applicant. */
  readonly item?: string;
  readonly close: () => void;
}

/** Whole numbers, for a reason that enters the access log. They are kept nowhere: closing forgets them. */
export function RevealDialog({ caseId, view, item, close }: RevealDialogProps) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const [why, setWhy] = useState('');
  const [missing, setMissing] = useState(false);
  const reveal = useMutation({
    mutationFn: () =>
      request<Record<string, string>>(`/cases/${encodeURIComponent(caseId)}/reveal`, {
        method: 'POST',
        body: { why: why.trim(), ...(item ? { item } : {}) },
      }),
  });
  const facts = [...view.facts, ...(view.items.find(({ id }) => id === item)?.facts ?? [])];
  const label = (field: string) => text(facts.find(({ id }) => id === field)?.label) || field;
  const values = Object.entries(reveal.data ?? {});
  const ask = () => {
    setMissing(why.trim() === '');
    if (why.trim() !== '') reveal.mutate();
  };
  return (
    <Modal title={t('case.revealTitle')} open onCancel={close} footer={null} destroyOnHidden>
      <div className="staff-page">
        <p>{t('case.revealHint')}</p>
        {reveal.data ? (
          <div role="status">
            {values.length > 0 ? null : <p>{t('case.revealNone')}</p>}
            <dl className="staff-pairs">
              {values.map(([field, value]) => (
                <div key={field} style={{ display: 'contents' }}>
                  <dt>{label(field)}</dt>
                  <dd className="figure">{value}</dd>
                </div>
              ))}
            </dl>
          </div>
        ) : (
          <>
            {reveal.error ? <ProblemNote error={reveal.error} /> : null}
            <div className="staff-field">
              <label htmlFor="reveal-why">{t('case.revealWhy')}</label>
              {missing ? <span className="staff-error">✗ {t('case.revealMissing')}</span> : null}
              <Input
                id="reveal-why"
                value={why}
                aria-invalid={missing || undefined}
                onChange={(event) => setWhy(event.target.value)}
                onPressEnter={(event) => {
                  if (!event.nativeEvent.isComposing) ask();
                }}
              />
            </div>
            <div>
              <ActionButton kind="primary" busy={reveal.isPending} onClick={ask}>
                {t('case.revealDo')}
              </ActionButton>
            </div>
          </>
        )}
      </div>
    </Modal>
  );
}
