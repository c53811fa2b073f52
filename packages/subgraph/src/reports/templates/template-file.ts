import {
  ADMIN_LEVELS,
  type AdminLevel,
  type LocalDate,
  type Messages,
  PERIOD_KINDS,
  type PeriodKind,
} from '@cnscd/domain';
import { z } from 'zod';
import { day, faultsOf, parse, words } from '../../import/fields.ts';
import type { Fault, Path, YamlFile } from '../../import/yaml-file.ts';

/** A version of a template as its file defines it. */
export interface TemplateVersion {
  id: string;
  code: string;
  version: string;
  nameVi: string;
  nameEn: string;
  note: string | null;
  levels: AdminLevel[];
  periods: PeriodKind[];
  deadlineDays: Record<string, number>;
  validFrom: LocalDate;
  validTo: LocalDate | null;
  lines: TemplateLine[];
}

export interface TemplateLine {
  code: string;
  position: number;
  tableCode: string;
  tableVi: string;
  tableEn: string;
  /** Null: as the indicator is called. */
  labelVi: string | null;
  labelEn: string | null;
  indicatorCode: string;
  origin: 'COMPUTED' | 'REGISTERED' | 'MEASURED';
  isRequired: boolean;
}

/**
 * The versions of a template.
 *
 * @param measures - what each indicator is counted from; null: it is only stated
 * @throws {ImportError} `IMPORT_INVALID` with everything that is wrong
 */
export function readTemplateFile(
  yaml: YamlFile,
  measures: ReadonlyMap<string, string | null>,
): TemplateVersion[] {
  const result = parse(templateSchema, yaml.content);
  if (!result.success) return yaml.refuse(faultsOf(result.error, []));
  const { code, name, nameEn, versions } = result.data;
  const read = versions.map(
    ({ tables, deadlines, note = null, validTo = null, ...version }): TemplateVersion => {
      const lines = tables.flatMap((table) => table.lines.map((line) => ({ table, line })));
      return {
        ...version,
        ...{
          id: `${code}@${version.version}`,
          code,
          nameVi: name,
          nameEn,
          note,
          validTo,
          deadlineDays: deadlines,
        },
        lines: lines.map(({ table, line }, index) => ({
          ...{ code: line.code, position: index + 1, indicatorCode: line.indicator, origin: line.from },
          ...{ tableCode: table.code, tableVi: table.title, tableEn: table.titleEn },
          ...{
            labelVi: line.label ?? null,
            labelEn: line.labelEn ?? null,
            isRequired: line.required === 'true',
          },
        })),
      };
    },
  );
  const faults = read.flatMap((version, index) => faultsOfVersion(version, { index, all: read, measures }));
  return faults.length > 0 ? yaml.refuse(faults) : read;
}

const REGISTERED = ['TEAMS', 'MEMBERS'];

function faultsOfVersion(
  version: TemplateVersion,
  {
    index,
    all,
    measures,
  }: { index: number; all: TemplateVersion[]; measures: ReadonlyMap<string, string | null> },
): Fault[] {
  const at = (...path: Path): Path => ['versions', index, ...path];
  const other = all.slice(0, index).find((each) => overlaps(each, version));
  const { levels, deadlineDays, lines } = version;
  return [
    ...(other === undefined ? [] : [{ path: at('validFrom'), messages: overlapping(other) }]),
    ...levels
      .filter((level) => deadlineDays[level] === undefined)
      .map((level) => ({ path: at('deadlines'), messages: noDeadline(level) })),
    ...lines.flatMap((line, place) => {
      const measure = measures.get(line.indicatorCode);
      const path = at('tables');
      if (lines.findIndex(({ code }) => code === line.code) < place)
        return [{ path, messages: repeated(line) }];
      if (measure === undefined) return [{ path, messages: unknownIndicator(line) }];
      const isOfRegister = measure !== null && REGISTERED.includes(measure);
      const fits =
        line.origin === 'MEASURED' || (measure !== null && isOfRegister === (line.origin === 'REGISTERED'));
      return fits ? [] : [{ path, messages: notFrom(line) }];
    }),
  ];
}

