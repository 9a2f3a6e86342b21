import { describe, expect, it } from 'vitest';
import { type AttachmentFile, checkAttachment, sizeWords } from './attachments.js';

const field = { id: 'evidence', accept: ['pdf', 'jpeg'] as ['pdf', 'jpeg'], maxBytes: 10 * 1024 * 1024 };
const wordsOf = (file: AttachmentFile) => checkAttachment(field, file).map(({ message }) => message['zh-CN']);

describe('checkAttachment', () => {
  it('accepts what the field accepts', () => {
    expect(wordsOf({ name: '协议.pdf', bytes: 2000, detectedType: 'application/pdf' })).toEqual([]);
    expect(wordsOf({ name: '照片.JPG', bytes: 2000, detectedType: 'image/jpeg' })).toEqual([]);
  });

  it('says size and limit of a file that is too large', () => {
    expect(wordsOf({ name: 'a.jpg', bytes: 12 * 1024 * 1024, detectedType: 'image/jpeg' })).toEqual([
      '照片12MB，最多10MB。请重拍或压缩，或把原件送窗口',
    ]);
  });

  it('goes by content, not by name', () => {
    expect(wordsOf({ name: 'a.pdf', bytes: 100, detectedType: 'application/x-msdownload' })).toEqual(['“a.pdf”不是PDF或JPG，请换一份']);
    expect(wordsOf({ name: 'a.exe', bytes: 100, detectedType: 'application/pdf' })).toEqual([
      '“a.exe”的内容和文件名不同（内容是PDF），请重新选一份',
    ]);
    expect(wordsOf({ name: 'a.pdf', bytes: 100 })).toEqual(['“a.pdf”不是PDF或JPG，请换一份']);
  });

  it('names empty files and names that hide something', () => {
    expect(wordsOf({ name: 'a.pdf', bytes: 0, detectedType: 'application/pdf' })).toEqual(['“a.pdf”里没有内容，请重新选一份']);
    expect(wordsOf({ name: '../a\u202efdp.pdf', bytes: 1, detectedType: 'application/pdf' })).toEqual([
      '文件名太长或有特殊符号，请改名后再选',
    ]);
  });

  it('writes sizes as people read them', () => {
    expect([sizeWords(500), sizeWords(640 * 1024), sizeWords(1.5 * 1024 * 1024), sizeWords(20 * 1024 * 1024)]).toEqual([
      '500B',
      '640KB',
      '1.5MB',
      '20MB',
    ]);
  });
});
