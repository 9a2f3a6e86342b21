import { isSealed } from '../crypto/sealer.js';
import type { TenantParts } from '../loop/tenant-parts.js';

/** Sealed values in clear, for validation inside this process only. */
export function openSealed(parts: TenantParts, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isSealed(value)) return parts.sealer.open(value.sealed);
  if (Array.isArray(value)) return value.map((inner) => openSealed(parts, inner));
  return Object.fromEntries(Object.entries(value).map(([id, inner]) => [id, openSealed(parts, inner)]));
}
