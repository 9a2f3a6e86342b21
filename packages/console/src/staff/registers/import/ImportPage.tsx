import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { apiUrl, type ImportView, type RegisterView, request } from '../../../api/index.js';
import { useLocale, useLocalized } from '../../../i18n/index.js';
import { LoadingState, NotFoundState, PageHeading, ProblemNote, ProblemState } from '../../../shared/index.js';
import { SelectField } from '../../case/action/PanelFields.js';
import { importQuery, registerPath } from '../register-queries.js';
import { useRegister } from '../use-register.js';
import { ImportResult } from './ImportResult.js';

/** Brings a file into a register: what is new, what changes and what is wrong is looked at before anything is written. */
export function ImportPage() {
  const { register: registerId = '', import: id } = useParams();
  const { register, missing, error } = useRegister(registerId);
  if (missing || (register && !register.mayImport)) return <NotFoundState />;
  if (error) return <ProblemState error={error} />;
  if (!register) return <LoadingState lines={8} />;
  return (
    <div className="staff-page">
      <Heading register={register} />
      {id === undefined ? <Choose register={register} /> : <Looked register={register} id={id} />}
    </div>
  );
}

function Heading({ register }: { readonly register: RegisterView }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  return (
    <>
      <nav aria-label={t('registers.title')}>
        <Link to={`/console/registers/${register.id}`}>‹ {text(register.label)}</Link>
      </nav>
      <PageHeading>{t('registers.bringing.title', { register: text(register.label) })}</PageHeading>
    </>
  );
}

function Choose({ register }: { readonly register: RegisterView }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const lang = useLocale();
  const navigate = useNavigate();
  const [area, setArea] = useState(register.areas.length === 1 ? (register.areas[0]?.id ?? '') : '');
  const bring = useMutation({
    mutationFn: (file: File) =>
      request<ImportView>(`${registerPath(register.id)}/imports`, {
        method: 'POST',
        query: { name: file.name.slice(0, 200), area: area || undefined },
        raw: { content: file, type: 'application/octet-stream' },
      }),
    onSuccess: ({ id }) => void navigate(`/console/registers/${register.id}/import/${id}`),
  });
  const template = (format: 'xlsx' | 'csv') => apiUrl(`${registerPath(register.id)}/template`, { format, lang });
  const key = text(register.fields.find(({ id }) => id === register.key)?.label);
  return (
    <div className="staff-card staff-page">
      <p>{t('registers.bringing.how')}</p>
      <ul>
        <li>{t('registers.bringing.rules.match', { key })}</li>
        <li>{t('registers.bringing.rules.blank')}</li>
        <li>{t('registers.bringing.rules.limits')}</li>
      </ul>
      <p className="staff-row">
        <a href={template('xlsx')} download>
          {t('registers.bringing.template')}
        </a>
        <a href={template('csv')} download>
          {t('registers.bringing.templateCsv')}
        </a>
      </p>
      {register.areas.length > 1 ? (
        <div className="import-choice">
          <SelectField
            id="import-area"
            label={t('registers.bringing.area')}
            none={t('registers.form.areaNone')}
            value={area}
            options={register.areas.map(({ id, label }) => [id, text(label)])}
            onChange={setArea}
          />
        </div>
      ) : null}
      {bring.error ? <ProblemNote error={bring.error} /> : null}
      <FileButton busy={bring.isPending} choose={(file) => bring.mutate(file)} />
      <p role="status">{bring.isPending ? t('registers.bringing.sending') : null}</p>
    </div>
  );
}

function FileButton({ busy, choose }: { readonly busy: boolean; readonly choose: (file: File) => void }) {
  const { t } = useTranslation('staff');
  return (
    <div className="file-button">
      <input
        className="visually-hidden"
        type="file"
        id="import-file"
        accept=".xlsx,.csv,.txt"
        disabled={busy}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) choose(file);
          event.target.value = '';
        }}
      />
      <label className="button button-primary" htmlFor="import-file">
        {t('registers.bringing.choose')}
      </label>
    </div>
  );
}

function Looked({ register, id }: { readonly register: RegisterView; readonly id: string }) {
  const { data, error, refetch } = useQuery(importQuery(register.id, id));
  if (error) return <ProblemState error={error} retry={() => void refetch()} />;
  return data ? <ImportResult register={register} found={data} /> : <LoadingState lines={6} />;
}
