import type { ErrorCode } from '@cnscd/domain';
import type { Context } from '../context.ts';

/** An entity that writes change. */
export interface VersionedEntity {
  /** Name of its GraphQL type. */
  type: string;
  /** Reads it as the caller may see it now; null: not there, or not for this caller. */
  load(ctx: Context, id: string): Promise<object | null>;
  notFound: ErrorCode;
}

const entities = new Map<string, VersionedEntity>();

/** Makes an entity known to the answers of writes; each feature names its own. */
export function versioned(entity: VersionedEntity): void {
  entities.set(entity.type, entity);
}

export function versionedEntity(type: string): VersionedEntity {
  const entity = entities.get(type);
  if (entity === undefined) throw new Error(`no feature has made ${type} known to writes`);
  return entity;
}

/** Names of all of them, once every feature is loaded. */
export const versionedTypes = (): string[] => [...entities.keys()];
