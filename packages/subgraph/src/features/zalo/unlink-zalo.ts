import { DomainError, requireUuid } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { VersionConflict } from '../../operations/gate.ts';
import { done, type Write } from '../../operations/write.ts';
import { expectedVersionField, idempotencyKeyField } from '../../operations/write-inputs.ts';
import { writeField } from '../../operations/write-types.ts';
import { personOrNull } from '../../rights/person.ts';
import { removeLinks } from '../../zalo/links.ts';
import { ZaloLinkResult, type ZaloLinkRow, zaloLinkColumns } from './zalo-link.ts';

const UnlinkZaloInput = builder.inputType('UnlinkZaloInput', {
  description: 'A Zalo account that is no longer to sign in as a person [gỡ tài khoản Zalo].',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ required: true, description: 'UUID of the link, as `Member.zaloLinks` has it.' }),
    expectedVersion: t.int(expectedVersionField),
  }),
});

writeField({
  field: 'unlinkZalo',
  description: `Removes the link of a Zalo account to a person: the account is forgotten and its sessions end at once. What the person agreed to
stays. For officers who handle the person, and for the person. Errors: \`ZALO_LINK_NOT_FOUND\`, \`NOT_PERMITTED\`.`,
  input: UnlinkZaloInput,
  result: ZaloLinkResult,
  operation: unlinkZalo,
});

async function unlinkZalo(write: Write, input: typeof UnlinkZaloInput.$inferInput) {
  const { tx, now, who } = write;
  const id = requireUuid(input.id, 'id');
  const [link] = await tx.rows<ZaloLinkRow>(sql`
    /* zaloLinkForWrite */
    select ${zaloLinkColumns} from zalo_link l join member m on m.id = l.member_id where l.id = ${id}::uuid for no key update of l`);
  const person =
    link === undefined ? null : await personOrNull(write, link.memberId, { field: 'id', forOwn: true });
  if (link === undefined || person === null) throw linkNotFound(id);
  // One that was removed is at its second version: who would remove it again saw another one.
  if (link.version !== input.expectedVersion || link.removedAt !== null)
    throw new VersionConflict('ZaloLink', id, input.expectedVersion);
  await removeLinks(tx, who, { which: sql`l.id = ${id}::uuid`, now, unitId: person.unitId });
  return done('ZaloLink', id, link.version + 1);
}

const linkNotFound = (id: string) =>
  new DomainError(
    'ZALO_LINK_NOT_FOUND',
    {
      vi: `Không có tài khoản Zalo nào được gắn với id ${id}.`,
      en: `There is no link to a Zalo account with the id ${id}.`,
    },
    { field: 'id', value: id },
  );
