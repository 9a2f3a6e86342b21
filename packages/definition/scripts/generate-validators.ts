import { writeFileSync } from 'node:fs';
import { validatorSource } from './validator-source.js';

writeFileSync(new URL('../src/generated/validators.ts', import.meta.url), validatorSource());
