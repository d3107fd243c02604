import type { ECharts } from 'echarts/core'
import { useEffect, useRef } from 'react'
import { type ChartColours, coloursAt, PRINT } from './chart-colours.ts'
import type { ChartOption, Picked } from './chart-option.ts'
import { beginDrawing } from './echarts-parts.ts'

/** The width of a line on A4, in CSS pixels. */
const PAPER_WIDTH = 640

/** The picture alone. Loaded when the first chart is shown; `Chart` is what pages use. */
export function Drawing({
  option,
  pick,
}: {
  option: (colours: ChartColours) => ChartOption
  pick?: ((picked: Picked) => void) | undefined
}) {
  const place = useRef<HTMLDivElement>(null)
  const latest = useRef({ option, pick })
  const redraw = useRef(() => {})
  latest.current = { option, pick }

  useEffect(() => {
    const element = place.current
    if (!element) return
    let chart: ECharts | undefined
    const draw = (colours: ChartColours, width?: number) => {
      chart?.dispose()
      chart = beginDrawing(element, colours)
      if (width) chart.resize({ width, height: element.clientHeight })
      chart.setOption(latest.current.option(colours))
      if (latest.current.pick) chart.on('click', (event) => latest.current.pick?.(pickedIn(event)))
    }
    const onScreen = () => {
      // Behind the table it has no width; it is drawn when it is shown.
      if (element.clientWidth > 0) draw(coloursAt(element))
    }
    redraw.current = onScreen
    const stop = whenLooksChange(element, {
      size: () => (chart ? chart.resize() : onScreen()),
      theme: onScreen,
      paper: () => {
        draw(PRINT, Math.min(PAPER_WIDTH, element.clientWidth))
        fitToPaper(element)
      },
    })
    return () => {
      stop()
      chart?.dispose()
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another option is what makes it draw anew
  useEffect(() => redraw.current(), [option])

  return <div ref={place} className="chart-place" />
}

/** How wide a column of the paper is nobody knows before it is laid out: the picture takes the room there is. */
function fitToPaper(element: HTMLElement): void {
  const svg = element.querySelector('svg')
  if (svg) svg.setAttribute('viewBox', `0 0 ${svg.getAttribute('width')} ${svg.getAttribute('height')}`)
}

const pickedIn = (event: { seriesId?: string; seriesName?: string; dataIndex?: number; name?: string }): Picked => ({
  series: event.seriesId ?? event.seriesName ?? '',
  index: event.dataIndex ?? 0,
  name: event.name ?? '',
})

/** Calls back when the room, the theme or the medium is another. */
function whenLooksChange(
  element: HTMLElement,
  { size, theme, paper }: { size: () => void; theme: () => void; paper: () => void },
): () => void {
  let printing = false
  const begin = () => {
    printing = true
    paper()
  }
  const end = () => {
    printing = false
    theme()
  }
  const sizes = new ResizeObserver(() => {
    if (!printing && element.clientWidth > 0) size()
  })
  sizes.observe(element)
  const themes = new MutationObserver(() => {
    if (!printing) theme()
  })
  themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'lang'] })
  addEventListener('beforeprint', begin)
  addEventListener('afterprint', end)
  return () => {
    sizes.disconnect()
    themes.disconnect()
    removeEventListener('beforeprint', begin)
    removeEventListener('afterprint', end)
  }
}
