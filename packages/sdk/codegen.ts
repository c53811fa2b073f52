// Makes src/generated/operations.ts from src/documents/*.graphql and the released SDL.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as domain from '@cnscd/domain';
import { codegen } from '@graphql-codegen/core';
import * as operationTypes from '@graphql-codegen/typescript-operations';
import {
  buildASTSchema,
  type DefinitionNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
} from 'graphql';

const folder: string = import.meta.dirname;

/** The file that {@link generateSdk} writes; committed, so that a change of the API shows in review. */
export const GENERATED_FILE: string = join(folder, 'src/generated/operations.ts');

/** What the file is made from: when one of these is newer, it is out of date. */
export const GENERATED_FROM: readonly string[] = [
  join(folder, '../subgraph/schema.graphql'),
  join(folder, 'src/documents'),
  join(folder, 'codegen.ts'),
];

/** Writes the types and the documents of all chosen operations. */
export async function generateSdk(): Promise<void> {
  const schema = readReleasedSchema();
  const files = globSync('src/documents/*.graphql', { cwd: folder }).sort();
  const documents = files.map((location) => ({
    location,
    document: parse(readFileSync(join(folder, location), 'utf8')),
  }));
  const definitions = documents.flatMap(({ document }) => document.definitions);
  const types = await codegen({
    filename: GENERATED_FILE,
    schema: parse('type Query { unused: Int }'),
    schemaAst: schema,
    documents,
    plugins: [{ types: TYPE_OPTIONS(schema) }],
    pluginMap: { types: operationTypes },
    config: {},
  });
  const text = [
    HEADER,
    described(tidied(types), schema, definitions),
    '',
    ...documentConstants(definitions),
    '',
    writesWithoutId(schema),
    '',
  ];
  writeFileSync(GENERATED_FILE, text.join('\n'));
}

const HEADER = `// Made by \`npm run generate\` from src/documents and packages/subgraph/schema.graphql. Do not edit.
import { documentOf, type TypedDocument } from '../typed-document.ts';`;

/** The writes of an outbox whose input has no id: in all others a client may name what it makes, and must name what it changes. */
function writesWithoutId(schema: GraphQLSchema): string {
  const item = schema.getType('OutboxItem');
  if (!isInputObjectType(item)) throw new Error('The schema has no OutboxItem.');
  const names = Object.values(item.getFields()).flatMap(({ name, type }) =>
    isInputObjectType(type) && type.getFields()['id'] === undefined ? [`'${name}'`] : [],
  );
  return `/** Writes about things that are named by other fields than an id. */\nexport const WRITES_WITHOUT_ID: readonly (keyof OutboxItem)[] = [${names.sort().join(', ')}];`;
}

/** The SDL as the subgraph publishes it. Composition directives are left undefined: no client sees them. */
function readReleasedSchema(): GraphQLSchema {
  const sdl = parse(readFileSync(join(folder, '../subgraph/schema.graphql'), 'utf8'));
  const definitions = sdl.definitions.filter((node) => node.kind !== Kind.SCHEMA_EXTENSION);
  const plain = visit(
    { ...sdl, definitions },
    { Directive: (node) => (node.name.value === 'deprecated' ? node : null) },
  );
  return buildASTSchema(plain);
}

/**
 * The plugin imports each enum on a line of its own and exports it as a value, which it is not once types are
 * stripped; one import of types takes their place.
 */
function tidied(types: string): string {
  const names = [...types.matchAll(/^import type { (\w+) } from '@cnscd\/domain';$/gm)].map(
    ([, name]) => name,
  );
  const rest = types
    .replace(/^import type .*\n/gm, '')
    .replace(/^export { \w+ };\n\n?/gm, '')
    .replace(/^\/\*\* Internal type.*\nexport type Incremental.*\n/gm, '')
    .replace(/^\/\*\* Internal type.*\ntype Exact.*\n/gm, '')
    .replace(/Exact<({\n[^}]*}|{ [^}]*})>/g, '$1')
    .replace(/\n{3,}/g, '\n\n');
  return `import type { ${names.join(', ')} } from '@cnscd/domain';\n\n${rest.trim()}`;
}

/** Gives each fragment's type the description of the type it is taken from. */
function described(types: string, schema: GraphQLSchema, definitions: readonly DefinitionNode[]): string {
  return definitions
    .filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
    .reduce((text, { name, typeCondition }) => {
      const description = schema.getType(typeCondition.name.value)?.description?.replace(/\s+/g, ' ').trim();
      return text.replace(`export type ${name.value} =`, `/** ${description} */\n$&`);
    }, types);
}

const TYPE_OPTIONS = (schema: GraphQLSchema) => ({
  scalars: { ID: 'string', Date: 'string', DateTime: 'string', Period: 'string' },
  enumValues: domainEnums(schema),
  inlineFragmentTypes: 'combine',
  operationResultSuffix: 'Result',
  arrayInputCoercion: false,
  omitOperationSuffix: true,
  dedupeOperationSuffix: true,
  skipTypename: true,
  useTypeImports: true,
  inputMaybeValue: 'T | null | undefined',
});

/** Enums that carry the values of a vocabulary of the domain are that vocabulary's type; others are written out. */
function domainEnums(schema: GraphQLSchema): Record<string, string> {
  const exported: unknown[] = Object.values(domain);
  const vocabularies = new Set(exported.filter(Array.isArray).map((values) => values.join(' ')));
  const enums = Object.values(schema.getTypeMap()).filter(isEnumType);
  const shared = enums.filter((type) =>
    vocabularies.has(
      type
        .getValues()
        .map(({ name }) => name)
        .join(' '),
    ),
  );
  return Object.fromEntries(shared.map(({ name }) => [name, `@cnscd/domain#${name}`]));
}

function documentConstants(definitions: readonly DefinitionNode[]): string[] {
  const fragments = new Map(
    definitions
      .filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const operations = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  return [
    ...[...fragments.values()].map(
      (fragment) => `const ${fragment.name.value}Text: string =\n  '${terse(fragment)}';`,
    ),
    '',
    ...operations.map((operation) => documentConstant(operation, fragments)),
  ];
}

/** Each fragment is a text of its own: the documents are most of what a page downloads of the SDK. */
function documentConstant(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): string {
  const name = operation.name?.value;
  if (name === undefined) throw new Error('An operation in src/documents has no name.');
  const used = [...spreadIn(operation, fragments)].map((fragment) => `${fragment.name.value}Text`);
  const parts = [`'${terse(operation)}'`, ...used].join(',\n  ');
  return `export const ${name}Document: TypedDocument<${name}Result, ${name}Variables> = /* @__PURE__ */ documentOf(\n  ${parts},\n);`;
}

/** Without blanks that only people need. */
const terse = (node: OperationDefinitionNode | FragmentDefinitionNode): string =>
  stripIgnoredCharacters(print(node));

function spreadIn(
  node: OperationDefinitionNode | FragmentDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  found: Set<FragmentDefinitionNode> = new Set(),
): Set<FragmentDefinitionNode> {
  visit(node, {
    FragmentSpread({ name }) {
      const fragment = fragments.get(name.value);
      if (fragment === undefined) throw new Error(`There is no fragment ${name.value} in src/documents.`);
      if (found.has(fragment)) return;
      found.add(fragment);
      spreadIn(fragment, fragments, found);
    },
  });
  return found;
}

if (import.meta.main) await generateSdk();
