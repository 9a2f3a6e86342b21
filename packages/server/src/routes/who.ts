import type { RoleKind } from '../route.js';

/** Everybody who works on cases, and who looks at how they were worked on. */
export const staff: readonly RoleKind[] = ['staff', 'supervisor', 'administrator', 'auditor'];
export const clerks: readonly RoleKind[] = ['staff', 'supervisor'];
export const auditors: readonly RoleKind[] = ['auditor', 'administrator'];
export const administrators: readonly RoleKind[] = ['administrator'];
export const operators: readonly RoleKind[] = ['operator'];
