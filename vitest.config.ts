import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['@careway/source', 'module', 'node', 'development'] },
  ssr: { resolve: { conditions: ['@careway/source', 'module', 'node', 'development'] } },
  test: {
    include: ['packages/*/src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', 'test/e2e/**', 'test/kill/**'],
    testTimeout: 30_000,
  },
});
