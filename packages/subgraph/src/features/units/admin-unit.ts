import { builder } from '../../builder.ts';
import { keyOfReference } from '../../entities/key-of-reference.ts';
import { unitById, unitByLatestCode } from '../../entities/unit.ts';
import { AdminLevel } from '../../enums.ts';
import { PUBLIC } from '../../permissions/access.ts';

const AdminUnit = builder.objectType('AdminUnit', {
  extensions: PUBLIC,
  description: `One version of an administrative unit [đơn vị hành chính]. A code is not an identity: 44 was Quảng Bình
and is Quảng Trị. As an entity, \`id\` names one version and \`code\` the latest version that bears it: for the version of another day ask \`adminUnit(code:, asOf:)\`.`,
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Identity of this version of the unit, opaque and stable.' }),
    code: t.exposeString('code', {
      nullable: true,
      description:
        'Official code as text, with leading zeros: 2 digits for a province, 3 for a former district, 5 for a commune, `VN` for the nation. Null for villages, which have none, and where no source states it. Fields that another subgraph adds by code are about whatever bears the code there today, maybe another unit: ask for them only where `validTo` is null.',
    }),
    name: t.exposeString('name', { description: 'Name without its kind: `Quảng Trị`.' }),
    fullName: t.exposeString('fullName', { description: 'Name with its kind: `Tỉnh Quảng Trị`.' }),
    kind: t.exposeString('kind', {
      description:
        'What it calls itself: QUOC_GIA TINH THANH_PHO QUAN HUYEN THI_XA XA PHUONG THI_TRAN DAC_KHU THON BAN AP KHU_PHO TO_DAN_PHO KHU_DAN_CU.',
    }),
    level: t.expose('level', { type: AdminLevel, description: 'Level of administration.' }),
    validFrom: t.expose('validFrom', {
      type: 'Date',
      nullable: true,
      description: 'First day. Null: it stood before the first day that the data know.',
    }),
    validTo: t.expose('validTo', {
      type: 'Date',
      nullable: true,
      description: 'Last day. Null while it stands.',
    }),
    aliases: t.exposeStringList('aliases', {
      description: 'Other spellings and names in use.',
      listSize: { assumedSize: 5 },
    }),
    isSynthetic: t.exposeBoolean('isSynthetic', {
      description: 'True for a made-up village of the demonstration register.',
    }),
    parent: t.field({
      type: 'AdminUnit',
      nullable: true,
      description: 'The unit above it in its own time. Null for the nation.',
      resolve: (unit, _, ctx) => (unit.parentId === null ? null : unitById(ctx).load(unit.parentId)),
    }),
  }),
});

builder.asEntity(AdminUnit, {
  key: [builder.selection<{ id: string }>('id'), builder.selection<{ code: string }>('code')],
  resolveReference: (reference: { id?: string | null; code?: string | null }, ctx) => {
    const id = keyOfReference(reference.id);
    const code = keyOfReference(reference.code);
    if (id !== null) return unitById(ctx).load(id);
    return code === null ? null : unitByLatestCode(ctx).load(code);
  },
});
