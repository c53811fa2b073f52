import { EXPORT_KINDS, label, type Period, periodLabel, today } from '@cnscd/domain';
import type { UnitSummary } from '@cnscd/sdk';
import { type FormEvent, useState } from 'react';
import { capitalised } from '../../figure-text.ts';
import { saveFile } from '../../files/save-file.ts';
import { TransferBar } from '../../files/transfer-bar.tsx';
import { useTransfer } from '../../files/use-transfer.ts';
import { levelBelow } from '../../overview/level-below.ts';
import { Choice, Labelled } from '../../page/choice.tsx';
import { usePortal } from '../../page/portal-context.tsx';
import { WriteError } from '../form/write-error.tsx';
import { periodsOfWork } from '../officer/periods-of-work.ts';
import { useWork } from '../work-context.tsx';
import {
  comesBack,
  EXPORT_FILTERS,
  EXPORT_FORMATS,
  type ExportChoice,
  needsPeriod,
  PHONES,
  takeExport,
} from './export-choice.ts';

/** Any list or board of an officer's unit as a file. */
export function ExportPart({ units }: { units: readonly UnitSummary[] }) {
  const { client, language, texts } = usePortal();
  const { announce } = useWork();
  const day = today(new Date());
  const periods = [...new Set([...periodsOfWork(day), ...earlierPeriods(day)])];
  const [choice, setChoice] = useState<ExportChoice>({
    ...{ kind: 'TEAMS', format: 'xlsx', unitCode: units[0]?.code ?? '', day },
    ...{ period: '', breakdown: null, phones: 'ALLOWED' },
  });
  const choose = (patch: Partial<ExportChoice>) => setChoice((last) => ({ ...last, ...patch }));
  const transfer = useTransfer();
  const { kind, unitCode } = choice;
  const has = (filter: (typeof EXPORT_FILTERS)[typeof kind][number]) => EXPORT_FILTERS[kind].includes(filter);
  const period = choice.period === '' && needsPeriod(kind) ? (periods[0] ?? '') : choice.period;
  const unit = units.find(({ code }) => code === unitCode);
  const below = unit === undefined ? null : levelBelow(unit.level, has('day') ? choice.day : day);
  const take = async (event: FormEvent) => {
    event.preventDefault();
    const asked = { ...choice, period, breakdown: below === null ? null : choice.breakdown };
    const name = label('exportKind', kind, language);
    const file = await transfer.start(name, (options) => takeExport(client.exports, asked, options));
    if (file === null) return;
    saveFile(file);
    announce(texts.files.taken(file.name));
  };
  return (
    <form className="panel" data-part="export" onSubmit={take}>
      <h3>{texts.files.exportTitle}</h3>
      <p className="hint">
        {texts.files.exportHint}
        {comesBack(choice) && ` ${texts.files.comesBack}`}
      </p>
      <div className="form-grid export-fields">
        <Choice
          name={texts.files.what}
          value={kind}
          onChange={(value) => choose({ kind: EXPORT_KINDS.find((each) => each === value) ?? kind })}
          options={EXPORT_KINDS.map((each) => [each, capitalised(label('exportKind', each, language))])}
        />
        <Choice
          name={texts.files.ofUnit}
          value={unitCode}
          onChange={(value) => choose({ unitCode: value })}
          options={units.map(({ code, fullName }) => [code ?? '', fullName])}
        />
        {has('day') && (
          <Labelled name={texts.files.onDay}>
            {(id) => (
              <input
                id={id}
                type="date"
                required
                min="2022-01-01"
                value={choice.day}
                onChange={({ target }) => choose({ day: target.value })}
              />
            )}
          </Labelled>
        )}
        {has('period') && (
          <Choice
            name={texts.period}
            value={period}
            onChange={(value) => choose({ period: value })}
            options={[
              ...(needsPeriod(kind) ? [] : [['', texts.files.everyPeriod] as const]),
              ...periods.map((each) => [each, periodLabel(each, language)] as const),
            ]}
          />
        )}
        {has('breakdown') && below !== null && (
          <Choice
            name={texts.breakdown}
            value={choice.breakdown ?? ''}
            onChange={(value) => choose({ breakdown: value === below ? below : null })}
            options={[
              ['', texts.noBreakdown],
              [below, label('adminLevel', below, language)],
            ]}
          />
        )}
        {has('phones') && (
          <Choice
            name={texts.files.phones}
            value={choice.phones}
            onChange={(value) => choose({ phones: PHONES.find((each) => each === value) ?? choice.phones })}
            options={PHONES.map((each) => [each, texts.files.phonesAre[each]])}
          />
        )}
        <Choice
          name={texts.files.format}
          value={choice.format}
          onChange={(value) =>
            choose({ format: EXPORT_FORMATS.find((each) => each === value) ?? choice.format })
          }
          options={EXPORT_FORMATS.map((each) => [each, texts.files.formatIs[each]])}
        />
      </div>
      {has('phones') && <p className="hint">{texts.files.isRecorded}</p>}
      <p className="form-buttons">
        <button type="submit" className="button is-main" disabled={transfer.current !== null}>
          {texts.files.download}
        </button>
      </p>
      <TransferBar transfer={transfer} action={texts.files.taking} />
      <WriteError error={transfer.error} />
    </form>
  );
}

/** The quarters and years before, that reports are written about. */
function earlierPeriods(day: string): Period[] {
  const year = Number(day.slice(0, 4));
  const quarters = [4, 3, 2, 1].map((quarter) => `${year}-Q${quarter}`);
  return [
    ...quarters.filter((each) => each < `${year}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`),
    `${year - 1}`,
  ].map(
    (text) => text as Period, // made of a year and a quarter right here
  );
}
