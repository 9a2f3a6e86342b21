const prefix = /^\/t\/([a-z][a-z0-9-]*)(?=\/|$)/;

/** Tenant that an address of the app names: `/t/<tenant>/…`; the server's default one where it names none. */
export function tenantOfAddress(path: string = window.location.pathname): string | undefined {
  return prefix.exec(path)?.[1];
}

/** What every address of the app begins with. */
export function addressBase(path: string = window.location.pathname): string {
  const tenant = tenantOfAddress(path);
  return tenant === undefined ? '/' : `/t/${tenant}`;
}

/** Address of another tenant's log-in. */
export function logInAddress({ id, isDefault }: { readonly id: string; readonly isDefault: boolean }): string {
  return isDefault ? '/login' : `/t/${id}/login`;
}
