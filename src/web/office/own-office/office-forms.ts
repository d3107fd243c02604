import type { FieldOf, FieldValue, Form, FormValues } from '../../../domain/procedure/form.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import type { Text } from '../../../domain/wording/text.ts'
import { statutoryLength } from '../../../engine/time/own-length.ts'
import { ownOfficeEn } from '../../words/own-office.en.ts'
import { type OwnOfficeWords, ownOfficeZh } from '../../words/own-office.zh.ts'
import type { OfficeView } from './office-api.ts'

type Wording = { [K in keyof OwnOfficeWords]: OwnOfficeWords[K] extends string ? K : never }[keyof OwnOfficeWords]
const both = (name: Wording): Text => ({ zh: ownOfficeZh[name], en: ownOfficeEn[name] })

const line = (name: Wording, more: Partial<FieldOf<'text'>> = {}): FieldOf<'text'> => ({
  kind: 'text',
  title: both(name),
  max: 100,
  ...more,
})
const reason: FieldOf<'longText'> = {
  kind: 'longText',
  title: both('reason'),
  hint: both('reasonHint'),
  required: true,
  min: 2,
  max: 500,
}

/** A form that asks for what is changed, and why. */
const formOf = (title: Wording, fields: Form['fields']): Form => ({ title: both(title), fields: { ...fields, reason } })

/** Nothing but why. */
export const whyForm = formOf('reason', {})

export const infoForm = formOf('info', {
  nameZh: line('name', { required: true, max: 60 }),
  nameEn: line('nameEn', { max: 120 }),
  phone: line('phone', { max: 60 }),
  dutyPhone: line('dutyPhone', { max: 60 }),
  hoursZh: line('hours', { hint: both('hoursHint') }),
  hoursEn: line('hoursEn'),
  addressZh: line('address'),
  addressEn: line('addressEn'),
  help: line('help', { hint: both('helpHint'), max: 200 }),
})

export const infoAnswers = ({ name, contact }: OfficeView) => ({
  nameZh: name.zh,
  nameEn: name.en,
  phone: contact.phone ?? '',
  dutyPhone: contact.dutyPhone ?? '',
  hoursZh: contact.hours?.zh ?? '',
  hoursEn: contact.hours?.en ?? '',
  addressZh: contact.address?.zh ?? '',
  addressEn: contact.address?.en ?? '',
  help: contact.help ?? '',
})

/** The form has checked what they are before anything is sent. */
export const asText = (value: FieldValue | undefined): string => (typeof value === 'string' ? value.trim() : '')
export const asList = (value: FieldValue | undefined): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
const textIn = (values: FormValues, name: string) => {
  const zh = asText(values[`${name}Zh`])
  const en = asText(values[`${name}En`])
  return zh ? { zh, ...(en ? { en } : {}) } : undefined
}

/** What the server is told of name and contact; an empty field takes the fact away. */
export function infoBody(values: FormValues) {
  const given = (name: string) => asText(values[name]) || undefined
  return {
    reason: asText(values['reason']),
    name: textIn(values, 'name') ?? { zh: '' },
    contact: {
      phone: given('phone'),
      dutyPhone: given('dutyPhone'),
      hours: textIn(values, 'hours'),
      address: textIn(values, 'address'),
      help: given('help'),
    },
  }
}

export const dayForm = formOf('dayAdd', {
  date: { kind: 'date', title: both('date'), required: true },
  name: line('dayName', { required: true, max: 60 }),
  off: {
    kind: 'choice',
    title: both('dayOff'),
    required: true,
    options: { off: both('off'), work: both('work') },
  },
  source: line('source', { required: true, min: 2, max: 200 }),
})

/** Every deadline whose length is the office's to set, by `procedure.deadline`. */
export const ownRules = (procedures: readonly Procedure[]): Record<string, Text> =>
  Object.fromEntries(
    procedures.flatMap(({ id, short, deadlines }) =>
      Object.entries(deadlines)
        .filter(([, rule]) => statutoryLength(rule) !== undefined)
        .map(([deadline, { title, code }]) => [
          `${id}.${deadline}`,
          { zh: `${short.zh}：${title.zh}（${code}）`, en: `${short.en}: ${title.en} (${code})` },
        ]),
    ),
  )

export const lengthForm = (procedures: readonly Procedure[]): Form =>
  formOf('lengthAdd', {
    rule: { kind: 'choice', title: both('rule'), required: true, options: ownRules(procedures) },
    length: { kind: 'number', title: both('length'), required: true, min: 1, max: 3650 },
    unit: {
      kind: 'choice',
      title: both('unit'),
      required: true,
      options: Object.fromEntries(
        (Object.keys(ownOfficeZh.units) as (keyof OwnOfficeWords['units'])[]).map((unit) => [
          unit,
          { zh: ownOfficeZh.units[unit], en: ownOfficeEn.units[unit] },
        ]),
      ),
    },
    document: line('document', { required: true, min: 2, max: 200 }),
  })

/** Some of a list, at least `least` of them. */
/** Agreeing names the unit that takes in what the other office sends. */
export const tieForm = (agrees: boolean): Form =>
  agrees
    ? formOf('tieAgree', { takesIn: { kind: 'unit', title: both('tieTakesIn'), required: true } })
    : formOf('tieTakeBack', {})

export const choicesForm = (title: Wording, options: Record<string, Text>, least: number): Form =>
  formOf(title, {
    chosen: { kind: 'choices', title: both(title), options, ...(least > 0 ? { required: true, min: least } : {}) },
  })

export const warningsForm = formOf('warnings', {
  perMonth: {
    kind: 'number',
    title: both('perMonth'),
    hint: both('perMonthHint'),
    required: true,
    min: 0,
    max: 30,
  },
  hour: { kind: 'number', title: both('hour'), hint: both('hourHint'), required: true, min: 0, max: 23 },
})

/** One column of answered rows; undefined where there is none. */
export const asColumn = (value: FieldValue | undefined, name: string): string[] | undefined => {
  const rows = Array.isArray(value) ? (value as readonly FormValues[]).map((row) => asText(row[name])) : []
  return rows.length > 0 ? rows : undefined
}
/** An answered number; undefined where none was given. */
export const asNumber = (value: FieldValue | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined

/** From when, for whom and by when a schedule opens here. */
export const scheduleForm = (hasDue: boolean): Form =>
  formOf('scheduleOn', {
    only: {
      kind: 'items',
      title: both('scheduleOnly'),
      hint: both('scheduleOnlyHint'),
      max: 300,
      fields: { unit: { kind: 'unit', title: both('scheduleUnit'), required: true } },
    },
    opensDays: { kind: 'number', title: both('scheduleOpens'), hint: both('scheduleHint'), min: -366, max: 366 },
    ...(hasDue
      ? { dueDays: { kind: 'number', title: both('scheduleDue'), hint: both('scheduleHint'), min: -366, max: 366 } }
      : {}),
    document: line('document', { required: true, min: 2, max: 200 }),
  })

export const categoriesForm = ({ categories }: Procedure): Form =>
  formOf('categories', {
    chosen: { kind: 'choices', title: both('offered'), options: categories, required: true, min: 1 },
    addedZh: line('addCategory', { max: 60 }),
    addedEn: line('addCategoryEn', { max: 120 }),
  })
