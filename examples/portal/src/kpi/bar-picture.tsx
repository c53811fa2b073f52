import { useEffect, useRef } from 'react';
import { periodText, valueWithUnit } from '../figure-text.ts';
import { usePortal } from '../page/portal-context.tsx';
import type { ComparedUnit, Reading } from './compared-units.ts';

interface BarPictureProps {
  units: readonly ComparedUnit[];
  description: string;
  period: string;
  other: string | null;
  measureUnit: string;
  onChoose(unit: ComparedUnit): void;
}

const COLOURS = ['#0d4f8b', '#b26a00'];

/** The bars. Who cannot see or point at them has the table below. */
export function BarPicture({ units, description, period, other, measureUnit, onChoose }: BarPictureProps) {
  const { language } = usePortal();
  const place = useRef<HTMLDivElement>(null);
  const choose = useRef(onChoose);
  choose.current = onChoose;
  useEffect(() => {
    let remove = () => {};
    let isGone = false;
    import('./bar-chart.ts').then(({ drawBars }) => {
      if (isGone || place.current === null) return;
      const text = ({ value, qualifier }: Reading) => valueWithUnit(value, qualifier, measureUnit, language);
      const values = (period: string, readingOf: (unit: ComparedUnit) => ComparedUnit['before']) => ({
        name: periodText(period, language),
        bars: units.map((unit) => {
          const reading = readingOf(unit);
          return reading === null || reading === 'ANOTHER_UNIT'
            ? null
            : { length: reading.value, text: text(reading) };
        }),
      });
      remove = drawBars(place.current, {
        description,
        names: units.map(({ unit }) => unit.fullName),
        series: [
          values(period, ({ now }) => now),
          ...(other === null ? [] : [values(other, ({ before }) => before)]),
        ],
        colours: COLOURS,
        text: (value) => text({ value, qualifier: 'EXACT' }),
        onChoose: (index) => {
          const unit = units[index];
          if (unit !== undefined) choose.current(unit);
        },
      });
    }, console.error);
    return () => {
      isGone = true;
      remove();
    };
  }, [units, description, period, other, measureUnit, language]);
  return <div className="bar-picture" role="img" aria-label={description} ref={place} />;
}
