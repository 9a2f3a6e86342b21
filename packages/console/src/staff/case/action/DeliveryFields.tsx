import { useTranslation } from 'react-i18next';
import { useLocalized } from '../../../i18n/index.js';
import { formatMoney } from '../../../shared/index.js';
import { fieldsOf, METHODS, type Method, undelivered } from './intent.js';
import type { PanelFormProps } from './PanelForm.js';
import { ChoiceField, DateField, TextField } from './PanelFields.js';

/** Which letter was handed over, how, when and against what receipt. Remedy periods run from that day. */
export function DeliveryFields({ judged, change, error }: Omit<PanelFormProps, 'clauses' | 'sheet'>) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const { view, typed } = judged;
  const letters = undelivered(view);
  const words = (letter: (typeof letters)[number]) =>
    [text(letter.label), letter.number ?? t('notYet'), letter.total ? formatMoney(letter.total) : ''].filter(Boolean).join(' ');
  return (
    <>
      {letters.length === 0 ? <p className="staff-error">{t('panel.letterNone')}</p> : null}
      {letters.length > 0 ? (
        <ChoiceField
          id="panel-letter"
          label={t('panel.letter')}
          value={typed.letter}
          error={error('letter')}
          options={letters.map((letter) => [letter.id, words(letter)])}
          onChange={(letter) => change({ letter })}
        />
      ) : null}
      <ChoiceField
        id="panel-method"
        label={t('panel.method')}
        value={typed.method}
        options={METHODS.map((method) => [method, t(`panel.methods.${method}`)])}
        onChange={(method) => change({ method: method as Method })}
      />
      <div className="staff-two">
        <DateField
          id="panel-date"
          label={t('panel.deliveredOn')}
          value={typed.date}
          error={error('date')}
          onChange={(date) => change({ date })}
        />
        <TextField
          id="panel-receipt"
          label={t('panel.receipt')}
          hint={t('panel.receiptHint')}
          value={typed.receipt}
          error={error('receipt')}
          onChange={(receipt) => change({ receipt })}
        />
      </div>
      {fieldsOf(judged.intent, view).receiptFor ? (
        <TextField
          id="panel-receiptFor"
          label={t('proc.receiptFor')}
          hint={t('proc.receiptForHint')}
          value={typed.receiptFor}
          error={error('receiptFor')}
          onChange={(receiptFor) => change({ receiptFor })}
        />
      ) : null}
      {letters.some(({ id, remedies }) => id === typed.letter && remedies.length > 0) ? <p>{t('panel.remedies')}</p> : null}
    </>
  );
}
