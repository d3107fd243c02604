import type { Field, FieldValue, Form, FormValues } from '../../../domain/procedure/form.ts'
import { ROLES, type Role } from '../../../domain/unit/role.ts'
import type { UnitKind } from '../../../domain/unit/unit.ts'
import type { AdminPerson, AdminPost, AdminUnit } from '../../../domain/views/admin-views.ts'
import type { Text } from '../../../domain/wording/text.ts'
import { adminEn } from '../../words/admin.en.ts'
import { adminZh } from '../../words/admin.zh.ts'

/** Residents and the system hold no post. */
type PostRole = Exclude<Role, 'reporter' | 'system'>
const POST_ROLES = (Object.keys(ROLES) as Role[]).filter((role) => role !== 'reporter' && role !== 'system')
const UNIT_KINDS = Object.keys(adminZh.kinds) as UnitKind[]

type FormWords = typeof adminZh.form
type Wording = { [K in keyof FormWords]: FormWords[K] extends string ? K : never }[keyof FormWords]
const both = (name: Wording): Text => ({ zh: adminZh.form[name], en: adminEn.form[name] })

const nameEn: Field = { kind: 'text', title: both('nameEn'), hint: both('nameEnHint'), max: 120 }

/** Name and kind of a unit. */
export const unitForm: Form = {
  title: both('nameZh'),
  fields: {
    nameZh: { kind: 'text', title: both('nameZh'), required: true, max: 60 },
    nameEn,
    kind: {
      kind: 'choice',
      title: both('kind'),
      required: true,
      options: Object.fromEntries(
        UNIT_KINDS.map((kind) => [kind, { zh: adminZh.kinds[kind], en: adminEn.kinds[kind] }]),
      ),
    },
  },
}

/** Title, roles and holder of a post; the holder is one of those who are here. */
export const postForm = (people: readonly AdminPerson[]): Form => ({
  title: both('titleZh'),
  fields: {
    titleZh: { kind: 'text', title: both('titleZh'), required: true, max: 60 },
    titleEn: nameEn,
    roles: {
      kind: 'choices',
      title: both('roles'),
      hint: both('rolesHint'),
      required: true,
      min: 1,
      options: Object.fromEntries(
        POST_ROLES.map((role) => {
          const { title, duty } = ROLES[role]
          return [role, { zh: adminZh.form.role(title.zh, duty.zh), en: adminEn.form.role(title.en, duty.en) }]
        }),
      ),
    },
    personId: {
      kind: 'choice',
      title: both('holder'),
      hint: both('holderHint'),
      options: Object.fromEntries(
        people
          .filter(({ leftAt }) => !leftAt)
          .map(({ id, name, username }) => {
            const label = (words: FormWords) => (username ? words.personOption(name, username) : name)
            return [id, { zh: label(adminZh.form), en: label(adminEn.form) }]
          }),
      ),
    },
  },
})

const name: Field = {
  kind: 'text',
  title: { zh: adminZh.person.name, en: adminEn.person.name },
  required: true,
  min: 2,
  max: 40,
}

const username: Field = {
  kind: 'text',
  title: both('username'),
  hint: both('usernameHint'),
  required: true,
  min: 2,
  max: 40,
}

/** Name and account of a new official. */
export const personForm: Form = { title: name.title, fields: { name, username } }

/** The account of an official who is here already. */
export const accountForm: Form = { title: username.title, fields: { username } }

/** The corrected name of an official. */
export const renameForm: Form = { title: name.title, fields: { name } }

const reason: Field = {
  kind: 'longText',
  title: both('reason'),
  hint: both('reasonHint'),
  required: true,
  min: 2,
  max: 500,
}

/** A form with the reason at its end; the record of administration says it beside who and when. */
export const withReason = (form?: Form): Form => ({
  title: form?.title ?? both('reason'),
  fields: { ...form?.fields, reason },
})

/** The form has checked what they are before anything is sent. */
const asText = (value: FieldValue | undefined): string => (typeof value === 'string' ? value : '')
const textOf = (values: FormValues, zh: string, en: string) => ({
  zh: asText(values[zh]),
  en: asText(values[en]) || undefined,
})

/** What the server is told of a unit. */
export const unitBody = (values: FormValues) => ({
  name: textOf(values, 'nameZh', 'nameEn'),
  kind: asText(values['kind']) as UnitKind,
})
/** What the server is told of a post, apart from its holder. */
export const postBody = (values: FormValues) => ({
  title: textOf(values, 'titleZh', 'titleEn'),
  roles: [...(values['roles'] as readonly PostRole[])],
})
/** Who shall hold the post; empty for nobody. */
export const holderOf = (values: FormValues): string => asText(values['personId'])
/** Name and account of a new official. */
export const personBody = (values: FormValues) => ({ name: nameOf(values), username: asText(values['username']) })
/** The account's name. */
export const usernameOf = (values: FormValues): string => asText(values['username'])
/** The corrected name. */
export const nameOf = (values: FormValues): string => asText(values['name'])
/** Why. */
export const reasonOf = (values: FormValues): string => asText(values['reason'])

/** The answers that stand in the form of a unit that exists. */
export const unitAnswers = ({ name: { zh, en }, kind }: AdminUnit) => ({
  nameZh: zh,
  nameEn: en === zh ? '' : en,
  kind,
})
/** The answers that stand in the form of a post that exists. */
export const postAnswers = ({ title: { zh, en }, roles, personId }: AdminPost) => ({
  titleZh: zh,
  titleEn: en === zh ? '' : en,
  roles,
  personId,
})

/** Fields of the server's issues as this page names them. */
export const FIELD_NAMES: Readonly<Record<string, string>> = {
  'name.zh': 'nameZh',
  'name.en': 'nameEn',
  'title.zh': 'titleZh',
  'title.en': 'titleEn',
  'contact.phone': 'phone',
  'contact.dutyPhone': 'dutyPhone',
  'contact.help': 'help',
  'length.length': 'length',
}
