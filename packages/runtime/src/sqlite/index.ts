export { openSqliteStore } from './sqlite-store.js';
export { schemaVersion } from './schema.js';
