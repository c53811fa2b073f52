import { adminLevelLabels, type Language, teamKindLabels, teamStatusLabels } from '@cnscd/domain';
import { html, nothing, type TemplateResult } from 'lit';
import { dayText } from '../format/day-text.ts';
import { labelIn } from '../format/label-in.ts';
import type { FoundTeam } from './finder-query.ts';
import { finderTexts } from './texts.ts';

export interface TeamItem {
  team: FoundTeam;
  language: Language;
  isOpen: boolean;
  onToggle(team: FoundTeam): void;
}

/** A team that opens in place. */
export function teamItem({ team, language, isOpen, onToggle }: TeamItem): TemplateResult {
  const texts = finderTexts[language];
  const detailId = `team-${team.id}`;
  return html`<li class="item" part="item" tabindex="-1">
    <button
      type="button"
      class="link"
      part="team"
      data-team=${team.code}
      aria-expanded=${isOpen}
      aria-controls=${detailId}
      @click=${() => onToggle(team)}
    >
      ${team.name}
    </button>
    ${team.isSynthetic && !team.name.includes(texts.synthetic) ? html`<span class="tag">${texts.synthetic}</span>` : nothing}
    <p class="facts">${placeOf(team)}</p>
    <div id=${detailId} ?hidden=${!isOpen}>${isOpen ? details(team, language) : nothing}</div>
  </li>`;
}

function details(team: FoundTeam, language: Language): TemplateResult {
  const texts = finderTexts[language];
  const { decision, foundedOn } = team;
  const day = (text: string | null) => (text === null ? null : dayText(text, language));
  const facts: [string, string | null][] = [
    [texts.kind, labelIn(teamKindLabels, team.kind, language)],
    [texts.level, labelIn(adminLevelLabels, team.level, language)],
    [texts.status, labelIn(teamStatusLabels, team.status, language)],
    [texts.code, team.code],
    [texts.foundedOn, day(foundedOn)],
    [
      texts.decision,
      decision === null || decision.number === null
        ? null
        : texts.decisionOf(decision.number, day(decision.issuedOn)),
    ],
  ];
  return html`<dl class="team" part="details">
    ${facts.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd class=${value === null ? 'missing' : ''}>${value ?? texts.unknown}</dd>
        </div>`,
    )}
  </dl>`;
}

function placeOf({ unit }: FoundTeam): string {
  const places = [unit, unit?.parent, unit?.parent?.parent];
  return places.flatMap((place) => (place ? [place.fullName] : [])).join(', ');
}
