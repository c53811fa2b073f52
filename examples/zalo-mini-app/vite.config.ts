import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';
import zaloMiniApp from 'zmp-vite-plugin';

const here = import.meta.dirname;

export default defineConfig({
  // The configuration is passed on: by itself the plugin looks for it wherever the command was typed.
  plugins: [
    react(),
    withoutIconFont(),
    zaloMiniApp(JSON.parse(readFileSync(join(here, 'app-config.json'), 'utf8'))),
  ],
  resolve: {
    // Workspace packages as source: the app needs no package built before it.
    conditions: ['@cnscd/source', ...defaultClientConditions],
    // zmp-ui brings no React of its own and crashes with two.
    dedupe: ['react', 'react-dom'],
  },
  build: {
    outDir: 'www',
    // The plugin's own, es2015, has no async iteration; and phones are renewed slowly here.
    target: ['chrome80', 'safari14'],
    assetsInlineLimit: 0,
    // One file: a part that has to come over the network later would not come in a valley. Zalo's SDK is in it, and
    // wakes up only where there is a Zalo.
    rolldownOptions: { output: { codeSplitting: false } },
    // Limits of Zalo are held by test/bundle.test.ts.
    chunkSizeWarningLimit: 1000,
  },
  server: { host: '127.0.0.1', port: 4200 },
});

/** The icons of zmp-ui are a font on Zalo's servers. This app draws its own, and asks nobody but its API for anything. */
function withoutIconFont(): Plugin {
  return {
    name: 'without-icon-font',
    enforce: 'pre',
    transform: {
      filter: { id: /zmp-ui\/zaui\.min\.css/ },
      handler: (css) => css.replaceAll(/@font-face\s*\{[^}]*\}/g, ''),
    },
  };
}
