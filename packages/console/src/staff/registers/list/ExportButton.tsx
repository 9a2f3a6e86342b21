import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type RegisterView, requestBlob } from '../../../api/index.js';
import { useLocale } from '../../../i18n/index.js';
import { ActionButton, ProblemNote } from '../../../shared/index.js';
import { filterQuery, type RecordFilter, registerPath } from '../register-queries.js';

/** The list as it is filtered, as a masked spreadsheet; too long a list says so here. */
export function ExportButton({ register, filter }: { readonly register: RegisterView; readonly filter: RecordFilter }) {
  const { t } = useTranslation('staff');
  const lang = useLocale();
  const take = useMutation({
    mutationFn: () => requestBlob(`${registerPath(register.id)}/export.xlsx`, { query: { ...filterQuery(filter), lang } }),
    onSuccess: (blob) => save(blob, `${register.id}.xlsx`),
  });
  return (
    <>
      <ActionButton busy={take.isPending} onClick={() => take.mutate()}>
        {t('registers.export')}
      </ActionButton>
      {take.error ? <ProblemNote error={take.error} /> : null}
    </>
  );
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
