import type { Context } from 'hono'
import { fold } from '../../domain/free-text/fold.ts'
import { movePersonal } from '../../domain/free-text/move-personal.ts'
import { reporterActor } from '../../domain/matter/actor.ts'
import type { FileRef, FormValues } from '../../domain/procedure/form.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { handleAndFollow } from '../../storage/write/follow-up.ts'
import type { Env } from '../request/env.ts'
import { codeHash } from './find-report.ts'
import { intakeUnit, REPORT, reportProcedure } from './intake.ts'
import type { Posted } from './posted.ts'
import { codeOfNonce } from './receipt/receipt-ticket.ts'
import { reportTitle } from './report-title.ts'

const NAMES = ['category', 'description', 'place', 'placeUnit', 'aboutUnit', 'contactName', 'contactPhone']

/** Opens the matter. A refusal that the reporter can mend comes back as a value. */
export async function sendReport(
  c: Context<Env>,
  { values }: Posted,
  files: readonly FileRef[],
  nonce: string,
): Promise<{ code: string } | AnlanError> {
  const { deps, now } = c.var
  const rulebook = await deps.rulebooks.of(deps.publicTenant)
  const procedure = reportProcedure(rulebook, now)
  const opening = procedure.forms[procedure.opening.form]
  if (!opening) throw new Error(`${procedure.id} has no opening form`)
  const code = codeOfNonce(deps.keys, nonce)
  const { answers } = movePersonal(opening, answersOf(values))
  const command = {
    type: 'OpenMatter',
    procedure: REPORT,
    channel: 'public',
    unitId: intakeUnit(rulebook.directory).id,
    form: reportForm(answers as Readonly<Record<string, string>>),
    files,
  } as const
  return handleAndFollow(deps, {
    actor: reporterActor(deps.publicTenant),
    command,
    key: `public:${nonce}`,
    codeHash: codeHash(deps.keys, code),
  }).then(
    () => ({ code }),
    (cause: Error) => {
      if (cause instanceof AnlanError && ['form-invalid', 'key-reused'].includes(cause.code)) return cause
      throw cause
    },
  )
}

/** The answers of the public form; empty ones are left out, numbers to dial are written in plain digits. */
const answersOf = (values: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = values[name] ?? ''
      return value === '' ? [] : [[name, name === 'contactPhone' ? fold(value) : value]]
    }),
  )

/** The answers as the definition asks for them. */
function reportForm(answers: Readonly<Record<string, string>>): FormValues {
  const wantsReply = answers['contactPhone'] ? 'phone' : 'code'
  return { title: reportTitle(answers['description'] ?? ''), ...answers, wantsReply }
}

/** A number, or several, with brackets, extensions and words: whoever calls reads it. Without five digits it is none. */
export const isDiallable = (phone: string): boolean => fold(phone).replace(/\D/g, '').length >= 5
