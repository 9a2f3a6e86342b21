export { type MinimalPath, minimalDocuments, minimalOverlayFiles, minimalPackFiles } from './minimal-pack.js';
export { setAt } from './set-at.js';
