import {
  DomainError,
  fullUnitName,
  localDate,
  requireAliases,
  requireDayWithin,
  requireUnitKind,
  requireVillageName,
  today,
} from '@cnscd/domain';
import { builder } from '../../builder.ts';
import { unitById } from '../../entities/unit.ts';
import { appendAudit } from '../../operations/audit.ts';
import { AdminUnitResult } from '../../operations/unit-result.ts';
import { versioned } from '../../operations/versioned.ts';
import { done, type Write } from '../../operations/write.ts';
import { idempotencyKeyField } from '../../operations/write-inputs.ts';
import { writeField } from '../../operations/write-types.ts';
import { requireUnitAs, type UnitForWrite } from '../../permissions/team-role.ts';
import { nameKey } from './loading/unit-names.ts';
import { communeFacts, insertVillage, newVillageId, scopeVillage } from './village-rows.ts';

const EstablishVillageInput = builder.inputType('EstablishVillageInput', {
  description:
    'A village that no list has: villages have no official code, and each province keeps its own list.',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    parentCode: t.string({
      required: true,
      description: 'Code of the commune today. Errors: `UNIT_NOT_FOUND`, `UNIT_CODE_INVALID`.',
    }),
    kind: t.string({
      required: true,
      description: 'What it calls itself: THON BAN AP KHU_PHO TO_DAN_PHO KHU_DAN_CU. Error: `INPUT_INVALID`.',
    }),
    name: t.string({
      required: true,
      description: 'Name without its kind: `Tà Lang`, `3`. At most 100 characters.',
    }),
    aliases: t.stringList({ description: 'Other spellings and names in use, at most 10.' }),
    validFrom: t.field({
      type: 'Date',
      description: 'First day. Leave it out where the village is older than its commune, or it is not known.',
    }),
  }),
});

versioned({ type: 'AdminUnit', load: (ctx, id) => unitById(ctx).load(id), notFound: 'UNIT_NOT_FOUND' });

writeField({
  field: 'establishVillage',
  description: `Adds a village to the list of its commune, so that a team can be founded in it. For officers of the commune.
Errors: \`UNIT_EXISTS\`, \`UNIT_NOT_FOUND\`, \`INPUT_INVALID\`, \`TEXT_INVALID\`, \`TEXT_SENSITIVE\`, \`NOT_PERMITTED\`.`,
  input: EstablishVillageInput,
  result: AdminUnitResult,
  operation: establishVillage,
});

async function establishVillage(write: Write, input: typeof EstablishVillageInput.$inferInput) {
  const { tx, now, who } = write;
  const kind = requireUnitKind(input.kind, 'VILLAGE');
  const name = requireVillageName(input.name, kind);
  const aliases = requireAliases(input.aliases ?? []);
  const asked = input.validFrom == null ? null : localDate(input.validFrom, 'validFrom');
  const validFrom = asked === null ? null : requireDayWithin(asked, 'validFrom', { today: today(now) });
  const commune = await requireUnitAs(
    write,
    { code: input.parentCode },
    { atLeast: 'COMMUNE_OFFICER', field: 'parentCode' },
  );
  requireCommune(commune, validFrom);
  const fullName = fullUnitName(kind, name);
  const { villages, province } = await communeFacts(tx, commune.id);
  const same = villages.find(
    (village) => village.isStanding && nameKey(village.fullName) === nameKey(fullName),
  );
  if (same !== undefined) throw unitExists(fullName, same.id);
  const id = newVillageId(commune.id, fullName, villages);
  const village = { id, name, fullName, kind, communeId: commune.id, validFrom, aliases };
  if (!(await insertVillage(tx, village, province))) throw unitExists(fullName, id);
  await scopeVillage(tx, id);
  await appendAudit(tx, who, {
    ...{ entityType: 'AdminUnit', entityId: id, version: 1, unitId: commune.id },
    ...{ before: null, after: { fullName, kind, parentId: commune.id, validFrom, aliases }, reason: null },
  });
  return done('AdminUnit', id, 1);
}

function requireCommune({ level, validFrom: begin }: UnitForWrite, validFrom: string | null): void {
  if (level !== 'COMMUNE') {
    throw inputInvalid('parentCode', {
      vi: `parentCode là đơn vị cấp ${level}; phải là xã, phường hoặc đặc khu`,
      en: `parentCode is of level ${level}; it must be a commune`,
    });
  }
  if (begin === null || validFrom === null || validFrom >= begin) return;
  throw inputInvalid('validFrom', {
    vi: `validFrom là ${validFrom}, trước khi xã được lập ngày ${begin}; hãy bỏ trống`,
    en: `validFrom is ${validFrom}, before the commune began on ${begin}; leave it out`,
  });
}

const inputInvalid = (field: string, messages: { vi: string; en: string }) =>
  new DomainError('INPUT_INVALID', messages, { field });

const unitExists = (fullName: string, id: string) =>
  new DomainError(
    'UNIT_EXISTS',
    {
      vi: `${fullName} đã có trong danh sách của xã, id ${id}; hãy dùng id đó.`,
      en: `${fullName} is on the list of the commune already, with the id ${id}; use that.`,
    },
    { field: 'name', value: id },
  );
