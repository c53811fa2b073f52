import { ACTIVITY_STATUSES, type ActivityStatus } from '@cnscd/domain';
import type { Send } from '@cnscd/sdk';
import { type CSSResultGroup, html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { CnscdElement } from '../base/cnscd-element.ts';
import { listStyles } from '../base/list-styles.ts';
import { type PagedList, pagedList } from '../base/paged-list.ts';
import { numberText } from '../format/value-text.ts';
import type { CnscdActivityFeed } from '../public.ts';
import { activityItem } from './activity-item.ts';
import { askFeed, type FeedActivity } from './feed-query.ts';
import { feedTexts } from './texts.ts';

/** `<cnscd-activity-feed>`: what teams did and plan, newest first, as far as the page's token may see it. */
export class ActivityFeed extends CnscdElement<PagedList<FeedActivity>> implements CnscdActivityFeed {
  static override readonly properties: PropertyDeclarations = {
    unit: {},
    team: {},
    period: {},
    status: { converter: (text) => ACTIVITY_STATUSES.find((status) => status === text) ?? null },
    pageSize: { attribute: 'page-size', type: Number },
  };
  static override readonly styles: CSSResultGroup = [CnscdElement.styles, listStyles];

  declare unit: string | null;
  declare team: string | null;
  declare period: string | null;
  declare status: ActivityStatus | null;
  declare pageSize: number;

  constructor() {
    super();
    this.unit = null;
    this.team = null;
    this.period = null;
    this.status = null;
    this.pageSize = 10;
  }

  protected override defaultHeading(): string {
    return feedTexts[this.language].heading;
  }

  protected override question(): string {
    return JSON.stringify([this.unit, this.team, this.period, this.status, this.pageSize]);
  }

  protected override ask(query: Send, signal: AbortSignal): Promise<PagedList<FeedActivity>> {
    const { unit: unitCode, team: teamId, period, status } = this;
    return pagedList(
      this.pageSize,
      (page, signal) => askFeed(query, { unitCode, teamId, period, status, ...page }, signal),
      signal,
    );
  }

  protected override renderAnswer(list: PagedList<FeedActivity>): TemplateResult {
    const { language } = this;
    const texts = feedTexts[language];
    if (list.totalCount === 0) return html`<p class="missing" tabindex="-1">${texts.none}</p>`;
    return html`<p class="hint" tabindex="-1">${texts.found(numberText(list.totalCount, language))}</p>
      <ul class="list" part="list">
        ${list.items.map((activity) => activityItem(activity, language))}
      </ul>
      ${this.moreButton(list)}`;
  }
}
