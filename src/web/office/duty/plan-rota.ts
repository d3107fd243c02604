import {
  columnsOf,
  type Field,
  type FieldOf,
  type Form,
  type FormValues,
  optionsOf,
  settingOf,
} from '../../../domain/procedure/form.ts'
import { type Rota, rotaOf } from '../../../domain/procedure/hands/rota.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { addDays, type Day, type Instant } from '../../../domain/time/time.ts'
import { text } from '../../../domain/wording/text.ts'
import { duty as en } from '../../words/en/duty.ts'
import { duty as zh } from '../../words/zh/duty.ts'

const both = (name: 'firstDay' | 'days' | 'changeAt' | 'changeHint' | 'leaders' | 'pairs' | 'main' | 'deputy') =>
  text(zh.duty[name], en.duty[name])

/** What a plan for many days asks: the questions of the kind itself, and in which order people take turns. */
export function planForm(procedure: Procedure): Form | undefined {
  const rota = rotaOf(procedure)
  const fields = procedure.forms[procedure.opening.form]?.fields ?? {}
  const [desk, phone] = [fields[rota?.desk ?? ''], fields[rota?.phone ?? '']]
  const place = fields[settingOf(fields, 'place') ?? '']
  const leader = postOf(fields[settingOf(fields, 'supervisor') ?? ''])
  const officer = postOf(columnsOf(fields[rota?.rows ?? ''])[rota?.by ?? ''])
  if (!rota || !desk || !phone || !place || !leader || !officer) return undefined
  return {
    title: text(zh.duty.plan, en.duty.plan),
    fields: {
      desk,
      firstDay: { kind: 'date', title: both('firstDay'), required: true, notBefore: 'today' },
      days: { kind: 'number', title: both('days'), required: true, min: 1, max: 31 },
      changeAt: { kind: 'text', title: both('changeAt'), hint: both('changeHint'), required: true, max: 5 },
      leaders: {
        kind: 'items',
        title: both('leaders'),
        required: true,
        min: 1,
        max: 12,
        fields: { post: { ...leader, required: true } },
      },
      pairs: {
        kind: 'items',
        title: both('pairs'),
        required: true,
        min: 1,
        max: 31,
        fields: {
          main: { ...officer, title: both('main'), required: true },
          deputy: { ...officer, title: both('deputy') },
        },
      },
      phone,
      place: stripped(place),
    },
  }
}

const postOf = (field: Field | undefined): FieldOf<'post'> | undefined => {
  if (field?.kind !== 'post') return undefined
  const { sets: _, required: __, ...post } = field
  return post
}
const stripped = (field: Field): Field => {
  if (!('sets' in field)) return field
  const { sets: _, ...rest } = field
  return rest as Field
}

export type PlannedShift = {
  readonly from: Instant
  readonly until: Instant
  readonly leader: string
  readonly officers: readonly string[]
  readonly form: FormValues
}

export const isTime = (time: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(time)
const momentAt = (day: Day, time: string): Instant => new Date(`${day}T${time}:00+08:00`).toISOString()

/** The shifts of a plan, a day each from one change to the next; leaders and pairs take turns. `name` says what a desk is called. */
export function shiftsOf(
  procedure: Procedure,
  plan: FormValues,
  about: { readonly unitId: string; readonly name: string },
): PlannedShift[] {
  const rota = rotaOf(procedure)
  const fields = procedure.forms[procedure.opening.form]?.fields ?? {}
  const rows = (name: string) => (Array.isArray(plan[name]) ? (plan[name] as readonly FormValues[]) : [])
  const [leaders, pairs] = [rows('leaders'), rows('pairs')]
  if (!rota || leaders.length === 0 || pairs.length === 0) return []
  return Array.from({ length: Number(plan['days']) }, (_, index) => {
    const day = addDays(String(plan['firstDay']), index)
    const time = String(plan['changeAt'])
    const [from, until] = [momentAt(day, time), momentAt(addDays(day, 1), time)]
    const leader = String(leaders[index % leaders.length]?.['post'])
    const { main, deputy } = pairs[index % pairs.length] ?? {}
    const officers = [main, deputy].filter((post): post is string => typeof post === 'string' && post !== '')
    const title = `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日${about.name}`
    return {
      from,
      until,
      leader,
      officers,
      form: formOf(rota, fields, { from, until, leader, officers, title, plan, ...about }),
    }
  })
}

type Said = Omit<PlannedShift, 'form'> & { readonly title: string; readonly plan: FormValues; readonly unitId: string }

/** The opening form of one shift, its questions found by what they set. */
function formOf(rota: Rota, fields: Form['fields'], said: Said): FormValues {
  const { from, until, leader, officers, title, plan, unitId } = said
  const category = settingOf(fields, 'category')
  const [whole] = Object.keys(optionsOf(fields[category ?? '']) ?? {})
  const columns = columnsOf(fields[rota.rows])
  const part = Object.keys(columns).find((name) => columns[name]?.kind === 'choice')
  const parts = Object.keys(optionsOf(columns[part ?? '']) ?? {})
  const named: readonly (readonly [string | undefined, FormValues[string] | undefined])[] = [
    [settingOf(fields, 'title'), title],
    [settingOf(fields, 'unit'), unitId],
    [category, whole],
    [rota.desk, plan['desk']],
    [rota.from, from],
    [rota.until, until],
    [settingOf(fields, 'supervisor'), leader],
    [
      rota.rows,
      officers.map((post, index) => ({ [rota.by]: post, ...(part && parts[index] ? { [part]: parts[index] } : {}) })),
    ],
    [rota.phone, plan['phone']],
    [settingOf(fields, 'place'), plan['place']],
  ]
  return Object.fromEntries(
    named.filter((entry): entry is [string, FormValues[string]] => entry[0] !== undefined && entry[1] !== undefined),
  )
}
