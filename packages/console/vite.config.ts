import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

const api = process.env['CAREWAY_API'] ?? 'http://127.0.0.1:8040';

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['@careway/source', ...defaultClientConditions] },
  server: { host: '127.0.0.1', proxy: { '/api': api } },
  // The content security policy forbids inline scripts.
  build: { outDir: 'dist', emptyOutDir: true, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 1200 },
});
