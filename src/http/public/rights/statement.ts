import type { Context } from 'hono'
import { maskPersonal } from '../../../domain/free-text/personal-data.ts'
import { reporterActor } from '../../../domain/matter/actor.ts'
import { isSealed, personalOf } from '../../../domain/procedure/form.ts'
import { AnlanError } from '../../../domain/wording/errors.ts'
import { handleAndFollow } from '../../../storage/write/follow-up.ts'
import type { Env } from '../../request/env.ts'
import type { Report } from '../act.ts'
import { fieldErrors } from '../field-errors.ts'
import { newFormToken, readFormToken, tokenForMending } from '../form-token.ts'
import type { Option } from '../pages/fields.ts'
import type { Posted } from '../posted.ts'
import { readerOf } from '../reader.ts'
import { publicWords } from '../words/words.ts'
import { disputedTitle, statementPage } from './rights-page.ts'

type Shown = {
  readonly values: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  readonly notice?: string
}

/** What the person may say it about: what they gave themselves, and what was told them; nothing of what officials keep. */
function disputable({ report, procedure }: Report, reader: { readonly locale: 'zh' | 'en' }): Option[] {
  const { fields } = report.matter
  const first = Object.keys(procedure.forms[procedure.opening.form]?.fields ?? {})
  const names = Object.values(procedure.forms).flatMap((form) =>
    Object.entries(form.fields).flatMap(([name, field]) =>
      (field.public || first.includes(name)) && !personalOf(field) && field.kind !== 'files' ? [name] : [],
    ),
  )
  const known = [...new Set(names)].filter((name) => {
    const value = fields[name]
    return Object.hasOwn(fields, name) && value !== null && value !== '' && !isSealed(value)
  })
  return known.map((value) => ({ value, label: disputedTitle(procedure, value, reader) }))
}

/** The form, empty or as it was typed. */
export async function showStatement(c: Context<Env>, found: Report, shown: Shown) {
  const reader = await readerOf(c, `/t/${found.code}/statement`)
  const { keys } = c.var.deps
  const token =
    Object.keys(shown.values).length === 0 ? newFormToken(keys, c.var.now) : tokenForMending(keys, c.var.now)
  return statementPage(reader, { code: found.code, token, about: disputable(found, reader), ...shown })
}

/** Puts the statement on record, or shows the form again with everything typed and what is wrong with it. */
export async function postStatement(c: Context<Env>, found: Report, { values }: Posted) {
  const { deps, now, locale } = c.var
  const words = publicWords(locale)
  const again = async (shown: Partial<Shown>) =>
    c.html(await showStatement(c, found, { values, errors: {}, ...shown }), 422)
  const { nonce, state } = readFormToken(deps.keys, values['token'] ?? '', now)
  if (state !== 'good') return again({ notice: state === 'too-fast' ? words.tooFast : words.formTooOld })
  const typed = values['text'] ?? ''
  if (!typed) return again({ errors: { text: words.rules.required(words.statement.text) } })
  const about = values['about'] ?? ''
  if (about && !disputable(found, { locale }).some(({ value }) => value === about))
    return again({ errors: { about: words.rules['not-an-option'](words.statement.about) } })
  const { text, found: masked } = maskPersonal(typed)
  const request = {
    actor: reporterActor(deps.publicTenant),
    matterId: found.report.matter.id,
    command: { type: 'AddStatement', text, ...(about ? { about } : {}) } as const,
    key: `public:${nonce}`,
  }
  const refusal = await handleAndFollow(deps, request).then(
    () => undefined,
    (cause: unknown) => {
      if (cause instanceof AnlanError && cause.code === 'form-invalid') return cause
      throw cause
    },
  )
  if (refusal) return again({ errors: fieldErrors(refusal, words) })
  const kinds = [...new Set(masked.map(({ kind }) => kind))].join(',')
  const said = `said=statement${kinds ? `&masked=${kinds}` : ''}`
  return c.redirect(`/t/${found.code}?${locale === 'en' ? `lang=en&${said}` : said}`, 303)
}
