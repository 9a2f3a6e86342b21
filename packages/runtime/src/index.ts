export type * from './runtime.js';
export type * from './views.js';
