import { useMapWords } from '../../words/map/use-map-words.ts'
import type { AreaFigure } from './map-figures.ts'

type Told = Pick<AreaFigure, 'count' | 'few' | 'rate'>

/** Rates as they are written: two figures that count, never more than a decimal place from ten up. */
export function useRateText() {
  const map = useMapWords()
  const value = ({ rate }: Told) => (rate ? rateText(rate.value) : map.noRate)
  const interval = ({ rate }: Told) => (rate ? map.intervalOf(rateText(rate.lower), rateText(rate.upper)) : '')
  const spoken = (figure: Told) => (figure.rate ? `${map.perTenThousand(value(figure))}（${interval(figure)}）` : '')
  return { value, interval, spoken }
}

/** 0.42, 4.2, 42, 420. */
export const rateText = (value: number): string =>
  value >= 100
    ? Math.round(value).toLocaleString('en')
    : value >= 10
      ? value.toFixed(1)
      : value.toFixed(2).replace(/^(\d\.\d)0$/, '$1')
