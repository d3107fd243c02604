import { isDay } from '../../../domain/time/time.ts'

/** What another page hands over to begin with: the title, the unit in charge, what it is about, by when. */
export type RegisterSearch = {
  readonly title?: string
  readonly unit?: string
  readonly text?: string
  readonly due?: string
}

/** Reads the address; what does not fit is left out. */
export function readRegisterSearch(given: Record<string, unknown>): RegisterSearch {
  const texts = (['title', 'unit', 'text', 'due'] as const).flatMap((name) => {
    const value = given[name]
    return typeof value === 'string' && (name !== 'due' || isDay(value)) ? [[name, value] as const] : []
  })
  return Object.fromEntries(texts)
}
