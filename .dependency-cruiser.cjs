/** The floors of docs/architecture.md, enforced. */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'domain-imports-nothing',
      severity: 'error',
      from: { path: '^packages/domain/src/' },
      to: { pathNot: '^packages/domain/src/' },
    },
    {
      name: 'zalo-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^packages/zalo/src/' },
      to: { path: '^(packages|examples)/', pathNot: '^packages/zalo/src/' },
    },
    {
      name: 'features-do-not-import-each-other',
      severity: 'error',
      from: { path: '^packages/subgraph/src/features/([^/]+)/' },
      to: { path: '^packages/subgraph/src/features/', pathNot: '^packages/subgraph/src/features/$1/' },
    },
    {
      name: 'sdk-and-subgraph-are-strangers',
      severity: 'error',
      from: { path: '^packages/sdk/' },
      to: { path: '^packages/subgraph/src/' },
    },
    {
      name: 'subgraph-does-not-know-its-clients',
      severity: 'error',
      from: { path: '^packages/subgraph/src/' },
      to: { path: '^(packages/(sdk|elements)|examples)/' },
    },
    {
      name: 'packages-do-not-import-examples',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/' },
      to: { path: '^examples/' },
    },
    {
      name: 'elements-import-sdk-and-domain-only',
      severity: 'error',
      from: { path: '^packages/elements/src/' },
      to: {
        pathNot: ['^packages/(elements|sdk|domain)/', '/node_modules/lit/'],
      },
    },
    {
      name: 'environment-is-read-at-the-edge',
      severity: 'error',
      from: { path: '^packages/(domain|sdk|elements)/src/' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(generated|dist|www)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@cnscd/source', 'import', 'default'],
    },
  },
};
