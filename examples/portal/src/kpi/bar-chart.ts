// Downloaded only when somebody opens the charts: ECharts is larger than the rest of the page.
import { BarChart, type BarSeriesOption } from 'echarts/charts';
import {
  AriaComponent,
  type AriaComponentOption,
  GridComponent,
  type GridComponentOption,
  LegendComponent,
  type LegendComponentOption,
  TooltipComponent,
  type TooltipComponentOption,
} from 'echarts/components';
import { type ComposeOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([AriaComponent, BarChart, GridComponent, LegendComponent, SVGRenderer, TooltipComponent]);

type Option = ComposeOption<
  AriaComponentOption | BarSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption
>;

export interface Bars {
  /** Says in words what the picture shows. */
  description: string;
  names: readonly string[];
  /** Null is missing: there is no bar, which is something else than a bar of no length. */
  series: readonly { name: string; bars: readonly ({ length: number; text: string } | null)[] }[];
  colours: readonly string[];
  /** For the marks of the axis, which are round numbers of nobody's. */
  text(value: number): string;
  onChoose(index: number): void;
}

const BAR_HEIGHT_PX = 22;
const ROOM_PX = 70;

/** Draws the bars into an element. @returns what takes them out again */
export function drawBars(element: HTMLElement, bars: Bars): () => void {
  element.style.height = `${bars.names.length * bars.series.length * BAR_HEIGHT_PX + ROOM_PX}px`;
  const chart = init(element, null, { renderer: 'svg' });
  // The family by its name: labels are measured on a canvas, which knows no "inherit".
  const { fontFamily } = getComputedStyle(element);
  chart.setOption({ ...optionOf(bars), textStyle: { fontFamily } });
  chart.on('click', ({ dataIndex }) => bars.onChoose(dataIndex));
  const observer = new ResizeObserver(() => chart.resize());
  observer.observe(element);
  return () => {
    observer.disconnect();
    chart.dispose();
  };
}

function optionOf({ description, names, series, colours, text }: Bars): Option {
  return {
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    // Patterns beside colours, for who cannot tell the colours apart.
    aria: { enabled: true, label: { description }, decal: { show: series.length > 1 } },
    color: [...colours],
    legend: { show: series.length > 1, top: 0 },
    // As text: markup with styles in it is against the page's content security policy.
    tooltip: { renderMode: 'richText' },
    grid: { left: 8, right: 64, top: 32, bottom: 8, containLabel: true },
    xAxis: { type: 'value', axisLabel: { formatter: text, hideOverlap: true } },
    yAxis: { type: 'category', data: [...names], inverse: true },
    series: series.map(({ name, bars }) => ({
      type: 'bar',
      name,
      data: bars.map((bar) => bar?.length ?? null),
      // "hơn 4.000" keeps its "hơn" wherever it is said.
      label: { show: true, position: 'right', formatter: ({ dataIndex }) => bars[dataIndex]?.text ?? '' },
      tooltip: { valueFormatter: (_value, dataIndex) => bars[dataIndex]?.text ?? '–' },
    })),
  };
}
