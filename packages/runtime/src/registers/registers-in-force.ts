import type { LocalizedText, RegisterDefinition } from '@careway/definition';
import { livePack, type TenantParts } from '../loop/tenant-parts.js';
import type { ViewerScope } from '../scope/viewer-scope.js';

/** Label of a service by its id. */
export type ServiceLabels = (id: string) => LocalizedText | undefined;

/** Registers and services as they are in force where the viewer works. */
export function registersInForce(
  parts: TenantParts,
  scope: ViewerScope,
): { readonly registers: ReadonlyMap<string, RegisterDefinition>; readonly services: ServiceLabels } {
  const pack = livePack(parts, scope.staffRoles[0]?.area ?? '');
  return { registers: pack.registers, services: (id) => pack.services.get(id)?.label };
}
