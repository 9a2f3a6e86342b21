export type * from './ports/index.js';
export { StoreUnusable } from './ports/index.js';
export { type ChainLink, type ChainReport, verifyChain } from './chain/verify-chain.js';
export { actHash, chainStart, extendChain } from './chain/act-hash.js';
export { seedDemo, type SeedOptions } from './demo/seed-demo.js';
export { type OpenOptions, openCareway, type TenantOptions } from './facade/open-careway.js';
export { nameFieldOf } from './filing/name-in-form.js';
export { TenantFacade } from './facade/tenant-runtime.js';
export {
  type LoadedChain,
  loadPackChain,
  loadPackFolder,
  PackFolderError,
  readPackFolder,
} from './packs/load-pack-folder.js';
export { type BlankFormInput, blankFormSheet } from './print/blank-form-sheet.js';
export type { Area } from './publications/area-tree.js';
export type * from './publication-desk.js';
export type * from './runtime.js';
export type * from './runtime-registers.js';
export type * from './views.js';
