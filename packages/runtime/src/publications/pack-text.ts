import type { ComposedPack } from '@careway/definition';

/** A composed pack as text, maps and all: what is stored under its hash. */
export function packToText(pack: ComposedPack): string {
  return JSON.stringify(pack, (_, value: unknown) => (value instanceof Map ? { $map: [...value] } : value));
}

/** The pack that `packToText` wrote. */
export function packFromText(text: string): ComposedPack {
  return JSON.parse(text, (_, value: unknown) => (isMapText(value) ? new Map(value.$map) : value)) as ComposedPack;
}

function isMapText(value: unknown): value is { readonly $map: readonly (readonly [unknown, unknown])[] } {
  return typeof value === 'object' && value !== null && '$map' in value && Object.keys(value).length === 1 && Array.isArray(value.$map);
}
