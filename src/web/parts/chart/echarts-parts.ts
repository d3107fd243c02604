import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts'
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components'
import { init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'
import type { ChartColours } from './chart-colours.ts'

// Only what our pages draw: each further kind is weight for everybody who opens one.
use([
  SVGRenderer,
  LineChart,
  BarChart,
  ScatterChart,
  CustomChart,
  GridComponent,
  TooltipComponent,
  LegendComponent,
  MarkLineComponent,
  MarkAreaComponent,
  AriaComponent,
  LabelLayout,
])

/** A drawing in `place`, in our colours; the caller disposes of it. */
export const beginDrawing = (place: HTMLElement, colours: ChartColours) =>
  init(place, themeOf(colours), { renderer: 'svg' })

/** What every chart looks like before a page says more: quiet axes, no frame, no movement. */
function themeOf({ ink, ink2, ink3, grid, surface, line, series, second }: ChartColours) {
  const axis = {
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: ink3, fontSize: 12, hideOverlap: true },
    nameTextStyle: { color: ink3, fontSize: 12 },
    splitLine: { lineStyle: { color: grid } },
  }
  return {
    color: [series, second],
    animation: false,
    stateAnimation: { duration: 0 },
    textStyle: { color: ink2, fontFamily: getComputedStyle(document.body).fontFamily },
    categoryAxis: { ...axis, axisLine: { show: true, lineStyle: { color: line } }, splitLine: { show: false } },
    valueAxis: axis,
    timeAxis: axis,
    legend: { textStyle: { color: ink2, fontSize: 12 }, itemWidth: 24, itemHeight: 8, icon: 'path://M0 3h24v2H0z' },
    line: { symbol: 'none', lineStyle: { width: 2 } },
    tooltip: {
      // Drawn in the picture: its HTML would come with inline styles, which the policy of our pages refuses.
      renderMode: 'richText',
      confine: true,
      transitionDuration: 0,
      backgroundColor: surface,
      borderColor: line,
      textStyle: { color: ink, fontSize: 13 },
      axisPointer: { lineStyle: { color: ink3 }, crossStyle: { color: ink3 }, animation: false },
    },
    markLine: { symbol: 'none', label: { color: ink3 }, lineStyle: { color: ink3 } },
  }
}
