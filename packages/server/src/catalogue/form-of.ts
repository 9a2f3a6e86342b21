import type { ComposedPack, FormDefinition } from '@careway/definition';
import type { TenantRuntime } from '@careway/runtime';
import { packsInForce } from './clause-view.js';

/** The form with this content hash. A form of an earlier publication is found through the runtime, which keeps every one. */
export function formByHash(tenant: TenantRuntime, hash: string): FormDefinition | undefined {
  for (const pack of packsInForce(tenant)) {
    const form = formIn(pack, hash);
    if (form) return form;
  }
  return tenant.formByHash?.(hash);
}

function formIn(pack: ComposedPack, hash: string): FormDefinition | undefined {
  for (const [key, documentHash] of pack.documentHashes) {
    if (documentHash === hash && key.startsWith('form:')) return pack.forms.get(key.slice('form:'.length));
  }
  return undefined;
}
