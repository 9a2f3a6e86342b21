import type { AttachmentRef } from '@careway/engine';
import type { PrintPart } from '../views.js';
import { personView } from '../views/person-view.js';
import { plainText, type ViewContext } from '../views/view-context.js';
import { printWords } from './print-catalogue.js';
import { heading, joined } from './print-text.js';

/** What was handed in: name, what for, size, by whom and when, and the fingerprint by which a file can be recognised. */
export function evidencePart(context: ViewContext, attachments: readonly AttachmentRef[]): PrintPart[] {
  if (attachments.length === 0) return [];
  const form = context.pack.forms.get(context.state.form.id);
  return [
    heading(printWords.evidence),
    {
      kind: 'table',
      columns: [
        { label: printWords.file, share: 40 },
        { label: printWords.size, share: 14 },
        { label: printWords.handedIn, share: 22 },
        { label: printWords.fingerprint, share: 24 },
      ],
      rows: attachments.map(({ name, field, bytes, uploadedBy, uploadedAt, sha256 }) => [
        joined([form?.fields.find(({ id }) => id === field)?.label, plainText(name)], printWords.colon),
        plainText(sizeWords(bytes)),
        plainText(`${personView(context, uploadedBy).name} ${uploadedAt.slice(0, 10)}`),
        plainText(sha256.slice(0, 16)),
      ]),
    },
  ];
}

function sizeWords(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
