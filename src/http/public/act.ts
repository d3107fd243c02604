import type { Context } from 'hono'
import { fold } from '../../domain/free-text/fold.ts'
import { movePersonal } from '../../domain/free-text/move-personal.ts'
import { reporterActor } from '../../domain/matter/actor.ts'
import { getDefinition } from '../../domain/procedure/definition.ts'
import type { FileRef, FormValues } from '../../domain/procedure/form.ts'
import type { ReporterWish } from '../../domain/procedure/hands/reporting.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { TrackedMatter } from '../../storage/read/tracked-matter.ts'
import { handleAndFollow } from '../../storage/write/follow-up.ts'
import type { Env } from '../request/env.ts'
import { fieldErrors } from './field-errors.ts'
import { newFormToken, readFormToken, tokenForMending } from './form-token.ts'
import { type ActPage, addPage, ratePage, withdrawPage } from './pages/act-pages.ts'
import { keepPhotos, MOST_PHOTOS, type Posted } from './posted.ts'
import { readerOf } from './reader.ts'
import { openStepIds } from './reporter-steps.ts'
import { isDiallable } from './send-report.ts'
import { publicWords } from './words/words.ts'
import type { PublicWords } from './words/words.zh.ts'

export type Act = 'add' | 'withdraw' | 'rate'
/** A report that was found by its code, with what was opened from it. */
export type Report = {
  readonly code: string
  readonly report: TrackedMatter
  readonly children: readonly TrackedMatter[]
  /** The matter it was merged into, while it waits for that one's result. */
  readonly joint?: TrackedMatter
  /** The definition that the report follows. */
  readonly procedure: Procedure
}
/** What a form asks for: a step with its answers, or what is missing from it. */
type Wished = { readonly choice: ReporterWish; readonly form: FormValues }
type Wish = Wished | { readonly errors: Record<string, string> }

/** The form for one act, with a fresh token. */
export async function actPage(
  c: Context<Env>,
  { code }: Report,
  shown: Pick<ActPage, 'values' | 'errors'> & { notice?: string },
) {
  const reader = await readerOf(c, `/t/${code}/${c.req.param('act')}`)
  const isFirst = Object.keys(shown.values).length === 0
  const { keys } = c.var.deps
  const page = { code, token: isFirst ? newFormToken(keys, c.var.now) : tokenForMending(keys, c.var.now), ...shown }
  const which = c.req.param('act') as Act
  if (which === 'add') return addPage(reader, page, MOST_PHOTOS)
  return which === 'withdraw' ? withdrawPage(reader, page) : ratePage(reader, page)
}

/** Takes the step, or shows the form again with everything typed and what is wrong with it. */
export async function act(c: Context<Env>, found: Report, posted: Posted) {
  const { deps, now, locale } = c.var
  const words = publicWords(locale)
  const { values } = posted
  const again = async (shown: { errors?: Record<string, string>; notice?: string }) =>
    c.html(await actPage(c, found, { values, errors: {}, ...shown }), 422)
  if (values['again']) return c.html(await actPage(c, found, { values, errors: {} }))
  const { nonce, state } = readFormToken(deps.keys, values['token'] ?? '', now)
  if (state !== 'good') return again({ notice: state === 'too-fast' ? words.tooFast : words.formTooOld })
  const wish = wishOf(c.req.param('act') as Act, values, words)
  if ('errors' in wish) return again({ errors: wish.errors })
  const photos = await keepPhotos(c, posted)
  if (typeof photos === 'string')
    return again({ errors: { photos: words.rules[photos](words.photos, String(MOST_PHOTOS)) } })
  const open = await openStepIds(c, found.report.matter)
  const { procedures } = await deps.rulebooks.of(deps.publicTenant)
  const steps = getDefinition(procedures, found.report.matter).reporting?.steps[wish.choice] ?? []
  const step = steps.find((id) => open.has(id)) ?? steps[0] ?? ''
  const { form, found: masked } = maskedForm(found.procedure, step, withRating(found.procedure, step, wish))
  const refusal = await takeStep(c, found, { step, form, files: photos, nonce })
  if (refusal)
    return again(refusal.code === 'form-invalid' ? { errors: fieldErrors(refusal, words) } : { notice: words.notOpen })
  const said = `said=${c.req.param('act')}${masked.length > 0 ? `&masked=${masked.join(',')}` : ''}`
  return c.redirect(`/t/${found.code}?${locale === 'en' ? `lang=en&${said}` : said}`, 303)
}

function wishOf(which: Act, values: Readonly<Record<string, string>>, words: PublicWords): Wish {
  if (which === 'add') {
    const phone = values['newPhone'] ? fold(values['newPhone']) : ''
    if (phone && !isDiallable(phone)) return { errors: { newPhone: words.rules.phone() } }
    return { choice: 'add', form: { note: values['note'] ?? '', ...(phone ? { newPhone: phone } : {}) } }
  }
  if (which === 'withdraw') {
    const sure = values['sure'] === 'yes'
    return sure
      ? { choice: 'withdraw', form: { withdrawReason: values['withdrawReason'] ?? '' } }
      : { errors: { sure: words.rules.required(words.withdrawSure) } }
  }
  const comment = values['complaint']
  if (values['rating'] === 'satisfied') return { choice: 'satisfied', form: comment ? { comment } : {} }
  if (values['rating'] === 'dissatisfied') return { choice: 'dissatisfied', form: { complaint: comment ?? '' } }
  return { errors: { rating: words.rules.required(words.rate) } }
}

/** What the reporter thinks of it goes into the record where the step asks for it. */
function withRating({ steps, forms }: Procedure, step: string, { choice, form }: Wished): FormValues {
  const asks = forms[steps[step]?.form ?? '']?.fields['satisfaction'] !== undefined
  const isRating = choice === 'satisfied' || choice === 'dissatisfied'
  return asks && isRating ? { ...form, satisfaction: choice } : form
}

/** The answers without numbers and names in the texts, and which kinds those were. */
function maskedForm({ steps, forms }: Procedure, step: string, given: FormValues) {
  const definition = forms[steps[step]?.form ?? '']
  const { answers, found } = definition ? movePersonal(definition, given) : { answers: given, found: [] }
  return { form: answers as FormValues, found }
}

/** A refusal that the reporter can do something about comes back as a value. */
async function takeStep(
  c: Context<Env>,
  { report }: Report,
  { step, form, files, nonce }: { step: string; form: FormValues; files: readonly FileRef[]; nonce: string },
): Promise<AnlanError | undefined> {
  const { deps } = c.var
  const command = { type: 'TakeStep', step, form, ...(files.length > 0 ? { files } : {}) } as const
  const request = {
    actor: reporterActor(deps.publicTenant),
    matterId: report.matter.id,
    command,
    key: `public:${nonce}`,
  }
  return handleAndFollow(deps, request).then(
    () => undefined,
    (cause: Error) => {
      const mendable = ['form-invalid', 'step-not-open', 'guard-refused', 'role-required']
      if (cause instanceof AnlanError && mendable.includes(cause.code)) return cause
      throw cause
    },
  )
}
