export { type GeneratedElder, generateElders } from './generate-elders.js';