/** A version as the database has it. */
export type LoadedVersion = Pick<TemplateVersion, 'id' | 'code' | 'version' | 'validFrom' | 'validTo'>;

/** Versions of a file that would be in force on a day on which one that is loaded already, and not in the file, is too. */
export function faultsBeside(
  versions: readonly TemplateVersion[],
  loaded: readonly LoadedVersion[],
): Fault[] {
  return versions.flatMap((version, index): Fault[] => {
    const other = loaded.find((each) => overlaps(each, version));
    return other === undefined
      ? []
      : [{ path: ['versions', index, 'validFrom'], messages: overlapping(other) }];
  });
}

/** A line of a version by which there are reports. */
export interface UsedLine extends Pick<TemplateLine, 'code' | 'indicatorCode' | 'origin'> {
  templateId: string;
}

/** Versions of a file that would report other lines than those by which there are reports already. */
export function faultsInUse(versions: readonly TemplateVersion[], used: readonly UsedLine[]): Fault[] {
  const keyOf = ({ code, indicatorCode, origin }: Omit<UsedLine, 'templateId'>) =>
    `${code} ${indicatorCode} ${origin}`;
  return versions.flatMap(({ id, lines }, index): Fault[] => {
    const before = used.filter(({ templateId }) => templateId === id).map(keyOf);
    const isSame = before.length === lines.length && lines.every((line) => before.includes(keyOf(line)));
    return before.length === 0 || isSame ? [] : [{ path: ['versions', index, 'tables'], messages: IN_USE }];
  });
}

const IN_USE: Messages = {
  vi: 'Đã có báo cáo theo bản này nên không đổi được dòng; hãy thêm bản mới, có ngày hiệu lực.',
  en: 'There are reports by this version, so its lines cannot change; add a new version with its days.',
};

const overlaps = (one: LoadedVersion, other: LoadedVersion) =>
  one.version === other.version ||
  ((one.validTo === null || one.validTo >= other.validFrom) &&
    (other.validTo === null || other.validTo >= one.validFrom));

const overlapping = ({ version }: LoadedVersion): Messages => ({
  vi: `Trùng thời gian hiệu lực hoặc tên với bản "${version}".`,
  en: `Overlaps with the version "${version}", or has its name.`,
});
const noDeadline = (level: AdminLevel): Messages => ({
  vi: `Thiếu hạn gửi của cấp ${level}.`,
  en: `The deadline of ${level} is missing.`,
});
const repeated = ({ code }: TemplateLine): Messages => ({
  vi: `Dòng "${code}" đã khai.`,
  en: `The line "${code}" is there already.`,
});
const unknownIndicator = ({ indicatorCode }: TemplateLine): Messages => ({
  vi: `Không có chỉ tiêu "${indicatorCode}".`,
  en: `There is no indicator "${indicatorCode}".`,
});
const notFrom = ({ code, origin }: TemplateLine): Messages => ({
  vi: `Dòng "${code}" không lấy được từ ${origin}.`,
  en: `The line "${code}" cannot come from ${origin}.`,
});

const upperCode = z.string().regex(/^[A-Z0-9]+(_[A-Z0-9]+)*$/);

const lineSchema = z.strictObject({
  code: upperCode,
  indicator: upperCode,
  from: z.enum(['COMPUTED', 'REGISTERED', 'MEASURED']),
  label: words.optional(),
  labelEn: words.optional(),
  required: z.enum(['true', 'false']).optional(),
});

const versionSchema = z.strictObject({
  version: words,
  validFrom: day,
  validTo: day.optional(),
  note: words.optional(),
  levels: z.array(z.enum(ADMIN_LEVELS)).min(1),
  periods: z.array(z.enum(PERIOD_KINDS)).min(1),
  deadlines: z.partialRecord(
    z.enum(ADMIN_LEVELS),
    z
      .string()
      .regex(/^\d{1,2}$/)
      .transform(Number),
  ),
  tables: z
    .array(z.strictObject({ code: words, title: words, titleEn: words, lines: z.array(lineSchema).min(1) }))
    .min(1),
});

const templateSchema = z.strictObject({
  code: upperCode,
  name: words,
  nameEn: words,
  versions: z.array(versionSchema).min(1),
});
