import type { FormDefinition, FormField } from '@careway/definition';
import { FilePicker, Grid, type Row, type StoredFile } from '@careway/form-react';
import { CONTENT_TYPES, DEFAULT_MAX_BYTES, sizeWords } from '@careway/forms';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ApiProblem, type CaseView, useCaseCommand } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { ActionButton, ErrorSummary, ProblemNote, StaleNote } from '../../shared/index.js';
import { explainUpload, useFileAdapter } from '../apply/use-adapters.js';
import { rowsOfCase } from './rows-of-case.js';

/** Upload what is missing, correct rows, then one button that says it is complete. */
export function SupplementForm({ view, form }: { readonly view: CaseView; readonly form: FormDefinition }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const navigate = useNavigate();
  const send = useCaseCommand(view.id);
  const [files, setFiles] = useState<Readonly<Record<string, readonly StoredFile[]>>>({});
  const [rows, setRows] = useState<readonly Row[]>();
  const [empty, setEmpty] = useState(false);
  const table = form.fields.find(({ widget }) => widget === 'table');
  const firstFiles = form.fields.find(({ widget }) => widget === 'files');
  const uploaded = Object.values(files).flat();
  const submit = () => {
    setEmpty(uploaded.length === 0 && !rows);
    if (uploaded.length === 0 && !rows) return;
    send.mutate(
      {
        command: { type: 'FileSupplement', data: rows && table ? { [table.id]: rows } : {}, attachments: uploaded.map(({ id }) => id) },
        version: view.version,
      },
      { onSuccess: () => void navigate(`/my/cases/${view.id}`, { replace: true }) },
    );
  };
  const problem = send.error instanceof ApiProblem ? send.error : undefined;
  const lines = useMemo(() => {
    if (empty) return [{ target: `supplement_${firstFiles?.id ?? ''}`, message: t('supplement.nothingYet') }];
    return (problem?.issues ?? []).map((issue) => ({ message: issue.message[locale] }));
  }, [empty, firstFiles, problem, locale, t]);
  return (
    <>
      <ErrorSummary lines={lines} />
      <section className="page" id="supplement-files" aria-labelledby="supplement-upload">
        <h2 id="supplement-upload">{t('supplement.upload')}</h2>
        {form.fields
          .filter(({ widget }) => widget === 'files')
          .map((field) => (
            <SupplementFiles
              key={field.id}
              field={field}
              caseId={view.id}
              files={files[field.id] ?? []}
              onChange={(next) => setFiles((known) => ({ ...known, [field.id]: next }))}
            />
          ))}
      </section>
      {table ? (
        <SupplementRows view={view} form={form} field={table} rows={rows} onChange={setRows} issues={problem?.issues ?? []} />
      ) : null}
      {problem?.status === 412 ? <StaleNote error={problem} reload={() => window.location.reload()} /> : null}
      {send.error && problem?.status !== 412 && (problem?.issues.length ?? 0) === 0 ? (
        <ProblemNote error={send.error} retry={submit} />
      ) : null}
      <div className="actions">
        <ActionButton kind="primary" busy={send.isPending} onClick={submit}>
          {t('supplement.submit')}
        </ActionButton>
      </div>
    </>
  );
}

interface SupplementFilesProps {
  readonly field: FormField;
  readonly caseId: string;
  readonly files: readonly StoredFile[];
  readonly onChange: (files: readonly StoredFile[]) => void;
}

function SupplementFiles({ field, caseId, files, onChange }: SupplementFilesProps) {
  const text = useLocalized();
  const locale = useLocale();
  const adapter = useFileAdapter({ case: caseId });
  return (
    <fieldset className="field">
      <legend className="field-label">{text(field.label)}</legend>
      {field.hint ? <p className="field-hint">{text(field.hint)}</p> : null}
      <FilePicker
        id={`supplement_${field.id}`}
        locale={locale}
        files={files}
        accept={(field.accept ?? []).map((kind) => CONTENT_TYPES[kind])}
        limit={sizeWords(field.maxBytes ?? DEFAULT_MAX_BYTES)}
        upload={(file) => adapter.upload(field, file)}
        remove={(file) => adapter.remove(file)}
        href={(file) => adapter.href(file)}
        explain={explainUpload}
        onChange={onChange}
      />
    </fieldset>
  );
}

interface SupplementRowsProps {
  readonly view: CaseView;
  readonly form: FormDefinition;
  readonly field: FormField;
  readonly rows: readonly Row[] | undefined;
  readonly issues: ApiProblem['issues'];
  readonly onChange: (rows: readonly Row[]) => void;
}

function SupplementRows({ view, form, field, rows, issues, onChange }: SupplementRowsProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const filed = useMemo(() => rowsOfCase(view, form, field), [view, form, field]);
  const [open, setOpen] = useState(false);
  const change = (next: readonly Row[]) => {
    if (next.length === filed.length) onChange(next);
  };
  return (
    <section className="page" aria-labelledby="supplement-rows">
      <h2 id="supplement-rows">{t('supplement.rows')}</h2>
      <p className="prose">{t('supplement.rowsHint')}</p>
      <div>
        <ActionButton aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('supplement.rowsHide') : t('supplement.rowsShow')}
        </ActionButton>
      </div>
      {open ? (
        <div className="grid-scroll grid-fixed">
          <Grid
            id={`supplement_${field.id}`}
            form={form}
            field={field}
            locale={locale}
            rows={rows ?? filed}
            issues={issues}
            onChange={change}
          />
        </div>
      ) : null}
    </section>
  );
}
