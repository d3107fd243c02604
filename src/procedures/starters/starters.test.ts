import { expect, test } from 'vitest'
import { checkForm } from '../../domain/procedure/form-check.ts'
import { DIRECTORY } from '../../testing/people.ts'
import { PROCEDURES } from '../all.ts'
import { STARTERS } from './starters.ts'

test.each(STARTERS)('$key is what the form of its record asks for, item numbers once each', ({ procedure, form }) => {
  const definition = PROCEDURES.find(({ id }) => id === procedure)
  const opening = definition?.forms[definition.opening.form]
  const checked = opening && checkForm(opening, form, { directory: DIRECTORY, now: '2026-03-02T01:00:00.000Z' })
  expect(checked?.issues).toEqual([])
  const items = form['items'] as { no: string; afterNo?: string }[]
  const numbers = items.map(({ no }) => no)
  expect(new Set(numbers).size).toBe(numbers.length)
  for (const { no, afterNo } of items) if (afterNo) expect(numbers.slice(0, numbers.indexOf(no)), no).toContain(afterNo)
})

test('what stands without an article is marked as to be confirmed', () => {
  const bare = STARTERS.filter(({ procedure }) => procedure === 'checklist').flatMap(({ form }) =>
    (form['items'] as { no: string; basis?: string; unsure?: boolean }[]).filter(
      ({ basis, unsure }) => !basis && !unsure,
    ),
  )
  expect(bare).toEqual([])
})
