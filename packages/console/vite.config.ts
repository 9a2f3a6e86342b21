import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

const api = process.env['CAREWAY_API'] ?? 'http://127.0.0.1:8040';

const workspaceSource = /\/packages\/(definition|rules|engine|forms|proof|form-react)\/(src|dist)\//;

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['@careway/source', ...defaultClientConditions] },
  server: { host: '127.0.0.1', proxy: { '/api': api } },
  // The content security policy forbids inline scripts.
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    // Importing a workspace package does nothing by itself: what a page does not use stays out of its chunk.
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => !workspaceSource.test(id) } },
  },
});
