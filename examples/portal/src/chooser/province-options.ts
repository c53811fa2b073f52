import { fold, type Language } from '@cnscd/domain';
import type { UnitInList } from '@cnscd/sdk';
import { dayText } from '../figure-text.ts';
import { PLACES_WITH_FIGURES, type Place } from './places-with-figures.ts';

/** A line of the province box. */
export interface ProvinceOption extends Place {
  id: string;
  /** Small print beside the name: the day it leads to, or the code. */
  note: string;
}

export interface ProvinceGroup {
  id: 'withFigures' | 'onTheDay';
  options: ProvinceOption[];
}

/** What the box offers for the words typed so far: first the places with figures, then all provinces of the day. */
export function provinceGroups(
  provinces: readonly UnitInList[],
  typed: string,
  asOf: string,
  language: Language,
): ProvinceGroup[] {
  const featured = PLACES_WITH_FIGURES.map((place) => ({
    ...place,
    id: `featured-${place.code}-${place.asOf}`,
    note: dayText(place.asOf, language),
  }));
  const onTheDay = provinces.map(({ code, fullName }) => ({
    id: `province-${code}`,
    code: code ?? '',
    name: fullName,
    note: code ?? '',
    asOf,
  }));
  const groups: ProvinceGroup[] = [
    { id: 'withFigures', options: featured.filter(matching(typed)) },
    { id: 'onTheDay', options: onTheDay.filter(matching(typed)) },
  ];
  return groups.filter((group) => group.options.length > 0);
}

/** Every word typed occurs in name or code; "quangtri" finds Quảng Trị as well. */
function matching(typed: string): (option: Place) => boolean {
  const words = fold(typed).split(' ');
  return ({ name, code }) => {
    const text = `${fold(name)} ${fold(name).replaceAll(' ', '')} ${fold(code)}`;
    return words.every((word) => text.includes(word));
  };
}
