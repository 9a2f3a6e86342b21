import type { Store, TenantStore } from '../ports/store.js';
import { MemoryCaseStore } from './case-store.js';
import { MemoryBlobStore, MemoryDraftStore } from './draft-store.js';
import { MemoryImportStore } from './import-store.js';
import { MemoryAccessLog, MemoryInboxStore, MemorySettingsStore } from './inbox-store.js';
import { MemoryPeopleStore } from './people-store.js';
import { MemoryProposalStore } from './proposal-store.js';
import { MemoryRegisterStore } from './register-store.js';
import { MemoryClaimStore, MemoryPublicationStore, MemorySequenceStore } from './unit-stores.js';

/** A store that lives as long as the process: for tests and simulations. */
export function openMemoryStore(): Store {
  const tenants = new Map<string, TenantStore>();
  return {
    tenant(id) {
      const known = tenants.get(id);
      if (known) return known;
      const made: TenantStore = {
        cases: new MemoryCaseStore(),
        registers: new MemoryRegisterStore(),
        imports: new MemoryImportStore(),
        claims: new MemoryClaimStore(),
        sequences: new MemorySequenceStore(),
        publications: new MemoryPublicationStore(),
        proposals: new MemoryProposalStore(),
        people: new MemoryPeopleStore(),
        drafts: new MemoryDraftStore(),
        blobs: new MemoryBlobStore(),
        inbox: new MemoryInboxStore(),
        access: new MemoryAccessLog(),
        settings: new MemorySettingsStore(),
      };
      tenants.set(id, made);
      return made;
    },
    async scrub() {},
    async close() {},
  };
}
