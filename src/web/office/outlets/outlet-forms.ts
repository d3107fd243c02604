import { DIGEST_AT } from '../../../domain/notice/mail-preference.ts'
import { NOTICE_KIND_NAMES, NOTICE_KINDS, type NoticeKind } from '../../../domain/notice/notice.ts'
import { OUTLET_KINDS, type OutletKind } from '../../../domain/notice/outlet.ts'
import type { Field, Form, FormValues } from '../../../domain/procedure/form.ts'
import type { OutletView, OutletWish } from '../../../domain/views/outlet-view.ts'
import { AnlanError } from '../../../domain/wording/errors.ts'
import { minutesOf, minuteText } from '../../client/minute-text.ts'
import { outletsEn } from '../../words/told/outlets.en.ts'
import { outletsZh } from '../../words/told/outlets.zh.ts'

type Wording = keyof typeof outletsZh.form
const both = (name: Wording) => ({ zh: outletsZh.form[name], en: outletsEn.form[name] })

const secret: Field = { kind: 'text', title: both('secret'), hint: both('secretHint') }
const time = (name: Wording): Field => ({ kind: 'text', title: both(name), hint: both('time'), max: 5 })

const wishes: Record<string, Field> = {
  name: { kind: 'text', title: both('name'), hint: both('nameHint'), required: true, min: 2, max: 60 },
  reasons: { kind: 'choices', title: both('reasons'), required: true, min: 1, options: NOTICE_KINDS },
  mode: {
    kind: 'choice',
    title: both('mode'),
    required: true,
    options: { atOnce: both('atOnce'), digest: both('digest') },
  },
  digestAt: { ...time('digestAt'), required: true, when: { field: 'mode', is: ['digest'] } },
  quietFrom: time('quietFrom'),
  quietUntil: time('quietUntil'),
}

/** All that is asked for a new outlet. */
export const newOutletForm: Form = {
  title: both('kind'),
  fields: {
    kind: { kind: 'choice', title: both('kind'), required: true, options: OUTLET_KINDS },
    url: { kind: 'text', title: both('url'), hint: both('urlHint'), required: true },
    secret: { ...secret, when: { field: 'kind', is: ['dingtalk', 'feishu'] } },
    unitId: { kind: 'unit', title: both('unit'), required: true },
    ...wishes,
  },
}

/** What can be changed of one that is there. */
export const outletForm: Form = {
  title: both('name'),
  fields: { ...wishes, url: { kind: 'text', title: both('newUrl'), hint: both('newUrlHint') } },
}

/** The secret that a platform made. */
export const secretForm: Form = { title: both('secret'), fields: { secret: { ...secret, required: true } } }

const asText = (value: unknown) => (typeof value === 'string' ? value.trim() : '')

/** A time of day, or a complaint at its field. */
function minutes(values: FormValues, field: string): number | undefined {
  const typed = asText(values[field])
  const found = minutesOf(typed)
  if (typed && found === undefined)
    throw new AnlanError('request-invalid', { issues: [{ field, rule: 'wrong-form', limit: '08:30' }] })
  return found
}

/** What the server is told of reasons and hours. */
export function wishOf(values: FormValues): Omit<OutletWish, 'reasons'> & { reasons: NoticeKind[] } {
  const [quietFrom, quietUntil] = [minutes(values, 'quietFrom'), minutes(values, 'quietUntil')]
  return {
    name: asText(values['name']),
    reasons: [...(values['reasons'] as readonly NoticeKind[])],
    mode: values['mode'] === 'digest' ? 'digest' : 'atOnce',
    digestAt: minutes(values, 'digestAt') ?? DIGEST_AT,
    ...(quietFrom === undefined ? {} : { quietFrom }),
    ...(quietUntil === undefined ? {} : { quietUntil }),
  }
}

/** Where it goes, of a new one. */
export function targetOf(values: FormValues) {
  return { kind: values['kind'] as OutletKind, unitId: asText(values['unitId']) }
}

/** The answers that stand in the form of a new outlet, and of one that is there. */
export const startOfNew = { reasons: NOTICE_KIND_NAMES, mode: 'atOnce', digestAt: minuteText(DIGEST_AT) }
export const startOf = ({ name, reasons, mode, digestAt, quietFrom, quietUntil }: OutletView) => ({
  name,
  reasons,
  mode,
  digestAt: minuteText(digestAt),
  quietFrom: minuteText(quietFrom),
  quietUntil: minuteText(quietUntil),
})
