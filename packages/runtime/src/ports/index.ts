export type * from './case-store.js';
export type * from './claim-store.js';
export type * from './draft-store.js';
export type * from './import-store.js';
export type * from './inbox-store.js';
export type * from './proposal-store.js';
export type * from './publication-store.js';
export type * from './register-store.js';
export { type PeopleStore, type Store, StoreUnusable, type TenantStore } from './store.js';
