import type { FormField, Issue, LocalizedText } from '@careway/definition';
import { formIssue } from './messages.js';

export type ContentKind = NonNullable<FormField['accept']>[number];

/** A file as it arrives; `detectedType` is what its content says (MIME type), never its name. */
export interface AttachmentFile {
  readonly name: string;
  readonly bytes: number;
  readonly detectedType?: string | undefined;
}

/** Where a field sets no limit: 10 MB. */
export const DEFAULT_MAX_BYTES = 10 * 1024 * 1024;

/** Content kinds by MIME type. */
export const CONTENT_TYPES: Readonly<Record<ContentKind, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};
const ENDINGS: Readonly<Record<ContentKind, readonly string[]>> = {
  pdf: ['pdf'],
  jpeg: ['jpg', 'jpeg'],
  png: ['png'],
  xlsx: ['xlsx'],
  docx: ['docx'],
};
const NAMES: Readonly<Record<ContentKind, string>> = { pdf: 'PDF', jpeg: 'JPG', png: 'PNG', xlsx: 'Excel (.xlsx)', docx: 'Word (.docx)' };

/** Whether a file may be attached to a field: name, size and content. All issues at once. */
export function checkAttachment(field: Pick<FormField, 'id' | 'accept' | 'maxBytes'>, file: AttachmentFile): Issue[] {
  const path = `/${field.id}`;
  const issues: Issue[] = [];
  const name = shortName(file.name);
  if (file.name.trim() === '' || [...file.name].length > 120 || /[\p{Cc}/\\\u202a-\u202e\u2066-\u2069]/u.test(file.name)) {
    issues.push(formIssue('FILE_NAME', path));
  }
  const limit = field.maxBytes ?? DEFAULT_MAX_BYTES;
  if (file.bytes === 0) issues.push(formIssue('FILE_EMPTY', path, { name }));
  if (file.bytes > limit)
    issues.push(formIssue('FILE_TOO_LARGE', path, { kind: kindWord(file), size: sizeWords(file.bytes), limit: sizeWords(limit) }));
  const accepted = field.accept ?? (Object.keys(CONTENT_TYPES) as ContentKind[]);
  const detected = accepted.find((kind) => CONTENT_TYPES[kind] === file.detectedType);
  if (!detected) {
    issues.push(
      formIssue('FILE_KIND', path, {
        name,
        kinds: { 'zh-CN': accepted.map((kind) => NAMES[kind]).join('或'), en: accepted.map((kind) => NAMES[kind]).join(' or ') },
      }),
    );
  } else if (!ENDINGS[detected].some((ending) => file.name.toLowerCase().endsWith(`.${ending}`))) {
    issues.push(formIssue('FILE_KIND_DIFFERS', path, { name, detected: NAMES[detected] }));
  }
  return issues;
}

/** 12MB, 1.5MB, 640KB: never more exact than people need. */
export function sizeWords(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${trimZero(bytes / 1024 / 1024)}MB`;
  return bytes >= 1024 ? `${Math.round(bytes / 1024)}KB` : `${bytes}B`;
}

function trimZero(value: number): string {
  return value >= 10 ? String(Math.round(value)) : value.toFixed(1).replace(/\.0$/, '');
}

function kindWord(file: AttachmentFile): LocalizedText {
  return file.detectedType?.startsWith('image/') ? { 'zh-CN': '照片', en: 'photo' } : { 'zh-CN': '文件', en: 'file' };
}

function shortName(name: string): string {
  const characters = [...name];
  return characters.length > 30 ? `${characters.slice(0, 20).join('')}…${characters.slice(-8).join('')}` : name;
}
