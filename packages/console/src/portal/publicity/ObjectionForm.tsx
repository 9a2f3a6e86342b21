import { isPhone, normalizePhone } from '@careway/forms';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey, type PublicityView, request } from '../../api/index.js';
import { useLocale } from '../../i18n/index.js';
import { ActionButton, ErrorSummary, ProblemNote, sentenceDate, type SummaryLine } from '../../shared/index.js';

/** Where objections are filed when the notice does not name it. */
const DEFAULT_PLACE = { step: 'publicity', action: 'OBJECT' };

interface Entries {
  readonly items: readonly string[];
  readonly reason: string;
  readonly name: string;
  readonly phone: string;
}

/** Objects to rows of a notice, or to the whole: who, which rows, why. Says afterwards what happens next. */
export function ObjectionForm({ view }: { readonly view: PublicityView }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [entries, setEntries] = useState<Entries>({ items: [], reason: '', name: '', phone: '' });
  const [lines, setLines] = useState<readonly SummaryLine[]>([]);
  const key = useRef<string>(undefined);
  const send = useMutation<{ receivedOn: string }, Error, void>({
    mutationFn: () => {
      key.current ??= newKey();
      const { items, reason, name, phone } = entries;
      return request(`/publicity/${encodeURIComponent(view.caseId)}/objections`, {
        method: 'POST',
        idempotencyKey: key.current,
        body: {
          ...(view.objection ?? DEFAULT_PLACE),
          items,
          reason: reason.trim(),
          objector: { name: name.trim(), phone: normalizePhone(phone) },
        },
      });
    },
  });
  const change = (next: Partial<Entries>) => {
    key.current = undefined;
    setEntries((known) => ({ ...known, ...next }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing: SummaryLine[] = [];
    if (entries.reason.trim() === '') missing.push({ target: 'objection-reason', message: t('objection.reasonMissing') });
    if (entries.name.trim() === '') missing.push({ target: 'objection-name', message: t('objection.nameMissing') });
    if (!isPhone(normalizePhone(entries.phone))) missing.push({ target: 'objection-phone', message: t('objection.phoneMissing') });
    setLines(missing);
    if (missing.length === 0) send.mutate();
  };
  if (send.data) {
    return (
      <div className="note tone-granted" role="alert">
        <p className="note-title">
          <span aria-hidden="true">✓ </span>
          {t('objection.received', { date: sentenceDate(send.data.receivedOn, locale) })}
        </p>
        <p>{t('objection.next')}</p>
      </div>
    );
  }
  const invalid = (target: string) => lines.some((line) => line.target === target) || undefined;
  return (
    <form className="page" onSubmit={submit} noValidate>
      <ErrorSummary lines={lines} />
      <fieldset className="field">
        <legend className="field-label">{t('objection.rows')}</legend>
        <p className="field-hint">{t('objection.rowsHint')}</p>
        <div className="choices choices-scroll">
          {view.rows.map((row) => (
            <label className="choice" key={row.item}>
              <input
                type="checkbox"
                checked={entries.items.includes(row.item)}
                onChange={(event) =>
                  change({ items: event.target.checked ? [...entries.items, row.item] : entries.items.filter((item) => item !== row.item) })
                }
              />
              <span>
                {row.row} {row.name} {row.community}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="field">
        <label className="field-label" htmlFor="objection-reason">
          {t('objection.reason')}
        </label>
        <p className="field-hint" id="objection-reason-hint">
          {t('objection.reasonHint')}
        </p>
        <textarea
          className="input"
          id="objection-reason"
          rows={4}
          aria-describedby="objection-reason-hint"
          aria-invalid={invalid('objection-reason')}
          value={entries.reason}
          onChange={(event) => change({ reason: event.target.value })}
        />
      </div>
      <div className="field">
        <label className="field-label" htmlFor="objection-name">
          {t('objection.name')}
        </label>
        <input
          className="input"
          id="objection-name"
          autoComplete="name"
          aria-invalid={invalid('objection-name')}
          value={entries.name}
          onChange={(event) => change({ name: event.target.value })}
        />
      </div>
      <div className="field">
        <label className="field-label" htmlFor="objection-phone">
          {t('objection.phone')}
        </label>
        <p className="field-hint" id="objection-phone-hint">
          {t('objection.phoneHint')}
        </p>
        <input
          className="input"
          id="objection-phone"
          inputMode="tel"
          autoComplete="tel"
          aria-describedby="objection-phone-hint"
          aria-invalid={invalid('objection-phone')}
          value={entries.phone}
          onChange={(event) => change({ phone: event.target.value })}
        />
      </div>
      {send.error ? <ProblemNote error={send.error} retry={() => send.mutate()} /> : null}
      <div className="actions">
        <ActionButton kind="primary" type="submit" busy={send.isPending}>
          {t('objection.submit')}
        </ActionButton>
      </div>
    </form>
  );
}
