import type { ComposedPack, FormDefinition } from '@careway/definition';
import { type FormRules, formRules } from '@careway/forms';
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

/** What the computed values of that form read: from a pack in force that has it, else from the one it was published in. */
export function rulesOfForm(tenant: TenantRuntime, hash: string): FormRules | undefined {
  for (const pack of packsInForce(tenant)) {
    const form = formIn(pack, hash);
    if (form) return formRules(pack, form);
  }
  return tenant.formRules?.(hash);
}

function formIn(pack: ComposedPack, hash: string): FormDefinition | undefined {
  for (const [key, documentHash] of pack.documentHashes) {
    if (documentHash === hash && key.startsWith('form:')) return pack.forms.get(key.slice('form:'.length));
  }
  return undefined;
}
