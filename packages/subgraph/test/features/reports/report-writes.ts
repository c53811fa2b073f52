import { expect } from 'vitest';
import type { Claims } from '../../../src/auth/credential.ts';
import { sendWrites, type Written } from '../../support/send-write.ts';
import type { Answer, testSubgraph } from '../../support/subgraph.ts';

type Run = Awaited<ReturnType<typeof testSubgraph>>['run'];

const REPORT = `id status edition version dueOn submittedOn daysLate completeness isStale isEditable isDiscardable actions level
  unit { id } parentUnit { id } carriedOnBy { id } warnings { code }
  tables { values { code value filled numerator denominator origin own variance completeness warnings { code }
    parts { unit { id } from to value reportId } correction { value replaces reason by } } }
  trail { action from to reason edition } editions { number lockedAt digest coversFrom coversTo }
  children { unit { id } standing daysLate waiver { reason } }`;

/** Sends the writes of reports, and looks at them. */
export function reportWrites(run: Run) {
  const ofReports = sendWrites(run, { Report: REPORT });
  const ofWaivers = sendWrites(run, { ReportWaiver: 'id version reason revokedAt unit { id }' });
  return {
    openReport: ofReports('openReport'),
    refreshReport: ofReports('refreshReport'),
    correctReportValue: ofReports('correctReportValue'),
    submitReport: ofReports('submitReport'),
    returnReport: ofReports('returnReport'),
    approveReport: ofReports('approveReport'),
    lockReport: ofReports('lockReport'),
    reopenReport: ofReports('reopenReport'),
    discardReport: sendWrites(run, { AdminUnit: 'id' })('discardReport'),
    waiveReport: ofWaivers('waiveReport'),
    revokeWaiver: ofWaivers('revokeWaiver'),
    async read(as: Claims, id: string): Promise<Answer['data']> {
      const { data, errors } = await run(
        `query ($id: ID!) { report(id: $id) { ${REPORT} } }`,
        { id },
        { as },
      );
      expect(errors).toBeUndefined();
      return data.report;
    },
    async progress(as: Claims, unitCode: string, about: { templateCode: string; period: string }) {
      const { data, errors } = await run(
        `query ($templateCode: String!, $period: Period!, $unitCode: String!) {
          reportProgress(templateCode: $templateCode, period: $period, unitCode: $unitCode) {
            dueOn expected approved submitted returned drafts missing waived late report { id status }
            children { unit { id } standing dueOn submittedOn daysLate waiver { id reason } report { id } } } }`,
        { unitCode, ...about },
        { as },
      );
      expect(errors).toBeUndefined();
      return data.reportProgress;
    },
  };
}

/** Values of a report by line. */
export const valuesOf = (report: Written | Answer['data']): Record<string, number | null> =>
  Object.fromEntries(linesOf(report).map((value) => [value.code, value.value]));

export const lineOf = (report: Written | Answer['data'], code: string): Answer['data'] =>
  linesOf(report).find((value) => value.code === code);

const linesOf = (report: Answer['data']): Answer['data'][] =>
  report.tables.flatMap((table: Answer['data']) => table.values);
