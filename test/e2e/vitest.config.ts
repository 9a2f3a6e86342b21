import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['@careway/source', 'module', 'node', 'development'] },
  ssr: { resolve: { conditions: ['@careway/source', 'module', 'node', 'development'] } },
  test: { include: ['test/e2e/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 120_000, maxWorkers: 2 },
});
