import { TEXTS } from '../texts/vi.ts';
import type { FieldsProps } from './count-fields.tsx';
import { Field } from './field.tsx';
import { titleOf } from './typed-activity.ts';

/** What has a good value by itself, for the day when it does not. */
export function DetailFields({ typed, type, faults, isOpen }: FieldsProps & { isOpen: boolean }) {
  const hasFault = ['title', 'startsAt', 'place', 'note'].some((name) => name in faults);
  return (
    <details className="details" open={isOpen || hasFault || undefined}>
      <summary>{TEXTS.record.details}</summary>
      <Field
        label={TEXTS.record.startsAt}
        fault={faults.startsAt}
        control={(ties) => (
          <input
            {...ties}
            type="datetime-local"
            value={typed.startsAt}
            onChange={({ target }) => type({ startsAt: target.value })}
          />
        )}
      />
      <Field
        label={TEXTS.record.name}
        fault={faults.title}
        control={(ties) => (
          <input
            {...ties}
            value={typed.title}
            placeholder={titleOf({ ...typed, title: '' })}
            onChange={({ target }) => type({ title: target.value })}
          />
        )}
      />
      <Field
        label={TEXTS.record.place}
        hint={TEXTS.record.placeHint}
        fault={faults.place}
        control={(ties) => (
          <input {...ties} value={typed.place} onChange={({ target }) => type({ place: target.value })} />
        )}
      />
      <Field
        label={TEXTS.record.note}
        hint={TEXTS.record.noteHint}
        fault={faults.note}
        control={(ties) => (
          <textarea
            {...ties}
            rows={3}
            value={typed.note}
            onChange={({ target }) => type({ note: target.value })}
          />
        )}
      />
    </details>
  );
}
