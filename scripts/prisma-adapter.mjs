// The connections of prisma-schema-engine.mjs: @prisma/adapter-pg, made to read PostgreSQL's own catalogue.
import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';

/** What the schema engine connects with: to this database, and to a shadow database that goes when it is done. */
export function adapterFactory(url) {
  const factory = plainFactory(url);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => readCatalogTypes(await connect());
  factory.connectToShadowDb = async () => {
    const name = `prisma_migrate_shadow_db_${randomUUID()}`;
    const main = await connect();
    await main.executeScript(`CREATE DATABASE "${name}"`);
    const shadow = readCatalogTypes(await plainFactory(withDatabase(url, name)).connect());
    const dispose = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await dispose();
      await main.executeScript(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
      await main.dispose();
    };
    return shadow;
  };
  return factory;
}

/** Given a connection string, adapter-pg runs shadow migrations on the main database: the parts are passed apart. */
function plainFactory(url) {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const [host, user, secret, database] = [hostname, username, password, pathname.slice(1)].map(
    decodeURIComponent,
  );
  const schema = searchParams.get('schema') ?? undefined;
  const options = { host, port: Number(port || 5432), user, password: secret || undefined, database };
  return new PrismaPg(options, schema ? { schema } : undefined);
}

const TEXT_OID = 25;
const CHAR_OID = 18;
/** "char", int2vector, regproc, xid, oidvector: types of the catalogue that adapter-pg refuses. */
const CATALOG_OIDS = new Set([CHAR_OID, 22, 24, 28, 30]);

/** Lets adapter-pg read pg_catalog: its types come as text, and "char" is told to the engine as Character. */
function readCatalogTypes(adapter) {
  const performIO = adapter.performIO.bind(adapter);
  const queryRaw = adapter.queryRaw.bind(adapter);
  const startTransaction = adapter.startTransaction?.bind(adapter);
  let types = [];
  adapter.performIO = async (query) => {
    const result = await performIO(query);
    types = result.fields.map((field) => field.dataTypeID);
    const readable = (field) =>
      CATALOG_OIDS.has(field.dataTypeID) ? { ...field, dataTypeID: TEXT_OID } : field;
    return { ...result, fields: result.fields.map(readable) };
  };
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const [index, type] of types.entries()) {
      if (type === CHAR_OID) result.columnTypes[index] = ColumnTypeEnum.Character;
    }
    return result;
  };
  // adapter-pg cuts a script at every semicolon, also within a function's body; PostgreSQL takes it whole.
  adapter.executeScript = async (script) => {
    await adapter.client.query(script);
  };
  if (startTransaction)
    adapter.startTransaction = async (level) => readCatalogTypes(await startTransaction(level));
  return adapter;
}

/** The address of another database on the same server, without Prisma's own parameters. */
export function withDatabase(url, database) {
  const address = new URL(url);
  if (database !== undefined) address.pathname = `/${database}`;
  address.search = '';
  return address.href;
}
