import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';

const LICENCE = '/*! MIT; holds Lit, Google LLC, BSD-3-Clause: NOTICE.txt */';
/** Without it an old page in another encoding would read the classic script as its own, and spoil every Vietnamese word. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Names of ours that neither a page, nor the server, nor any text here ever spells: the file gets short ones. So do Lit's inner names. */
const OURS =
  'answer failure isLoading questions settled extend forget askAll focusNext untold renderAnswer renderBefore defaultHeading question emit moreButton chosenIndicator trail province commune openTeam onChoose onToggle onUnit onIndicator isOpen isDisabled drawing refusal rings signIn isPercent standing tilesOf mapOf noneBelow withIslands notComparable noTarget attained allCommunes chooseProvince chooseFirst noSuchUnit unitsFound wordsExample unitMissing noFigure decisionOf compared isMore fraction decimals folded partialData retryAfterMs isKnown isRetryable synthetic';
const SHORTENED = new RegExp(`^(${OURS.replaceAll(' ', '|')}|_[$][\\w$]+)$`);

const common: Options = {
  outDir: 'dist',
  target: 'es2022',
  // All that is needed is in the file: one script tag, and nothing to install beside the package.
  noExternal: [/.*/],
  minify: 'terser',
  terserOptions: {
    module: true,
    ecma: 2020,
    compress: { passes: 3, pure_getters: true },
    mangle: { properties: { regex: SHORTENED, builtins: true } },
    format: { comments: false },
  },
  splitting: false,
  esbuildOptions(options) {
    // Source, not builds: what is not used of the SDK and the domain is left out file by file.
    options.conditions = ['@cnscd/source', 'browser', 'production'];
    options.charset = 'utf8';
    options.legalComments = 'none';
  },
};

/** In a minified file line breaks stand only in templates of markup, styles and queries, where one is as good as many. */
function tighten(file: string, head: string): void {
  const text = readFileSync(file, 'utf8');
  const tight = text
    .replace(/\s*\n\s*/g, '\n')
    .replace(/>\n</g, '><')
    .replace(/([{;,])\n/g, '$1')
    // Templates of styles: those with a rule in them and without a tag.
    .replace(/`[^`<]*\{[a-z-]+: [^`<]*`/g, tightStyle);
  writeFileSync(file, `${head}${LICENCE}\n${tight}\n`);
}

const tightStyle = (style: string): string =>
  style
    .replace(/\s*([{};,>])\s*/g, '$1')
    .replaceAll(': ', ':')
    .replace(/\b0\./g, '.')
    .replaceAll(';}', '}')
    .replaceAll(' !important', '!important')
    .replace(/`\s+/, '`');

// isolatedDeclarations asks for a written type; tsup names none for its configuration.
const config: ReturnType<typeof defineConfig> = defineConfig([
  {
    ...common,
    entry: { 'cnscd-elements': 'src/index.ts' },
    format: 'esm',
    onSuccess: async () => tighten('dist/cnscd-elements.js', ''),
  },
  {
    ...common,
    entry: { 'cnscd-elements.classic': 'src/register-now.ts' },
    format: 'iife',
    outExtension: () => ({ js: '.js' }),
    onSuccess: async () => tighten('dist/cnscd-elements.classic.js', BYTE_ORDER_MARK),
  },
  {
    ...common,
    entry: { 'embed/embed': 'src/embed/embed.ts' },
    format: 'esm',
    onSuccess: async () => {
      mkdirSync('dist/embed', { recursive: true });
      copyFileSync('src/embed/embed.html', 'dist/embed/embed.html');
    },
  },
  {
    ...common,
    entry: { 'embed/parent': 'src/embed/parent.ts' },
    format: 'iife',
    outExtension: () => ({ js: '.js' }),
  },
  // A server that renders pages finds what does no harm there.
  { ...common, entry: { server: 'src/map/island-guard.ts' }, format: 'esm', platform: 'node' },
  { entry: { index: 'src/index.ts' }, format: 'esm', dts: { only: true } },
]);

export default config;
