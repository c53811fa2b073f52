import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

/** What the page of the old kind loads by plain script tags, from this server as everything else. */
const OLD_FILES = {
  'vendor/jquery.min.js': 'jquery/dist/jquery.min.js',
  'vendor/bootstrap.min.js': 'bootstrap/dist/js/bootstrap.min.js',
  'vendor/bootstrap.min.css': 'bootstrap/dist/css/bootstrap.min.css',
};

const oldFiles: Plugin = {
  name: 'files-of-the-old-page',
  apply: 'build',
  generateBundle() {
    for (const [fileName, path] of Object.entries(OLD_FILES)) {
      const source = readFileSync(fileURLToPath(import.meta.resolve(path)));
      this.emitFile({ type: 'asset', fileName, source });
    }
  },
};

export default defineConfig({
  plugins: [react(), oldFiles],
  // Workspace packages as source: the page needs no package built before it.
  resolve: { conditions: ['@cnscd/source', ...defaultClientConditions] },
  build: {
    target: ['chrome109', 'firefox115', 'safari16'],
    // Fonts stay files that browsers keep, and the page's content security policy needs no data: for them.
    assetsInlineLimit: 0,
  },
  server: { host: '127.0.0.1', port: 4100 },
});
