import { useMutation } from '@tanstack/react-query';
import { Modal } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RecordView, type RegisterView, request } from '../../../api/index.js';
import { useLocalized } from '../../../i18n/index.js';
import { ActionButton, ProblemNote } from '../../../shared/index.js';
import { TextField } from '../../case/action/PanelFields.js';
import { recordPath } from '../register-queries.js';

export interface RevealNumbersProps {
  readonly register: RegisterView;
  readonly record: RecordView;
  readonly close: () => void;
}

/** Whole numbers, for a reason that enters the access log. They are kept nowhere: closing forgets them. */
export function RevealNumbers({ register, record, close }: RevealNumbersProps) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const [why, setWhy] = useState('');
  const [missing, setMissing] = useState(false);
  const reveal = useMutation({
    mutationFn: () =>
      request<Readonly<Record<string, string>>>(`${recordPath(register.id, record.id)}/reveal`, {
        method: 'POST',
        body: { why: why.trim() },
      }),
  });
  const ask = (event: FormEvent) => {
    event.preventDefault();
    setMissing(why.trim() === '');
    if (why.trim() !== '') reveal.mutate();
  };
  return (
    <Modal title={t('registers.reveal.title')} open onCancel={close} footer={null} destroyOnHidden>
      <div className="staff-page">
        <p>{t('registers.reveal.hint')}</p>
        {reveal.data ? (
          <div role="status">
            <dl className="staff-pairs">
              {Object.entries(reveal.data).map(([field, value]) => (
                <div key={field} style={{ display: 'contents' }}>
                  <dt>{text(register.fields.find(({ id }) => id === field)?.label)}</dt>
                  <dd className="figure">{value}</dd>
                </div>
              ))}
            </dl>
          </div>
        ) : (
          <form className="staff-page" onSubmit={ask}>
            {reveal.error ? <ProblemNote error={reveal.error} /> : null}
            <TextField
              id="record-why"
              label={t('registers.reveal.why')}
              error={missing ? t('registers.reveal.missing') : undefined}
              value={why}
              onChange={setWhy}
            />
            <div>
              <ActionButton kind="primary" type="submit" busy={reveal.isPending}>
                {t('registers.reveal.show')}
              </ActionButton>
            </div>
          </form>
        )}
      </div>
    </Modal>
  );
}
