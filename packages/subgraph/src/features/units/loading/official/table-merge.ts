import { FIRST_DAY_OF_TWO_LEVELS, LAST_DAY_OF_DISTRICTS, searchText, type UnitLinkKind } from '@cnscd/domain';
import type { Finding, FindingCategory } from '../report/unit-report.ts';
import type { LinkRow, UnitRow } from '../unit-batch.ts';
import { unitId } from '../unit-ids.ts';
import { parseUnitName } from '../unit-names.ts';
import type { KnownUnit, KnownUnits } from './known-units.ts';

/** What an official table adds to the known units, collected before anything is written. */
export class TableMerge {
  readonly units = new Map<string, UnitRow>();
  readonly links = new Map<string, LinkRow>();
  readonly findings: Finding[] = [];
  readonly known: KnownUnits;
  readonly sourceId: string;
  readonly #stated = new Set<string>();

  constructor(known: KnownUnits, sourceId: string) {
    this.known = known;
    this.sourceId = sourceId;
  }

  find(category: FindingCategory, place: string, subject: string, resolution: string | null): void {
    this.findings.push({ category, place, subject, resolution });
  }

  /** Gives a known unit the code that it lacked. */
  complete(unit: KnownUnit, code: string): void {
    unit.code = code;
    this.known.add(unit);
    this.#write(unit);
  }

  /** Adds a commune that ended with the three levels. @returns null when its name does not tell its kind */
  addFormerCommune(code: string, fullName: string, district: KnownUnit): KnownUnit | null {
    const name = parseUnitName(fullName);
    if (name === null) return null;
    const { provinceCode } = district;
    const unit: KnownUnit = {
      id: unitId({ level: 'COMMUNE', code, fullName, provinceCode, validFrom: district.validFrom }),
      ...{ level: 'COMMUNE', code, fullName: name.fullName, kind: name.kind, parentId: district.id },
      ...{
        validFrom: district.validFrom,
        validTo: LAST_DAY_OF_DISTRICTS,
        provinceCode,
        district: district.fullName,
      },
    };
    this.known.add(unit);
    this.#write(unit);
    return unit;
  }

  addLink(from: KnownUnit, to: KnownUnit, kind: UnitLinkKind, wording: string | null): void {
    this.links.set(`${from.id} ${to.id}`, {
      ...{
        fromId: from.id,
        toId: to.id,
        kind,
        wording,
        effectiveOn: FIRST_DAY_OF_TWO_LEVELS,
        sourceId: this.sourceId,
      },
    });
  }

  /** Notes that the table has a row for the link. */
  state(from: KnownUnit, to: KnownUnit): void {
    this.#stated.add(`${from.id} ${to.id}`);
  }

  isStated(link: { fromId: string; toId: string }): boolean {
    return this.#stated.has(`${link.fromId} ${link.toId}`);
  }

  /** The kind that a link has by now, from this table or from what was known. */
  linkKind(from: KnownUnit, to: KnownUnit): UnitLinkKind | null {
    return this.links.get(`${from.id} ${to.id}`)?.kind ?? this.known.link(from.id, to.id)?.kind ?? null;
  }

  #write({ provinceCode: _, district: __, ...unit }: KnownUnit): void {
    const name = parseUnitName(unit.fullName);
    if (name === null) throw new Error(`${unit.id}: "${unit.fullName}" names no kind of unit`);
    this.units.set(unit.id, {
      ...unit,
      name: name.name,
      searchText: searchText(name.fullName),
      sourceId: this.sourceId,
    });
  }
}
