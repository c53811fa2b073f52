import { readFileSync } from 'node:fs';
import { composeServices } from '@apollo/composition';
import * as vocabulary from '@cnscd/domain';
import { composeServices as composeByTheGuild, compositionHasErrors } from '@theguild/federation-composition';
import { type GraphQLEnumType, isEnumType, isObjectType, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import * as databaseEnums from '../generated/prisma/enums.ts';
import { packageFolder } from '../src/database/package-folder.ts';
import { buildSchema, printSchema } from '../src/schema.ts';
import { testSubgraph } from './support/subgraph.ts';

const released = readFileSync(`${packageFolder()}/schema.graphql`, 'utf8');
const schema = buildSchema();

describe('the released SDL', () => {
  it('is what the code builds', () => {
    expect(printSchema(schema)).toBe(released);
  });

  it('is what _service answers', async () => {
    const { run } = await testSubgraph('empty');
    const { data } = await run('{ _service { sdl } }');
    expect(`${data._service.sdl}\n`).toBe(released);
  });

  it('links federation 2.9 once and holds nothing that one of the composers refuses', () => {
    expect(released.match(/@link\(/g)).toHaveLength(1);
    expect(released).toContain('https://specs.apollo.dev/federation/v2.9');
    expect(released).not.toMatch(/@policy|@cacheTag|@\w+\([^)]*\blabel:|_Entity|_Any|extend type/);
  });

  it('composes with Apollo’s and The Guild’s composers, beside a portal that has its own PageInfo', () => {
    const portal = `
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])
      type Query { communes: [AdminUnit!]! }
      type AdminUnit @key(fields: "code") { code: String! population: Int }
      type PageInfo @shareable { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }`;
    const services = [
      { name: 'portal', typeDefs: parse(portal), url: 'http://127.0.0.1:1' },
      { name: 'teams', typeDefs: parse(released), url: 'http://127.0.0.1:2' },
    ];
    expect(composeServices(services).errors ?? []).toEqual([]);
    const guild = composeByTheGuild(services);
    expect(compositionHasErrors(guild) ? guild.errors : []).toEqual([]);
  });
});

describe('descriptions', () => {
  const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('_'));

  it('are on every type and every field and argument of ours', () => {
    const silent = types.flatMap((type) => {
      if (!isObjectType(type)) return type.description ? [] : [type.name];
      const fields = Object.values(type.getFields()).filter((field) => !field.name.startsWith('_'));
      const withoutWords = fields.flatMap((field) => [
        ...(field.description ? [] : [`${type.name}.${field.name}`]),
        ...field.args
          .filter((arg) => !arg.description)
          .map((arg) => `${type.name}.${field.name}(${arg.name})`),
      ]);
      // What the Relay specification names needs no words of ours.
      return /(Connection|Edge|PageInfo)$/.test(type.name) ? [] : withoutWords;
    });
    expect(silent).toEqual([]);
  });

  it('every list says how long it gets', () => {
    const listed = types.filter(isObjectType).filter((type) => !/(Connection|Edge)$/.test(type.name));
    const unsized = listed.flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => /Connection|\[/.test(String(field.type)) && !field.name.startsWith('_'))
        .filter(
          (field) => !new RegExp(`${field.name}[^\\n]*(\\([\\s\\S]*?\\))?[^\\n]*@listSize`).test(released),
        )
        .map((field) => `${type.name}.${field.name}`),
    );
    expect(unsized).toEqual([]);
  });
});

describe('vocabularies', () => {
  const lists = Object.values<unknown>(vocabulary).flatMap((value) =>
    Array.isArray(value) ? [value.filter((each) => typeof each === 'string')] : [],
  );
  const isVocabulary = (values: readonly string[]) =>
    lists.some((list) => list.length === values.length && list.every((each) => values.includes(each)));

  it('are the same in GraphQL as in the domain', () => {
    const enums = Object.values(schema.getTypeMap()).filter((type): type is GraphQLEnumType =>
      isEnumType(type),
    );
    const strange = enums
      .filter((type) => !type.name.startsWith('__') && type.name !== 'CoverageBasis')
      .filter((type) => !isVocabulary(type.getValues().map((value) => value.name)));
    expect(strange.map((type) => type.name)).toEqual([]);
  });

  it('are the same in the database as in the domain', () => {
    const internal = ['Containment', 'ScopeReason'];
    const strange = Object.entries(databaseEnums).filter(
      ([name, values]) => !internal.includes(name) && !isVocabulary(Object.values(values)),
    );
    expect(strange.map(([name]) => name)).toEqual([]);
  });
});

describe('the public contract', () => {
  it('stores no credential, citizen number or image of an identity document', () => {
    const prisma = readFileSync(`${packageFolder()}/prisma/schema.prisma`, 'utf8');
    const columns = [...prisma.matchAll(/^\s{2}([a-z]\w+)\s+\w/gm)].map(([, name]) => name ?? '');
    expect(columns.length).toBeGreaterThan(100);
    expect(
      columns.filter((name) => /passw|secret|cccd|cmnd|citizenId|identity(?!$)|idImage|portrait/i.test(name)),
    ).toEqual([]);
  });
});
