import type { FormField, LocalizedText } from '@careway/definition';
import type { FileAdapter, StoredFile, TableAdapter } from '@careway/form-react';
import { useMemo } from 'react';
import { ApiProblem, apiUrl, type AttachmentRef, OfflineError, request, type RosterView } from '../../api/index.js';

const OFFLINE: LocalizedText = {
  'zh-CN': '没有网络，文件没有传上。连上后再选一次',
  en: 'No network; the file was not sent. Choose it again when online',
};
const UNKNOWN: LocalizedText = {
  'zh-CN': '没有传上。请再选一次，或把原件送窗口',
  en: 'It was not sent. Choose it again, or bring the original',
};

/** Words for a file that could not be sent or read. */
export function explainUpload(error: unknown): LocalizedText {
  if (error instanceof OfflineError) return OFFLINE;
  if (!(error instanceof ApiProblem)) return UNKNOWN;
  return error.issues[0]?.message ?? error.detail ?? UNKNOWN;
}

/** Files of a draft or of a case. */
export function useFileAdapter(owner: { readonly draft: string } | { readonly case: string }): FileAdapter {
  const [kind, id] = 'draft' in owner ? (['draft', owner.draft] as const) : (['case', owner.case] as const);
  return useMemo(
    () => ({
      upload: (field: FormField, file: File): Promise<StoredFile> =>
        request<AttachmentRef>('/attachments', {
          method: 'POST',
          query: { field: field.id, name: file.name, [kind]: id },
          raw: { content: file, type: file.type || 'application/octet-stream' },
        }),
      remove: (file: StoredFile) => request<void>(`/attachments/${encodeURIComponent(file.id)}`, { method: 'DELETE' }),
      href: (file: StoredFile) => apiUrl(`/attachments/${encodeURIComponent(file.id)}`),
      explain: explainUpload,
    }),
    [kind, id],
  );
}

/** Rosters of a draft: files are read on the server, which knows spreadsheets and encodings. */
export function useTableAdapter(
  draft: string,
  formHash: string,
  estimates: Pick<TableAdapter, 'notes' | 'total' | 'estimating'>,
): TableAdapter {
  const { notes, total, estimating } = estimates;
  return useMemo(
    () => ({
      readFile: (field: FormField, file: File) =>
        request<RosterView>(`/drafts/${encodeURIComponent(draft)}/rows`, {
          method: 'POST',
          query: { field: field.id },
          raw: { content: file, type: file.name.toLowerCase().endsWith('.csv') ? 'text/csv' : 'application/octet-stream' },
        }),
      templateHref: (field: FormField, format: 'xlsx' | 'csv') => apiUrl(`/forms/${formHash}/template/${field.id}`, { format }),
      explain: explainUpload,
      notes,
      total,
      estimating,
    }),
    [draft, formHash, notes, total, estimating],
  );
}
