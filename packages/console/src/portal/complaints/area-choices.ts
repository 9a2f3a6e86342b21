import type { AreaView } from '../../api/index.js';

/** The areas right below the whole tenant. */
export function districtsOf(areas: readonly AreaView[]): readonly AreaView[] {
  const roots = new Set(areas.flatMap(({ id, parent }) => (parent === undefined ? [id] : [])));
  return areas.filter(({ parent }) => parent !== undefined && roots.has(parent));
}

/** The smallest areas, each with those that it lies in, the tenant itself left out. */
export function placesOf(areas: readonly AreaView[]): readonly { readonly id: string; readonly path: readonly AreaView[] }[] {
  const byId = new Map(areas.map((area) => [area.id, area]));
  const parents = new Set(areas.map(({ parent }) => parent));
  const pathOf = (area: AreaView): readonly AreaView[] => {
    const parent = byId.get(area.parent ?? '');
    return parent?.parent === undefined ? [area] : [...pathOf(parent), area];
  };
  return areas.filter(({ id }) => !parents.has(id)).map((area) => ({ id: area.id, path: pathOf(area) }));
}
