import { activityKindLabels, activityStatusLabels, type Language, topicLabels } from '@cnscd/domain';
import { html, nothing, type TemplateResult } from 'lit';
import { momentText } from '../format/day-text.ts';
import { labelIn } from '../format/label-in.ts';
import { numberText } from '../format/value-text.ts';
import type { FeedActivity } from './feed-query.ts';
import { feedTexts } from './texts.ts';

/** One activity: what, when, where, who, and what came of it. */
export function activityItem(activity: FeedActivity, language: Language): TemplateResult {
  const { kind, status, title, startsAt, place, team, outcomes, isSynthetic } = activity;
  const places = [team.name, place].filter((text) => text !== null && text !== '');
  return html`<li class="item" part="item" tabindex="-1" data-status=${status}>
    <p class="title" part="title">${title}</p>
    <p class="facts">
      <time datetime=${startsAt}>${momentText(startsAt, language)}</time> ·
      ${labelIn(activityKindLabels, kind, language)} · <strong>${labelIn(activityStatusLabels, status, language)}</strong>
      ${isSynthetic ? html`· <span class="tag">${feedTexts[language].synthetic}</span>` : nothing}
    </p>
    <p class="facts">${places.join(' · ')}</p>
    ${outcomes.length === 0 ? nothing : html`<ul class="outcomes">${outcomes.map((outcome) => outcomeItem(outcome, language))}</ul>`}
  </li>`;
}

/** Three counts that are never joined: told, helped, succeeded. Missing is missing. */
function outcomeItem(outcome: FeedActivity['outcomes'][number], language: Language): TemplateResult {
  const texts = feedTexts[language];
  const counts = (['reached', 'assisted', 'succeeded'] as const).map((name) => {
    const count = outcome[name];
    return `${texts[name]} ${count === null ? texts.unknown : numberText(count, language)}`;
  });
  return html`<li>${labelIn(topicLabels, outcome.topic, language)}: ${counts.join(', ')}</li>`;
}
