import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { Context } from '../context.ts';
import { requireSignedIn } from './sign-in.ts';

/**
 * Who may read a field.
 *
 * - PUBLIC: everybody: units, overviews, published figures, team names and places
 * - HELD: whoever holds what it is a field of, and that is only ever given to those who may see it
 * - SCOPED: whoever has signed in, and then only what the resolver or the guard lets through
 * - WRITE: a mutation; what the gate and the operation refuse is data, not an error
 */
export type Access = 'PUBLIC' | 'HELD' | 'SCOPED' | 'WRITE';

/** Asked before the field's resolver; throws, or answers whether the field is to be read at all. */
export type Guard = (parent: never, ctx: Context) => Promise<boolean>;

// A type, not an interface: it is put into `extensions`, which take any record.
type AccessRule = {
  access: Access;
  guard?: Guard;
};

export const PUBLIC: AccessRule = { access: 'PUBLIC' };
export const HELD: AccessRule = { access: 'HELD' };
export const SCOPED: AccessRule = { access: 'SCOPED' };
export const WRITE: AccessRule = { access: 'WRITE' };

/** A field of something public that leads to what is not: null, where it may be null, for those whom the guard turns away. */
export const guarded = (guard: Guard): AccessRule => ({ access: 'SCOPED', guard });

/**
 * Makes the schema deny by default: a query, a mutation or a way from something public to something that is not, which
 * says nothing about who may take it, is not served at all.
 *
 * @throws Error naming every field and type without a rule
 */
export function checkAccess(schema: GraphQLSchema): GraphQLSchema {
  const without: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('_')) continue;
    const own = accessOfType(type, schema);
    if (own === null) without.push(type.name);
    for (const field of Object.values(type.getFields())) {
      if (field.name.startsWith('_')) continue;
      const rule = ruleOf(field);
      if (rule === null && (own === 'ROOT' || (own === 'PUBLIC' && leadsInside(field, schema)))) {
        without.push(`${type.name}.${field.name}`);
      }
      if (rule?.access === 'SCOPED') protect(field, rule);
    }
  }
  if (without.length > 0) throw new Error(`no rule says who may read ${without.join(', ')}`);
  return schema;
}

/** The rule of a field; null where it has none of its own. */
export function ruleOf({ extensions }: { extensions: unknown }): AccessRule | null {
  const { access, guard } = extensions as Partial<AccessRule>; // what Pothos was given, or nothing of it
  return access === undefined ? null : { access, ...(guard === undefined ? {} : { guard }) };
}

/** The access of a type: its own; a connection's and an edge's is that of what they list. */
export function accessOfType(type: GraphQLObjectType, schema: GraphQLSchema): Access | 'ROOT' | null {
  if (type === schema.getQueryType() || type === schema.getMutationType()) return 'ROOT';
  if (type.name === 'PageInfo') return 'PUBLIC';
  const own = ruleOf(type);
  if (own !== null) return own.access;
  const listed = schema.getType(type.name.replace(/(Connection|Edge)$/, ''));
  return isObjectType(listed) && listed !== type ? accessOfType(listed, schema) : null;
}

function leadsInside(field: GraphQLField<unknown, Context>, schema: GraphQLSchema): boolean {
  const type = getNamedType(field.type);
  const possible = isObjectType(type) ? [type] : isUnionType(type) ? type.getTypes() : [];
  return possible.some((each) => accessOfType(each, schema) !== 'PUBLIC');
}

function protect(field: GraphQLField<unknown, Context>, { guard }: AccessRule): void {
  const { resolve } = field;
  if (resolve === undefined) throw new Error(`${field.name} is scoped and has no resolver`);
  field.resolve = async (parent, args, ctx, info) => {
    if (guard === undefined) await requireSignedIn(ctx);
    else if (!(await guard(parent as never, ctx))) return null;
    return resolve(parent, args, ctx, info);
  };
}
