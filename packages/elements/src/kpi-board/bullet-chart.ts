import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import type { Standing } from './standing.ts';

export interface Bullet {
  /** Says in words what the picture shows. */
  label: string;
  value: number;
  /** Null: there is none, or its source can be read in several ways. */
  target: number | null;
  standing: Standing;
  isPercent: boolean;
}

const WIDTH = 240;
const HEIGHT = 22;
const BAR_TOP = 5;
const BAR_HEIGHT = 12;

/**
 * A bar as long as the value, with a mark where the target is. Shares are held against the whole, anything else against
 * its target; without either there is nothing that a length could mean.
 */
export function bulletChart({
  label,
  value,
  target,
  standing,
  isPercent,
}: Bullet): TemplateResult | typeof nothing {
  if (value < 0 || (target === null && !isPercent)) return nothing;
  const longest = isPercent ? Math.max(100, value, target ?? 0) : Math.max(value, target ?? 0) * 1.1;
  if (longest === 0) return nothing;
  const at = (amount: number) => Math.round((amount / longest) * WIDTH * 10) / 10;
  return html`<svg
    class="bullet"
    part="chart"
    role="img"
    aria-label=${label}
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    preserveAspectRatio="none"
  >
    <rect class="track" x="0" y=${BAR_TOP} width=${WIDTH} height=${BAR_HEIGHT} rx="2" />
    <rect class="bar" data-standing=${standing} x="0" y=${BAR_TOP} width=${at(value)} height=${BAR_HEIGHT} rx="2" />
    ${target === null ? nothing : mark(at(target))}
  </svg>`;
}

const mark = (x: number): SVGTemplateResult =>
  svg`<rect class="mark" x=${Math.max(0, x - 1.5)} y="0" width="3" height=${HEIGHT} />`;
