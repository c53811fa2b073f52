import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { label, today } from '@cnscd/domain';
import type { Command } from 'commander';
import sql from 'sql-template-tag';
import type { Context } from '../context.ts';
import { eraseMember } from '../features/rights/erase-member.ts';
import type { ErasureRow } from '../features/rights/erasure.ts';
import { loadRights } from '../import/load-rights.ts';
import { DryRun, writeOnce } from '../operations/write.ts';
import { drawPaper } from '../papers/draw-paper.ts';
import { scopeOf } from '../permissions/scope.ts';
import { Refusal } from '../refusal.ts';
import { handOutEvidence } from '../rights/record/hand-out-evidence.ts';
import { evidenceSheets } from '../rights/record/personal-evidence.ts';
import { readProcessingRecord } from '../rights/record/processing-record.ts';
import { recordPaper, recordSheets } from '../rights/record/record-tables.ts';
import { applyRetention } from '../rights/retention/apply-retention.ts';
import { writeXlsxTable } from '../spreadsheets/write-xlsx-table.ts';
import { operatorContext } from './operator-context.ts';
import { type Settings, withDatabase } from './settings.ts';

/** What an operator does about the rights of people: load rules, hand out what is held, erase, apply retention. */
export function rights(command: Command, settings: Settings): void {
  command.description('Quyền của người có tên trong sổ · The rights of the people in the register.');
  command
    .command('load')
    .description(
      'Nạp mẫu câu, thời hạn, danh mục xử lý · Loads consent texts, terms, retention rules, the record.',
    )
    .argument('[file]', "YAML; default: the package's data/rights.yaml")
    .action((file?: string) =>
      withDatabase(settings, async (db) => {
        for (const [section, { added, changed }] of Object.entries(await loadRights(db, file)))
          console.log(`${section}: ${added} mới · new, ${changed} đổi · changed`);
      }),
    );
  command
    .command('record')
    .description('Xuất hồ sơ hoạt động xử lý · Writes the record of processing for the impact dossier.')
    .requiredOption('--out <file>', '.json, .xlsx or .docx')
    .option('--unit <name>', 'the unit that keeps it, for the head of the paper', '')
    .action(({ out, unit }: { out: string; unit: string }) =>
      withDatabase(settings, async (db) => {
        const record = await readProcessingRecord(db, today(new Date()));
        await write(out, {
          json: async () => asJson(record),
          xlsx: () => writeXlsxTable(recordSheets(record)),
          docx: () => drawPaper(recordPaper(record, unit), 'DOCX'),
        });
      }),
    );
  command
    .command('evidence')
    .description('Xuất dữ liệu đang lưu về một người · Writes all that is held about a person.')
    .argument('<member>', 'id of the person')
    .requiredOption('--out <file>', '.json or .xlsx')
    .action((member: string, { out }: { out: string }) =>
      withDatabase(settings, async (db) => {
        const evidence = await handOutEvidence(operatorContext(db, settings), member);
        await write(out, {
          json: async () => asJson(evidence),
          xlsx: () => writeXlsxTable(evidenceSheets(evidence)),
        });
      }),
    );
  command
    .command('erase')
    .description(
      'Xóa một người theo yêu cầu; không có --execute thì chỉ xem trước · Erases a person by a request.',
    )
    .argument('<request>', 'id of the request of kind ERASE')
    .requiredOption('--reason <text>', 'why it may be done')
    .option('--sign-in <issuer#subject...>', "the person's own sign-ins")
    .option('--masks-elsewhere', 'mask the name in texts of other teams too')
    .option('--execute', 'do it; it cannot be undone')
    .action((requestId: string, options: EraseOptions) =>
      withDatabase(settings, async (db) => {
        const erasure = await eraseBy(operatorContext(db, settings), requestId, options);
        for (const { action, label: what, count } of erasure.report)
          console.log(`${label('erasureAction', action)}: ${count} · ${what}`);
        console.log(options.execute === true ? DONE : SHOWN);
      }),
    );
  command
    .command('retention')
    .description(
      'Áp dụng thời hạn lưu giữ ngay · Applies the retention rules now, as the worker does every hour.',
    )
    .option('--dry-run', 'only count')
    .action(({ dryRun = false }: { dryRun?: boolean }) =>
      withDatabase(settings, async (db) => {
        for (const { data, days, count } of await applyRetention(db, new Date(), { isDryRun: dryRun }))
          console.log(`${label('retainedData', data)} (${days} ngày · days): ${count}`);
      }),
    );
}

interface EraseOptions {
  reason: string;
  signIn?: string[];
  masksElsewhere?: boolean;
  execute?: boolean;
}

const DONE = 'Đã xóa, không khôi phục được · Erased; this cannot be undone.';
const SHOWN = 'Mới xem trước, chưa xóa gì; thêm --execute để xóa · Only shown; add --execute to erase.';

async function eraseBy(ctx: Context, requestId: string, options: EraseOptions): Promise<ErasureRow> {
  const [request] = await ctx.db.rows<{ version: number }>(sql`
    /* versionOfRequest */ select version from subject_request where id::text = ${requestId.toLowerCase()}`);
  const input = {
    ...{
      idempotencyKey: randomUUID(),
      requestId,
      expectedVersion: request?.version ?? 0,
      reason: options.reason,
    },
    ...{ signIns: options.signIn ?? [], masksElsewhere: options.masksElsewhere ?? false },
    dryRun: options.execute !== true,
  };
  try {
    const outcome = await writeOnce(
      ctx,
      { field: 'eraseMember', operation: eraseMember },
      { input, scope: await scopeOf(ctx) },
    );
    if (outcome.kind === 'REFUSED') throw new Refusal(outcome.messages);
    if (outcome.kind === 'CONFLICT') throw new Refusal(CHANGED);
    const [row] = await ctx.db.rows<ErasureRow>(sql`
      /* erasureOfCommand */ select report from erasure where id = ${outcome.entityId}::uuid`);
    if (row === undefined) throw new Error('an erasure without a row');
    return row;
  } catch (error) {
    if (error instanceof DryRun) return error.answer as unknown as ErasureRow; // what a dry run of eraseMember carries
    throw error;
  }
}

const CHANGED = {
  vi: 'Yêu cầu vừa có thay đổi; hãy xem lại rồi chạy lại lệnh.',
  en: 'The request has just changed; look at it, then run the command again.',
};

async function write(
  out: string,
  writers: Readonly<Record<string, () => Promise<Uint8Array>>>,
): Promise<void> {
  const writer = writers[out.split('.').at(-1)?.toLowerCase() ?? ''];
  if (writer === undefined) {
    const endings = Object.keys(writers).map((each) => `.${each}`);
    throw new Refusal({
      vi: `--out là "${out}": tên tệp phải kết thúc bằng ${endings.join(', ')}.`,
      en: `--out is "${out}": the name must end in ${endings.join(', ')}.`,
    });
  }
  writeFileSync(out, await writer());
  console.log(out);
}

const asJson = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value, null, 2));
