export { type MinimalPath, minimalDocuments, minimalOverlayFiles, minimalPackFiles } from './minimal-pack.js';
