import { useMapWords } from '../../words/map/use-map-words.ts'
import type { AreaFigure } from './map-figures.ts'

type Told = Pick<AreaFigure, 'count' | 'few' | 'rate'>

/** Rates as they are written, shown and spoken. */
export function useRateText() {
  const map = useMapWords()
  const value = ({ rate }: Told) => (rate ? rateText(rate.value) : map.noRate)
  const interval = ({ rate }: Told) => (rate ? map.intervalOf(rateText(rate.lower), rateText(rate.upper)) : '')
  const spoken = (figure: Told) => (figure.rate ? `${map.perTenThousand(value(figure))}（${interval(figure)}）` : '')
  return { value, interval, spoken }
}

/** 0.42, 4.2, 42.0, 420. */
export const rateText = (value: number): string =>
  value === 0 ? '0' : value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(value >= 1 ? 1 : 2)
