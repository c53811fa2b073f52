import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // Workspace packages as source: the page needs no package built before it.
  resolve: { conditions: ['@cnscd/source', ...defaultClientConditions] },
  build: {
    target: ['chrome109', 'firefox115', 'safari16'],
    // Fonts stay files that browsers keep, and the page's content security policy needs no data: for them.
    assetsInlineLimit: 0,
  },
  server: { host: '127.0.0.1', port: 4100 },
});
