import { ActivityFeed } from './activity-feed/activity-feed.ts';
import { KpiBoard } from './kpi-board/kpi-board.ts';
import { TeamFinder } from './team-finder/team-finder.ts';

const ELEMENTS: readonly [string, CustomElementConstructor][] = [
  ['cnscd-team-finder', TeamFinder],
  ['cnscd-kpi-board', KpiBoard],
  ['cnscd-activity-feed', ActivityFeed],
];

/** An old CMS may put the same script into a page twice: the first one stays. */
export function register(): void {
  for (const [name, element] of ELEMENTS) {
    if (customElements.get(name) === undefined) customElements.define(name, element);
  }
}
