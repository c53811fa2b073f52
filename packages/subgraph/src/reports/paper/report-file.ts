import { DomainError, periodLabel, shown } from '@cnscd/domain';
import type { Context } from '../../context.ts';
import { readFilters, wholeNumber } from '../../exports/export-filters.ts';
import { PAPER_TYPES } from '../../papers/paper-types.ts';
import { printPaper } from '../../papers/print-paper.ts';
import { requireSignedIn } from '../../permissions/sign-in.ts';
import { requireReportSeen } from '../report-access.ts';
import { isSettled, type ReportOnPaper, readReportOnPaper } from './report-facts-on-paper.ts';
import { paperOfReport } from './report-paper.ts';

export interface ReportFile {
  /** Vietnamese, as people keep it: `Báo cáo - Xã Cam Lộ - Quý III 2026.pdf`. */
  fileName: string;
  contentType: string;
  bytes: Uint8Array;
}

/**
 * A period report on paper: `<id>.pdf`, `.docx` or `.xlsx`; the newest edition unless `edition` names another. A locked
 * edition is printed as it was locked, one that can still change carries the mark of a draft.
 *
 * @throws {DomainError} `EXPORT_NOT_FOUND` for another format, `SIGN_IN_REQUIRED`, `INPUT_INVALID`, `REPORT_NOT_FOUND`, `BUSY`
 */
export async function reportFile(
  ctx: Context,
  { name, given }: { name: string; given: Readonly<Record<string, string>> },
): Promise<ReportFile> {
  const { id, extension, type } = namedBy(name);
  await requireSignedIn(ctx);
  const { edition } = readFilters(OPTIONS, given);
  const facts = await readReportOnPaper(ctx, await requireReportSeen(ctx, id), edition);
  return {
    fileName: `${fileNameOf(facts)}.${extension}`,
    contentType: type.contentType,
    bytes: await printPaper(paperOfReport(facts), type.format),
  };
}

const OPTIONS = { edition: wholeNumber } as const;

function namedBy(name: string) {
  const dot = name.lastIndexOf('.');
  const extension = name.slice(dot + 1);
  const type = dot === -1 ? undefined : PAPER_TYPES.get(extension);
  if (type !== undefined) return { id: name.slice(0, dot), extension, type };
  const [asked, extensions] = [shown(name), [...PAPER_TYPES.keys()].map((each) => `.${each}`).join(', ')];
  throw new DomainError(
    'EXPORT_NOT_FOUND',
    {
      vi: `Không có tệp báo cáo tên ${asked}; hãy dùng id của báo cáo với một trong các đuôi ${extensions}.`,
      en: `There is no file of a report named ${asked}; use the id of the report with one of ${extensions}.`,
    },
    { field: 'name', value: asked },
  );
}

function fileNameOf(facts: ReportOnPaper): string {
  const { unit, report, edition } = facts;
  const name = ['Báo cáo', unit.fullName, periodLabel(report.period, 'vi')];
  const which = edition.number === 1 ? [] : [`lần ${edition.number}`];
  const mark = isSettled(facts) ? [] : ['bản nháp'];
  return [...name, ...which, ...mark].join(' - ').replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ');
}
