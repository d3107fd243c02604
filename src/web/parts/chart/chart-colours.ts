/** The colours of a chart, from tokens.css, so that each hue keeps its one meaning. A second series is told by its dash. */
export type ChartColours = {
  readonly ink: string
  readonly ink2: string
  readonly ink3: string
  readonly line: string
  readonly grid: string
  readonly surface: string
  readonly series: string
  readonly second: string
  readonly band: string
  readonly bandOuter: string
  readonly signal: string
  readonly signalMark: string
  readonly done: string
  readonly alarm: string
  readonly tint: string
  readonly primary: string
}

/** Black on white: paper has no theme, and a printer no tints. */
export const PRINT: ChartColours = {
  ink: '#000000',
  ink2: '#000000',
  ink3: '#333333',
  line: '#666666',
  grid: '#dddddd',
  surface: '#ffffff',
  series: '#000000',
  second: '#555555',
  band: '#e2e2e2',
  bandOuter: '#f2f2f2',
  signal: '#000000',
  signalMark: '#000000',
  done: '#000000',
  alarm: '#000000',
  tint: '#eeeeee',
  primary: '#000000',
}

/** The colours that hold for this element on the screen now. */
export function coloursAt(element: HTMLElement): ChartColours {
  const styles = getComputedStyle(element)
  const token = (name: string) => styles.getPropertyValue(`--${name}`).trim()
  return {
    ink: token('ink'),
    ink2: token('ink-2'),
    ink3: token('ink-3'),
    line: token('line'),
    grid: token('line-2'),
    surface: token('surface'),
    series: token('series'),
    second: token('ink-2'),
    band: token('band'),
    bandOuter: token('band-outer'),
    signal: token('signal'),
    signalMark: token('signal-mark'),
    done: token('done'),
    alarm: token('alarm'),
    tint: token('tint'),
    primary: token('primary'),
  }
}
