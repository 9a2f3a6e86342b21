import type { LocalizedText } from '@careway/definition';

export interface Area {
  readonly id: string;
  readonly parent?: string;
  readonly level: string;
  readonly label: LocalizedText;
}

/** The areas of a tenant: a tree from the city down. */
export class AreaTree {
  readonly #byId: ReadonlyMap<string, Area>;

  constructor(readonly areas: readonly Area[]) {
    this.#byId = new Map(areas.map((area) => [area.id, area]));
  }

  get(id: string): Area | undefined {
    return this.#byId.get(id);
  }

  label(id: string): LocalizedText {
    return this.#byId.get(id)?.label ?? { 'zh-CN': id, en: id };
  }

  /** The area and its ancestors, widest first; empty for an unknown area. */
  path(id: string): readonly { readonly level: string; readonly id: string }[] {
    const path: { level: string; id: string }[] = [];
    for (
      let area = this.#byId.get(id);
      area && path.length < 10;
      area = area.parent === undefined ? undefined : this.#byId.get(area.parent)
    ) {
      path.unshift({ level: area.level, id: area.id });
    }
    return path;
  }

  /** `/city/district/street/`; `/` for an unknown area. */
  pathText(id: string): string {
    return pathText(this.path(id));
  }
}

/** An area path as text with a slash at both ends: areas below begin with it. */
export function pathText(path: readonly { readonly id: string }[]): string {
  return `/${path.map(({ id }) => `${id}/`).join('')}`;
}
