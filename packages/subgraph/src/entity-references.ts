import { DomainError } from '@cnscd/domain';
import { type GraphQLSchema, isUnionType } from 'graphql';

/** A portal that lists all 3,321 communes asks for as many in one call. */
const MAX_REPRESENTATIONS = 5000;

/**
 * Makes `_entities` refuse too many references, and those that name no entity, before it asks for any.
 *
 * What is refused is the whole operation: a gateway that sends such a reference composed another schema.
 */
export function checkReferences(schema: GraphQLSchema): GraphQLSchema {
  const field = schema.getQueryType()?.getFields()['_entities'];
  const union = schema.getType('_Entity');
  const resolve = field?.resolve;
  if (field === undefined || resolve === undefined || !isUnionType(union)) {
    throw new Error('the schema has no _entities field');
  }
  const entities = new Set(union.getTypes().map(({ name }) => name));
  field.resolve = (root, args: { representations: unknown[] }, ctx, info) => {
    const { representations } = args;
    if (representations.length > MAX_REPRESENTATIONS) throw tooMany(representations.length);
    for (const [index, representation] of representations.entries()) {
      const type = typeNameOf(representation);
      if (type === null || !entities.has(type)) throw invalid(index, type);
    }
    return resolve(root, args, ctx, info);
  };
  return schema;
}

function typeNameOf(representation: unknown): string | null {
  if (typeof representation !== 'object' || representation === null) return null;
  const name = '__typename' in representation ? representation.__typename : null;
  return typeof name === 'string' ? name : null;
}

function tooMany(count: number): DomainError {
  return new DomainError(
    'TOO_MANY_REPRESENTATIONS',
    {
      vi: `_entities có ${count} tham chiếu; tối đa ${MAX_REPRESENTATIONS} trong một lần gọi.`,
      en: `_entities has ${count} representations; at most ${MAX_REPRESENTATIONS} in one call.`,
    },
    { field: 'representations', value: String(count) },
  );
}

function invalid(index: number, type: string | null): DomainError {
  const field = `representations[${index}].__typename`;
  return new DomainError(
    'REPRESENTATION_INVALID',
    {
      vi: `${field} không phải tên một thực thể của subgraph này; hãy ghép lại supergraph từ SDL hiện hành.`,
      en: `${field} names no entity of this subgraph; compose the supergraph anew from the current SDL.`,
    },
    { field, ...(type === null ? {} : { value: type.slice(0, 60) }) },
  );
}
