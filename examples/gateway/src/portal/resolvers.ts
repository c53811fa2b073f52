import { connection, type PageArguments } from './connection.ts';
import {
  CITIZENS,
  type CitizenRecord,
  COMMUNES,
  type CommuneRecord,
  NEWS,
  type NewsRecord,
  SERVICES,
} from './made-up-data.ts';

const communes = new Map(COMMUNES.map((commune) => [commune.code, commune]));
const citizens = new Map(CITIZENS.map((citizen) => [citizen.id, citizen]));
const services = new Map(SERVICES.map((service) => [service.code, service]));
const newsItems = new Map(NEWS.map((item) => [item.id, item]));

/** A unit as another subgraph names it. Villages have no official code, so theirs is null. */
interface UnitReference {
  code: string | null;
}

export const resolvers = {
  Query: {
    citizen: (_: unknown, { id }: { id: string }) => citizens.get(id) ?? null,
    citizens: (_: unknown, { communeCode, ...page }: PageArguments & { communeCode?: string | null }) =>
      connection(CITIZENS.filter(belongsTo(communeCode)), (citizen) => citizen.id, page),
    communes: () => COMMUNES,
    news: (_: unknown, { communeCode, ...page }: PageArguments & { communeCode?: string | null }) =>
      connection(NEWS.filter(belongsTo(communeCode)), (item) => item.id, page),
  },
  AdminUnit: {
    // Null, not an error, for the thousands of units that this portal does not serve.
    __resolveReference: ({ code }: UnitReference) => (code === null ? null : (communes.get(code) ?? null)),
    oneStopOffice: (commune: CommuneRecord) => commune.office,
    oneStopServices: (commune: CommuneRecord) => commune.serviceCodes.map((code) => services.get(code)),
    news: (commune: CommuneRecord, page: PageArguments) =>
      connection(NEWS.filter(belongsTo(commune.code)), (item) => item.id, page),
  },
  Citizen: {
    __resolveReference: ({ id }: { id: string }) => citizens.get(id) ?? null,
    commune: (citizen: CitizenRecord) => communes.get(citizen.communeCode),
  },
  NewsItem: {
    __resolveReference: ({ id }: { id: string }) => newsItems.get(id) ?? null,
    commune: (item: NewsRecord) => (item.communeCode === null ? null : communes.get(item.communeCode)),
  },
  OneStopService: {
    __resolveReference: ({ code }: { code: string }) => services.get(code) ?? null,
  },
};

function belongsTo(communeCode: string | null | undefined): (row: { communeCode: string | null }) => boolean {
  return (row) => communeCode == null || row.communeCode === communeCode;
}
