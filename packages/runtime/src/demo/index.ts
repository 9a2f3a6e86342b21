export { type GeneratedElder, generateElders } from './generate-elders.js';
export { type SampleRow, sampleRoster, sampleRosterWithErrors } from './sample-roster.js';
