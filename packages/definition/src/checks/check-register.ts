import type { RegisterDefinition } from '../schemas/register.js';
import type { DocumentCheck } from './scope.js';

/** Key and name are fields of the register. */
export function checkRegister(check: DocumentCheck, register: RegisterDefinition): void {
  const fields = new Set(register.fields.map(({ id }) => id));
  check.refer('field', register.key, '/key', fields.has(register.key));
  check.refer('field', register.name, '/name', fields.has(register.name));
}
