import type { UnitInList } from '@cnscd/sdk';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { dayText } from '../figure-text.ts';
import { usePortal } from '../page/portal-context.tsx';
import { type ProvinceOption, provinceGroups } from './province-options.ts';

interface ProvinceBoxProps {
  /** Name of the unit that is shown now. */
  current: string;
  provinces: readonly UnitInList[];
}

/** A combobox after the ARIA pattern: type to filter, arrows to move, Enter to choose, Escape to leave. */
export function ProvinceBox({ current, provinces }: ProvinceBoxProps) {
  const { state, change, language, texts } = usePortal();
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const groups = isOpen ? provinceGroups(provinces, typed ?? '', state.asOf, language) : [];
  const options = groups.flatMap((group) => group.options);
  const activeId = options[active]?.id;

  useEffect(() => {
    if (activeId !== undefined)
      list.current?.querySelector(`#${activeId}`)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const open = () => {
    setIsOpen(true);
    setActive(0);
  };
  const close = () => {
    setIsOpen(false);
    setTyped(null);
  };
  const choose = ({ code, asOf }: ProvinceOption) => {
    change({
      unit: code,
      asOf,
      boundary: 'AS_REPORTED',
      period: null,
      breakdown: null,
      search: null,
      team: null,
    });
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const option = options[active];
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && isOpen && option !== undefined) choose(option);
    else if (event.key === 'ArrowDown' && !isOpen) open();
    else if (event.key === 'ArrowDown') setActive(Math.min(active + 1, options.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else return;
    event.preventDefault();
  };

  return (
    <div className="field province-box">
      <label htmlFor="province">{texts.province}</label>
      <input
        id="province"
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-expanded={isOpen}
        aria-controls="province-list"
        aria-autocomplete="list"
        aria-activedescendant={activeId}
        aria-describedby="province-hint"
        value={typed ?? current}
        onFocus={(event) => event.currentTarget.select()}
        onClick={open}
        onChange={(event) => {
          setTyped(event.target.value);
          open();
        }}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      <p id="province-hint" className="hint">
        {texts.provinceHint}
      </p>
      <div id="province-list" role="listbox" aria-label={texts.province} hidden={!isOpen} ref={list}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a listbox
          <div role="group" aria-labelledby={`group-${group.id}`} key={group.id}>
            <p id={`group-${group.id}`} className="group-name">
              {group.id === 'withFigures' ? texts.withFigures : texts.onTheDay(dayText(state.asOf, language))}
            </p>
            {group.options.map((option) => (
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the input, as aria-activedescendant says
              // biome-ignore lint/a11y/useKeyWithClickEvents: the input takes the keys
              <div
                id={option.id}
                key={option.id}
                role="option"
                aria-selected={option.id === activeId}
                className="option"
                // Before the input loses the focus, which closes the list.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(option)}
              >
                <span>{option.name}</span> <span className="note">{option.note}</span>
              </div>
            ))}
          </div>
        ))}
        {options.length === 0 && isOpen && <p className="group-name">{texts.noProvince}</p>}
      </div>
    </div>
  );
}
