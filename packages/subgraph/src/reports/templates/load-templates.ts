import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import type { Database } from '../../database/client.ts';
import { inLoad } from '../../database/in-load.ts';
import { packageFolder } from '../../database/package-folder.ts';
import { upsertRows } from '../../import/write-rows.ts';
import { readYaml } from '../../import/yaml-file.ts';
import {
  faultsBeside,
  faultsInUse,
  type LoadedVersion,
  readTemplateFile,
  type TemplateVersion,
  type UsedLine,
} from './template-file.ts';

/**
 * Loads the templates of the package, or those of a place from its own folder. Indicators must be there. Loading again
 * changes nothing. Of a template that a place has made versions of, those of the package are left out from then on.
 *
 * @throws {ImportError} `IMPORT_INVALID`, also where two versions of a template would be in force on the same day
 */
export async function loadTemplates(
  db: Database,
  { folder }: { folder?: string } = {},
): Promise<TemplateVersion[]> {
  const place = folder ?? join(packageFolder(), 'data', 'reports');
  const names = readdirSync(place)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  return inLoad(db, async (client) => {
    const { rows } = await client.query<{ code: string; measure: string | null }>(
      '/* measures */ select code, measure from indicator',
    );
    const measures = new Map(rows.map(({ code, measure }) => [code, measure]));
    const { rows: loaded } = await client.query<LoadedVersion>(
      '/* loadedTemplates */ select id, code, version, valid_from as "validFrom", valid_to as "validTo" from report_template',
    );
    const { rows: used } = await client.query<UsedLine>(
      `/* usedLines */ select l.template_id as "templateId", l.code, l.indicator_code as "indicatorCode", l.origin
       from report_template_line l where exists (select from report r where r.template_id = l.template_id)`,
    );
    const versions = names.flatMap((name) => {
      const yaml = readYaml(name, readFileSync(join(place, name), 'utf8'));
      const read = readTemplateFile(yaml, measures);
      const others = loaded.filter(
        ({ id, code }) => code === read[0]?.code && read.every((version) => version.id !== id),
      );
      if (folder === undefined && others.length > 0) return [];
      const faults = [...faultsBeside(read, others), ...faultsInUse(read, used)];
      return faults.length > 0 ? yaml.refuse(faults) : read;
    });
    await writeTemplates(client, versions);
    return versions;
  });
}

/** Reports keep the lines as they were filled: changing a version here changes none of them. */
async function writeTemplates(client: pg.ClientBase, versions: readonly TemplateVersion[]): Promise<void> {
  await upsertRows(
    client,
    {
      name: 'report_template',
      key: ['id'],
      columns: [
        ...['id', 'code', 'version', 'name_vi', 'name_en', 'note', 'levels', 'periods', 'deadline_days'],
        ...['valid_from', 'valid_to'],
      ],
    },
    versions.map(({ lines, ...version }) => version),
  );
  await client.query(
    `/* withdrawTemplateLines */ delete from report_template_line l
     where template_id = any($1) and not exists (
       select from json_to_recordset($2) as kept (id text, code text)
       where kept.id = l.template_id and kept.code = l.code)`,
    [
      versions.map(({ id }) => id),
      JSON.stringify(versions.flatMap(({ id, lines }) => lines.map(({ code }) => ({ id, code })))),
    ],
  );
  await client.query(
    `/* upsertTemplateLines */
     insert into report_template_line (template_id, code, position, table_code, table_vi, table_en, label_vi, label_en,
       indicator_code, origin, is_required)
     select r."templateId", r.code, r.position, r."tableCode", r."tableVi", r."tableEn", coalesce(r."labelVi", i.name_vi),
       coalesce(r."labelEn", i.name_en), i.code, r.origin, r."isRequired"
     from json_to_recordset($1) as r ("templateId" text, code text, position int, "tableCode" text, "tableVi" text,
       "tableEn" text, "labelVi" text, "labelEn" text, "indicatorCode" text, origin report_origin, "isRequired" boolean)
     join indicator i on i.code = r."indicatorCode"
     on conflict (template_id, code) do update set (position, table_code, table_vi, table_en, label_vi, label_en,
       indicator_code, origin, is_required) = row(excluded.position, excluded.table_code, excluded.table_vi,
       excluded.table_en, excluded.label_vi, excluded.label_en, excluded.indicator_code, excluded.origin,
       excluded.is_required)`,
    [JSON.stringify(versions.flatMap(({ id, lines }) => lines.map((line) => ({ ...line, templateId: id }))))],
  );
}
