import type { TableAdapter } from '@careway/form-react';
import { explainUpload } from '../portal/apply/use-adapters.js';

/** For forms whose rosters, if any, are not read from files. */
export const NO_TABLES: TableAdapter = {
  readFile: async () => ({ rows: [], issues: [] }),
  templateHref: () => '',
  explain: explainUpload,
};
