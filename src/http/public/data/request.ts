import type { Context } from 'hono'
import { movePersonal } from '../../../domain/free-text/move-personal.ts'
import { reporterActor, systemActor } from '../../../domain/matter/actor.ts'
import { optionsOf } from '../../../domain/procedure/form.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../../domain/procedure/rulebook.ts'
import type { Directory, Unit } from '../../../domain/unit/unit.ts'
import { AnlanError } from '../../../domain/wording/errors.ts'
import { handleAndFollow } from '../../../storage/write/follow-up.ts'
import { handleCommand } from '../../../storage/write/handle.ts'
import type { Env } from '../../request/env.ts'
import type { Report } from '../act.ts'
import { fieldErrors } from '../field-errors.ts'
import { codeHash } from '../find-report.ts'
import { newFormToken, readFormToken, tokenForMending } from '../form-token.ts'
import { intakeUnit } from '../intake.ts'
import type { Posted } from '../posted.ts'
import { readerOf } from '../reader.ts'
import { toReceipt } from '../receipt/receipt-routes.ts'
import { codeOfNonce } from '../receipt/receipt-ticket.ts'
import { publicWords } from '../words/words.ts'
import { requestPage } from './request-page.ts'

type Shown = {
  readonly values: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  readonly notice?: string
}

const NAMES = ['category', 'asker', 'wish'] as const

/** The kind of matter by which a person asks about their data: reporters open it, and it links the matters they name. */
const requestProcedure = (procedures: readonly Procedure[]): Procedure | undefined =>
  procedures.findLast(
    ({ opening, steps }) => opening.by.includes('reporter') && Object.values(steps).some(({ serves }) => serves),
  )

/** The step by which the system links what was named. */
const namingStep = ({ steps }: Procedure) =>
  Object.entries(steps).find(([, { linksTo, by }]) => linksTo?.type === 'concerns' && by.includes('system'))

/** The nearest unit from intake upwards where everybody sits who works on it: nobody else would see it. */
function deskOf({ units, posts }: Directory, { sight }: Procedure): Unit {
  const roles = sight?.only ?? []
  const isManned = (unit: Unit) =>
    roles.every((role) => Object.values(posts).some((post) => post.unitId === unit.id && post.roles.includes(role)))
  let unit: Unit | undefined = intakeUnit({ units, posts })
  while (unit && !isManned(unit)) unit = unit.parentId ? units[unit.parentId] : undefined
  return unit ?? intakeUnit({ units, posts })
}

const choices = (procedure: Procedure, name: string, locale: 'zh' | 'en') =>
  Object.entries(optionsOf(procedure.forms[procedure.opening.form]?.fields[name]) ?? {}).map(([value, title]) => ({
    value,
    label: title[locale],
  }))

const procedureOf = (rulebook: Rulebook): Procedure => {
  const found = requestProcedure(rulebook.procedures)
  if (!found) throw new AnlanError('not-found')
  return found
}

/** The form, empty or as it was typed. */
export async function showDataRequest(c: Context<Env>, { code }: Report, shown: Shown) {
  const { deps, now, locale } = c.var
  const procedure = procedureOf(await deps.rulebooks.of(deps.publicTenant))
  const isFirst = Object.keys(shown.values).length === 0
  return requestPage(await readerOf(c, `/t/${code}/data`), {
    code,
    token: isFirst ? newFormToken(deps.keys, now) : tokenForMending(deps.keys, now),
    categories: choices(procedure, 'category', locale),
    askers: choices(procedure, 'asker', locale),
    ...shown,
  })
}

/** Opens the request with a code of its own and links the matter it came from, or shows the form again with what is wrong. */
export async function postDataRequest(c: Context<Env>, found: Report, { values }: Posted) {
  const { deps, now, locale } = c.var
  const words = publicWords(locale)
  const again = async (shown: Partial<Shown>) =>
    c.html(await showDataRequest(c, found, { values, errors: {}, ...shown }), 422)
  const token = values['token'] ?? ''
  const { nonce, state } = readFormToken(deps.keys, token, now)
  if (state !== 'good') return again({ notice: state === 'too-fast' ? words.tooFast : words.formTooOld })
  const rulebook = await deps.rulebooks.of(deps.publicTenant)
  const procedure = procedureOf(rulebook)
  const opening = procedure.forms[procedure.opening.form]
  if (!opening) throw new Error(`${procedure.id} has no opening form`)
  const { matter } = found.report
  const given = Object.fromEntries(NAMES.flatMap((name) => (values[name] ? [[name, values[name]]] : [])))
  const { answers } = movePersonal(opening, given)
  const kind = procedure.categories[values['category'] ?? '']
  const title = words.data.titled(kind?.[locale] ?? '')
  const form = {
    ...(answers as Readonly<Record<string, string>>),
    title,
    saidNumbers: matter.reference,
    ...(matter.aboutUnitId ? { aboutUnit: matter.aboutUnitId } : {}),
  }
  const code = codeOfNonce(deps.keys, nonce)
  const opened = await handleAndFollow(deps, {
    actor: reporterActor(deps.publicTenant),
    command: {
      type: 'OpenMatter',
      procedure: procedure.id,
      channel: 'public',
      unitId: deskOf(rulebook.directory, procedure).id,
      form,
    },
    key: `public:${nonce}`,
    codeHash: codeHash(deps.keys, code),
  }).catch((cause: unknown) => {
    if (cause instanceof AnlanError && cause.code === 'form-invalid') return cause
    throw cause
  })
  if (opened instanceof AnlanError) return again({ errors: fieldErrors(opened, words) })
  const [step, { linksTo } = {}] = namingStep(procedure) ?? []
  if (step && linksTo)
    await handleCommand(deps, {
      actor: systemActor(deps.publicTenant),
      matterId: opened.matter.id,
      key: `public:${nonce}:named`,
      command: { type: 'TakeStep', step, form: { [linksTo.field]: matter.reference } },
    })
  return toReceipt(c, code, token)
}
