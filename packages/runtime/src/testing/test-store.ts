import { afterEach, beforeEach, describe } from 'vitest';
import type { Store } from '../ports/store.js';
import { testCaseStore, testListings } from './test-case-store.js';
import { testImportStore } from './test-import-store.js';
import { testRegisterStore } from './test-register-store.js';
import { testSideStores, testUnits } from './test-unit-stores.js';

/**
 * The conformance suite that every store passes; call it from a test file.
 * @param makeStore opens an empty store; it is closed after each test.
 */
export function testStore(name: string, makeStore: () => Promise<Store> | Store): void {
  describe(`store: ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await makeStore();
    });
    afterEach(() => store.close());
    const open = () => store;
    describe('cases', () => testCaseStore(open));
    describe('lists', () => testListings(open));
    describe('units', () => testUnits(open));
    describe('imports', () => testImportStore(open));
    describe('registers', () => testRegisterStore(open));
    describe('side stores', () => testSideStores(open));
  });
}
