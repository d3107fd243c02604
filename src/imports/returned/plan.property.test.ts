import { afterAll, expect, test } from 'vitest'
import type { MatterEvent } from '../../domain/matter/event.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { optionsOf } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { decide } from '../../engine/decide/decide.ts'
import { fieldsNamed } from '../../engine/definition/reading.ts'
import { evolve, replay } from '../../engine/record/evolve.ts'
import { mergeRow } from '../../exchange/returned/merge-row.ts'
import { planSteps } from '../../exchange/returned/plan-steps.ts'
import { sheetColumns } from '../../exchange/returned/sheet-columns.ts'
import { sheetHeadings, sheetRow } from '../../exchange/sheet/ledger-sheet.ts'
import { PROCEDURES } from '../../procedures/all.ts'
import { chinaCalendar } from '../../procedures/calendar/china-holidays.ts'
import { randomLife } from '../../testing/chance/random-life.ts'
import { TEST_RULEBOOK } from '../../testing/given.ts'
import { actorOf, DIRECTORY } from '../../testing/people.ts'
import { readTime } from './merge-returned.ts'

const LIVES = 2
/** Steps that come of all these lives, at the least. */
const FEWEST_RECORDED = 1000
const NOW = '2026-04-02T01:00:00.000Z'
const POSTS = ['clerk', 'triage', 'inspector', 'handler', 'leader', 'mediator', 'dongpu-clerk', 'court-judge']
const CALENDARS = { before: chinaCalendar, after: chinaCalendar }
const newest = [...new Map(PROCEDURES.map((procedure) => [procedure.id, procedure])).values()]
const reading = { directory: DIRECTORY, locale: 'zh' } as const

const livesOf = (procedure: Procedure) =>
  Array.from({ length: LIVES }, (_, seed) => randomLife(procedure, PROCEDURES, CALENDARS, 100 + seed, () => {}))

test.each(newest.map((procedure) => [procedure.id, procedure] as const))(
  'a %s that nobody touched in the sheet brings nothing back, as of whichever event it was given out',
  (_, procedure) => {
    const headings = sheetHeadings(procedure, 'zh')
    const { columns } = sheetColumns(procedure.ledger, headings)
    expect(columns).toHaveLength(new Set(headings).size)
    for (const { matter, events } of livesOf(procedure)) {
      if (!matter) continue
      for (const base of standings(events)) {
        const cells = asASpreadsheetLeavesIt(sheetRow(procedure, base, reading))
        expect(mergeRow({ procedure, base, now: matter, columns, cells }, reading, readTime)).toEqual([])
      }
    }
  },
  60_000,
)

/** The matter after each of a few of its events. */
function standings(events: readonly MatterEvent[]): Matter[] {
  const some = events.map((_, at) => at + 1).filter((count) => count === events.length || count % 5 === 1)
  return some.flatMap((count) => replay(events.slice(0, count)) ?? [])
}

/** Days in another way of writing, blanks around texts, full-width digits. */
const asASpreadsheetLeavesIt = (cells: readonly string[]): string[] =>
  cells.map((cell) =>
    /^\d{4}-\d\d-\d\d$/.test(cell)
      ? cell.replaceAll('-', '/').replace(/\/0/g, '/')
      : ` ${cell.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))} `,
  )

let recorded = 0
afterAll(() => expect(recorded, 'steps that were planned and taken').toBeGreaterThan(FEWEST_RECORDED))

test.each(newest.map((procedure) => [procedure.id, procedure] as const))(
  'what is planned for a %s is what its rules take, and the ledger then says what the sheet said',
  (_, procedure) => {
    const { columns } = sheetColumns(procedure.ledger, sheetHeadings(procedure, 'zh'))
    for (const matter of livesOf(procedure).flatMap(({ events }) => standings(events))) {
      for (const [post, field] of POSTS.flatMap((each) => columns.map((column) => [each, column.field] as const))) {
        const cell = anotherCell(procedure, field)
        const given = { procedure, matter, actor: actorOf(post), rulebook: TEST_RULEBOOK, now: NOW, readTime }
        for (const step of planSteps(given, { [field]: cell }).steps) {
          const form = { ...step.form, ...(step.reason ? { [step.reason]: '现场核对后更正' } : {}) }
          const after = taken(procedure, matter, { type: 'TakeStep', step: step.step, form }, post)
          // Who may not be named, or a record that is not there, the decision alone can say.
          if (!after) continue
          recorded += 1
          const place = procedure.ledger.findIndex((column) => column.field === field)
          expect(sheetRow(procedure, after, reading)[place], `${step.step} ${field}`).toBe(cell)
        }
      }
    }
  },
  60_000,
)

function taken(
  procedure: Procedure,
  matter: Matter,
  command: { readonly type: 'TakeStep'; readonly step: string; readonly form: object },
  post: string,
): Matter | undefined {
  try {
    const asked = { ...command, form: command.form as Matter['fields'] }
    const events = decide(procedure, matter, asked, actorOf(post), { now: NOW, rulebook: TEST_RULEBOOK })
    return events.reduce<Matter | undefined>(evolve, matter)
  } catch (cause) {
    if (cause instanceof AnlanError && cause.code === 'form-invalid') return undefined
    throw cause
  }
}

/** Something that a question of this kind could be answered with. */
function anotherCell(procedure: Procedure, column: string): string {
  if (column === 'placeUnitId' || column === 'unitId') return '下塘村'
  const field = fieldsNamed(procedure, column)[0]
  const options = Object.values(optionsOf(field) ?? {})
  if (options.length > 0) return options.at(-1)?.zh ?? ''
  if (field?.kind === 'date') return '2026-04-01'
  if (field?.kind === 'number' || field?.kind === 'money') return '3'
  return field?.kind === 'yesNo' ? '是' : '河西路9号'
}
