import type { ConsentPurpose as Purpose } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { dayOf } from '../../arguments.ts';
import { builder } from '../../builder.ts';
import { perRequest } from '../../context.ts';
import { ConsentPurpose } from '../../enums.ts';
import { PUBLIC } from '../../permissions/access.ts';

/** A wording that people are asked by. */
export interface ConsentTextRow {
  purpose: Purpose;
  version: string;
  wordingVi: string;
  wordingEn: string;
  validFrom: string;
  validTo: string | null;
}

export const ConsentText = builder.objectRef<ConsentTextRow>('ConsentText').implement({
  extensions: PUBLIC,
  description:
    'What people are asked to agree to, word by word [mẫu câu xin đồng ý]. Never rewritten: another wording is another version.',
  fields: (t) => ({
    purpose: t.expose('purpose', { type: ConsentPurpose, description: 'What it is about.' }),
    version: t.exposeString('version', { description: 'Its name among those of the purpose: `2026-01`.' }),
    wording: t.exposeString('wordingVi', { description: 'The wording, in Vietnamese.' }),
    wordingEn: t.exposeString('wordingEn', { description: 'The same in English.' }),
    validFrom: t.expose('validFrom', { type: 'Date', description: 'First day on which it is used.' }),
    validTo: t.expose('validTo', {
      type: 'Date',
      nullable: true,
      description: 'Last day on which it is used. Null while it is.',
    }),
  }),
});

builder.queryField('consentTexts', (t) =>
  t.field({
    type: [ConsentText],
    extensions: PUBLIC,
    description: 'Wordings in use on a day, one for each purpose. Error: `DATE_INVALID`.',
    listSize: { assumedSize: 10 },
    args: { asOf: t.arg({ type: 'Date', description: 'Default: today.' }) },
    resolve: (_, { asOf }, ctx) => {
      const day = dayOf(ctx, asOf);
      return ctx.db.rows<ConsentTextRow>(sql`
        /* consentTexts */
        select distinct on (purpose) purpose, version, wording_vi as "wordingVi", wording_en as "wordingEn",
          valid_from as "validFrom", valid_to as "validTo"
        from consent_text where valid_from <= ${day}::date and (valid_to is null or valid_to >= ${day}::date)
        order by purpose, valid_from desc, version`);
    },
  }),
);

interface TextKey {
  purpose: Purpose;
  version: string;
}

const keyOf = ({ purpose, version }: TextKey) => `${purpose} ${version}`;

/** Wordings by purpose and version. */
export const consentTextOf = perRequest<TextKey, ConsentTextRow | null>(async (ctx, keys) => {
  const rows = await ctx.db.rows<ConsentTextRow>(sql`
    /* consentTextOf */
    select purpose, version, wording_vi as "wordingVi", wording_en as "wordingEn", valid_from as "validFrom",
      valid_to as "validTo"
    from consent_text where purpose::text || ' ' || version = any(${keys.map(keyOf)}::text[])`);
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(keyOf(key)) ?? null);
}, keyOf);
