import type { ApolloServerPlugin } from '@apollo/server';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Context } from './context.ts';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from './paging.ts';

/** Room for 3,421 communes with their overviews in one call of a gateway; far less than what would hold the process. */
export const MAX_OBJECTS = 250_000;

/**
 * Refuses an operation that could answer more objects than {@link MAX_OBJECTS}, before any of it runs. The sizes of
 * lists are those of @listSize: the one place that gateways read too.
 */
export function costLimit(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, request }) {
          if (operation === undefined) return;
          const objects = countObjects(schema, document, operation, request.variables ?? {});
          if (objects > MAX_OBJECTS) throw tooComplex(objects);
        },
      };
    },
  };
}

/** How many objects an operation could answer, by the sizes that its lists state. */
export function countObjects(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const fragments = new Map(
    document.definitions.flatMap((each): [string, FragmentDefinitionNode][] =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [],
    ),
  );
  const known = new Map<string, number>();
  const root = schema.getRootType(operation.operation);
  return root == null ? 0 : count(operation.selectionSet, root, { size: 1, fields: [] });

  /** `page` is what the connection above said of its own sized fields. */
  function count(selections: SelectionSetNode, type: GraphQLObjectType | null, page: Page): number {
    let sum = 0;
    for (const selection of selections.selections) {
      if (selection.kind === Kind.FIELD) sum += type === null ? 0 : countField(selection, type, page);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        sum += count(selection.selectionSet, narrowed(type, selection.typeCondition?.name.value), page);
      } else sum += countFragment(selection.name.value, page);
    }
    return sum;
  }

  // Each fragment is walked once for each page size: spreads that double cost no time here.
  function countFragment(name: string, page: Page): number {
    const key = `${name} ${page.size} ${page.fields.join()}`;
    const fragment = fragments.get(name);
    if (fragment === undefined) return 0;
    const cost =
      known.get(key) ?? count(fragment.selectionSet, narrowed(null, fragment.typeCondition.name.value), page);
    known.set(key, cost);
    return cost;
  }

  function countField(node: FieldNode, parent: GraphQLObjectType, page: Page): number {
    const field = parent.getFields()[node.name.value];
    if (field === undefined || node.selectionSet === undefined) return 0;
    const named = getNamedType(field.type);
    const list = sizeOf(field, node, variables);
    const times = page.fields.includes(node.name.value) ? page.size : list.isPage ? 1 : list.size;
    const inner = { size: list.size, fields: list.isPage ? list.sizedFields : [] };
    const type = isObjectType(named) ? named : null;
    // Fields of a union stand in fragments that name their type.
    if (type === null && !isUnionType(named)) return 0;
    return times * (1 + count(node.selectionSet, type, inner));
  }

  function narrowed(type: GraphQLObjectType | null, condition: string | undefined): GraphQLObjectType | null {
    if (condition === undefined) return type;
    const named = schema.getType(condition);
    return isObjectType(named) ? named : null;
  }
}

interface Page {
  size: number;
  fields: string[];
}

interface ListSize {
  size: number;
  isPage: boolean;
  sizedFields: string[];
}

/** What @listSize says of a field; references of a gateway are as many as there are. */
function sizeOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): ListSize {
  if (field.name === '_entities') {
    const references = argumentOf(node, 'representations', variables);
    return { size: Array.isArray(references) ? references.length : 1, isPage: false, sizedFields: [] };
  }
  const directives = field.extensions['directives'];
  const stated = Array.isArray(directives)
    ? directives.find((each) => each.name === 'listSize')?.args
    : undefined;
  if (stated === undefined) return { size: 1, isPage: false, sizedFields: [] };
  const isPage = stated.slicingArguments !== undefined;
  const first = isPage ? argumentOf(node, 'first', variables) : undefined;
  // What is asked for beyond the maximum is refused by the list itself, which says more about it.
  const most = Number(field.extensions['maxPageSize'] ?? MAX_PAGE_SIZE);
  const size = typeof first === 'number' ? Math.min(Math.max(first, 1), most) : stated.assumedSize;
  return { size: size ?? DEFAULT_PAGE_SIZE, isPage, sizedFields: stated.sizedFields ?? [] };
}

function argumentOf(node: FieldNode, name: string, variables: Readonly<Record<string, unknown>>): unknown {
  const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
  switch (value?.kind) {
    case Kind.VARIABLE:
      return variables[value.name.value];
    case Kind.INT:
      return Number(value.value);
    case Kind.LIST:
      return value.values;
    default:
      return undefined;
  }
}

function tooComplex(objects: number): GraphQLError {
  const messages = {
    vi: `Truy vấn có thể trả về ${objects} đối tượng; tối đa ${MAX_OBJECTS}. Hãy giảm first hoặc bớt các cấp lồng nhau.`,
    en: `The query could answer ${objects} objects; at most ${MAX_OBJECTS}. Ask for smaller pages or fewer levels.`,
  };
  return new GraphQLError(messages.vi, {
    extensions: { code: 'QUERY_TOO_COMPLEX', messages, value: String(objects), http: { status: 400 } },
  });
}
