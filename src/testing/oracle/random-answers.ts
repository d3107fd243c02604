import { type AnswerContext, answersFor } from '../../demo/answers.ts'
import type { Dice } from '../../demo/dice.ts'
import { type Field, type Fields, type Form, type FormValues, factOf, personalOf } from '../../domain/procedure/form.ts'
import { takenColumns } from '../../domain/procedure/records/rows-from.ts'
import { UNITS } from '../people.ts'

/** What the answers of a random county draw on, beside chance. */
export type Filling = Omit<AnswerContext, 'given' | 'words' | 'unitId'> & {
  /** Units that a complaint is about rather than others: those that would else see it. */
  readonly complainedAbout?: readonly string[]
  /** The reference that a question asks for which links to another matter. */
  readonly link?: { readonly field: string; readonly reference: string } | undefined
}

/** Every text that is written is marked, so that it is known again wherever it comes out. */
export const MARK = /标\d+号/g
let marks = 0
const mark = () => {
  marks += 1
  return `标${marks}号`
}

/** Fills in a form by chance: also questions that may stay open, with units, posts and rows from all over the county, each text marked. */
export function randomAnswers(form: Form, filling: Filling): FormValues {
  const { dice, link } = filling
  const context = {
    ...filling,
    unitId: dice.pick(UNITS).id,
    words: { title: '一件', place: '桥头', placeName: '示例单位', measure: '加固', law: '规定' },
  }
  const given = {
    ...complaint(form, filling),
    ...Object.fromEntries(
      Object.entries(form.fields).flatMap(([name, field]) =>
        field.kind === 'unit' && factOf(field) !== 'aboutUnit' && !field.when && dice.chance(0.3)
          ? [[name, dice.pick(UNITS).id]]
          : [],
      ),
    ),
    ...(link && form.fields[link.field] ? { [link.field]: link.reference } : {}),
  }
  const asked = { ...form, fields: withMore(form.fields, dice) }
  return marked(form.fields, answersFor(asked, { ...context, given }), link?.field)
}

/** A complaint now and then, with what must be answered for it to be asked at all. */
function complaint({ fields }: Form, { dice, complainedAbout = [] }: Filling): FormValues {
  const [name, field] = Object.entries(fields).find(([, each]) => factOf(each) === 'aboutUnit') ?? []
  if (!name || !field || complainedAbout.length === 0 || !dice.chance(0.6)) return {}
  return { ...(field.when ? { [field.when.field]: field.when.is[0] ?? '' } : {}), [name]: dice.pick(complainedAbout) }
}

/** Questions that may stay open are asked now and then; who sits where and from whom it is hidden often. */
const withMore = (fields: Fields, dice: Dice): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      dice.chance(shareOf(field)) ? { ...withColumns(field, dice), required: true } : withColumns(field, dice),
    ]),
  )

const withColumns = (field: Field, dice: Dice): Field =>
  field.kind === 'items' ? { ...field, fields: withMore(field.fields, dice) } : field

const hides = (field: Field): boolean =>
  field.kind === 'items' ? Object.values(field.fields).some(hides) : 'hides' in field && field.hides === true

function shareOf(field: Field): number {
  if (hides(field)) return 0.6
  if (factOf(field) === 'aboutUnit') return 0.4
  if (factOf(field)) return 0.5
  if (field.kind === 'items' && field.fills) return 0.6
  return field.kind === 'text' || field.kind === 'longText' ? 0.3 : 0
}

function marked(fields: Fields, answers: FormValues, spared: string | undefined): FormValues {
  return Object.fromEntries(
    Object.entries(answers).map(([name, value]) => {
      const field = fields[name]
      if (field?.kind === 'items' && Array.isArray(value)) {
        const taken = field.rowsFrom ? takenColumns(field.rowsFrom) : []
        const columns = Object.fromEntries(Object.entries(field.fields).filter(([each]) => !taken.includes(each)))
        return [name, (value as readonly FormValues[]).map((row) => marked(columns, row, undefined))]
      }
      return [name, name === spared ? value : withMark(field, value)]
    }),
  ) as FormValues
}

function withMark(field: Field | undefined, value: FormValues[string]): FormValues[string] {
  if (field?.kind !== 'text' && field?.kind !== 'longText') return value
  const max = field.max ?? 200
  if (typeof value !== 'string' || max < 16 || personalOf(field) || ('check' in field && field.check)) return value
  return `${Array.from(value)
    .slice(0, max - 10)
    .join('')}${mark()}`
}
