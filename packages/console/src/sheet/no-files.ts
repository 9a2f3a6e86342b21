import type { FileAdapter } from '@careway/form-react';
import { explainUpload } from '../portal/apply/use-adapters.js';

/** For forms filled in without an account: files need one, so that their fields are not asked. */
export const NO_FILES: FileAdapter = {
  upload: () => Promise.reject(new Error('no account')),
  remove: async () => {},
  href: () => '',
  explain: explainUpload,
};
