import type { BarSeriesOption, CustomSeriesOption, LineSeriesOption, ScatterSeriesOption } from 'echarts/charts'
import type {
  AriaComponentOption,
  GridComponentOption,
  LegendComponentOption,
  TooltipComponentOption,
} from 'echarts/components'
import type { ComposeOption } from 'echarts/core'

/** How a page draws one value of a series of its own. */
export type DrawItem = NonNullable<CustomSeriesOption['renderItem']>

/** What a page may say of a chart; marks of lines and areas stand in their series. */
export type ChartOption = ComposeOption<
  | LineSeriesOption
  | BarSeriesOption
  | ScatterSeriesOption
  | CustomSeriesOption
  | GridComponentOption
  | TooltipComponentOption
  | LegendComponentOption
  | AriaComponentOption
>

/** What was pressed: the series by its id or name, and the place of the value in it. */
export type Picked = { readonly series: string; readonly index: number; readonly name: string }
