export { openMemoryStore } from './memory-store.js';
export { documentLimit } from './case-document.js';
