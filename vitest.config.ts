import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['@careway/source', 'module', 'node', 'development'] },
  ssr: { resolve: { conditions: ['@careway/source', 'module', 'node', 'development'] } },
  test: {
    include: ['packages/*/src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', 'test/e2e/**', 'test/kill/**'],
    // Far above what any test needs, so that a busy machine fails none of them.
    testTimeout: 120_000,
    // Left alone it leaves one of two cores idle.
    maxWorkers: '100%',
    hookTimeout: 120_000,
  },
});
