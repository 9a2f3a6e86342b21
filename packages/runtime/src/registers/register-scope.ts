import type { LocalizedText, RegisterDefinition } from '@careway/definition';
import type { StoredRecord } from '../ports/register-store.js';
import type { ViewerScope } from '../scope/viewer-scope.js';

/** Which records of registers one viewer may see and change. */
export class RegisterScope {
  constructor(readonly scope: ViewerScope) {}

  /** Area prefixes of the records that may be seen; `undefined`: all of them, in a register of the whole tenant. */
  seenPaths(definition: RegisterDefinition): readonly string[] | undefined {
    return definition.scope === 'area' ? this.scope.paths : undefined;
  }

  sees(definition: RegisterDefinition, { path }: Pick<StoredRecord, 'path'>): boolean {
    if (!this.scope.isStaff || this.scope.paths.length === 0) return false;
    return this.seenPaths(definition)?.some((prefix) => path.startsWith(prefix)) ?? true;
  }

  /** Whether the viewer holds a post that keeps this register, wherever. */
  keeps(definition: RegisterDefinition): boolean {
    return this.#posts(definition).length > 0;
  }

  mayEdit(definition: RegisterDefinition, { path }: Pick<StoredRecord, 'path'>): boolean {
    if (definition.scope === 'tenant') return this.keeps(definition);
    return this.editPaths(definition).some((prefix) => path.startsWith(prefix));
  }

  /** Area prefixes in which the viewer may add and change records. */
  editPaths(definition: RegisterDefinition): readonly string[] {
    return this.#posts(definition).map(({ area }) => this.scope.parts.areas.pathText(area));
  }

  /** Areas in which the viewer may add records, the narrowest first. */
  editAreas(definition: RegisterDefinition): readonly { readonly id: string; readonly label: LocalizedText }[] {
    if (definition.scope === 'tenant') return [];
    const { areas } = this.scope.parts;
    const paths = this.editPaths(definition);
    return areas.areas
      .map(({ id, label }) => ({ id, label, path: areas.pathText(id) }))
      .filter(({ path }) => paths.some((prefix) => path.startsWith(prefix)))
      .sort((a, b) => b.path.split('/').length - a.path.split('/').length)
      .map(({ id, label }) => ({ id, label }));
  }

  /** The posts that keep the register, in words. */
  editors(definition: RegisterDefinition): LocalizedText | undefined {
    const labels = (definition.editable?.roles ?? []).flatMap(
      (role) => this.scope.organisation.roles.find(({ id }) => id === role)?.label ?? [],
    );
    if (labels.length === 0) return undefined;
    return { 'zh-CN': labels.map((label) => label['zh-CN']).join('、'), en: labels.map((label) => label.en).join(', ') };
  }

  #posts(definition: RegisterDefinition): readonly { readonly role: string; readonly area: string }[] {
    return this.scope.staffRoles.filter(({ role }) => definition.editable?.roles.includes(role));
  }
}
