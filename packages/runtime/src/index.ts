export type * from './ports/index.js';
export { StoreUnusable } from './ports/index.js';
export type * from './runtime.js';
export type * from './views.js';
export { type LoadedChain, loadPackChain, loadPackFolder, PackFolderError, readPackFolder } from './packs/load-pack-folder.js';
