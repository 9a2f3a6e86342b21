export type * from './ports/index.js';
export { StoreUnusable } from './ports/index.js';
export type * from './runtime.js';
export type * from './views.js';
