export { sampleAct, sampleCommit, sampleEffect, sampleRow } from './sample-commit.js';
export { testStore } from './test-store.js';
