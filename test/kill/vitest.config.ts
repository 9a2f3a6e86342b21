import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['@careway/source', 'module', 'node', 'development'] },
  ssr: { resolve: { conditions: ['@careway/source', 'module', 'node', 'development'] } },
  test: { include: ['test/kill/**/*.test.ts'], testTimeout: 600_000, hookTimeout: 120_000, fileParallelism: false },
});
