export { type AllowanceDocuments, allowanceDocuments, allowancePack } from './allowance-pack.js';
export { type MinimalPath, minimalDocuments, minimalOverlayFiles, minimalPackFiles } from './minimal-pack.js';
export { oneRowPack, personAnswers } from './one-row-pack.js';
export { setAt } from './set-at.js';
export { visitPack } from './visit-pack.js';
