import { systemActor } from '../../domain/matter/actor.ts'
import type { CameFrom, CrossingRequest } from '../../domain/matter/crossing.ts'
import type { EventOf } from '../../domain/matter/event.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { present } from '../../domain/present.ts'
import { receivesOf } from '../../domain/procedure/crossing/step-crossing.ts'
import type { FileRef, FormValues } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { dayOf } from '../../domain/time/time.ts'
import type { Office } from '../../domain/unit/unit.ts'
import { errorText } from '../../domain/wording/error-text.ts'
import { AnlanError, type ErrorCode } from '../../domain/wording/errors.ts'
import { procedureInEffect } from '../../engine/decide/decide-opening.ts'
import { withTenant } from '../connection/connect.ts'
import type { StorageDeps } from '../deps.ts'
import type { FileStore } from '../files/files.ts'
import { readForCrossing } from '../keys/open-fields.ts'
import { handleCommand } from '../write/handle.ts'
import { barOpening } from './bar-opening.ts'
import { type Crossing, idThere, openingKey } from './crossing-id.ts'
import { hearHere } from './hear-here.ts'
import { readMatter } from './read-matter.ts'

/** What carrying a matter over needs: attachments are carried by content. */
export type CrossingDeps = StorageDeps & { readonly files?: FileStore }

/** The other office's rule book says no, and will tomorrow. What else fails is tried again. */
const REFUSALS: readonly ErrorCode[] = [
  'form-invalid',
  'procedure-not-found',
  'procedure-not-yet',
  'guard-refused',
  'not-allowed',
  'field-shredded',
]

/**
 * Opens in the other office what a step here sent. Each side is a command of its own, and whether it opens there at all is
 * settled by one key there: what it refuses is barred first and comes back then. Doing it twice is once, whatever died between.
 */
export async function sendMatter(deps: CrossingDeps, matter: Matter, version: number): Promise<void> {
  const sent = matter.sent?.find((each) => each.version === version)
  // Whoever asked it back bars it or finds it there.
  if (sent?.standing !== 'sent') return
  const { tenant, id: matterId } = matter
  const crossing: Crossing = { tenant, matterId, version, at: sent.at }
  const reasonOf = (reason: string) => hearHere(deps, crossing, { standing: 'returned', reason })
  const there = await readMatter(deps, sent.tenant, idThere(crossing))
  const opened = there ?? (await openThere(deps, matter, crossing, await requestOf(deps, crossing)))
  if (typeof opened === 'string') await reasonOf(opened)
  else await hearHere(deps, crossing, { standing: 'arrived', reference: opened.reference })
}

/** The matter as it is open there; or why it never will be. */
async function openThere(
  deps: CrossingDeps,
  matter: Matter,
  crossing: Crossing,
  request: CrossingRequest,
): Promise<Matter | string> {
  const { tenant: there } = request
  try {
    const { procedures, directory } = await deps.rulebooks.of(there)
    const office = directory.offices?.[matter.tenant]
    const procedure = procedureInEffect(procedures, request.procedure, dayOf(deps.now()))
    const begins = Object.entries(procedure.steps).find(([, step]) => receivesOf(step) === 'arrival')?.[0]
    if (!office?.agreed || !office.takesIn) throw new AnlanError('guard-refused', { guard: 'officesAgreed' })
    const form = { ...request.form, ...(await personal(deps, matter, request)) }
    if (deps.files) await carryFiles(deps, deps.files, matter.tenant, there, procedure, form)
    const { matter: opened } = await handleCommand(deps, {
      actor: systemActor(there),
      matterId: idThere(crossing),
      key: openingKey(crossing),
      command: {
        type: 'OpenMatter',
        procedure: request.procedure,
        channel: request.way === 'down' ? 'upper' : 'other',
        unitId: office.takesIn,
        form,
        cameFrom: cameFrom(matter, crossing, request, office),
        ...present({ begins }),
      },
    })
    return opened
  } catch (cause) {
    if (!(cause instanceof AnlanError)) throw cause
    const { code, details } = cause
    // Another worker opened it with what it read a moment earlier, or it was barred.
    if (code !== 'key-reused' && !REFUSALS.includes(code)) throw cause
    const barred = await barOpening(deps, crossing, there, errorText(code, details, 'zh'))
    const opened = await readMatter(deps, there, idThere(crossing))
    if (!opened && !barred) throw cause
    return opened ?? String(barred)
  }
}

const cameFrom = (
  { reference }: Matter,
  { tenant, matterId, version, at }: Crossing,
  { way, basis }: CrossingRequest,
  { name, phone }: Office,
): CameFrom => ({ tenant, office: name, ...present({ phone }), matterId, reference, version, way, at, basis })

const ASKED = 'select event from matter_events where tenant = $1 and matter_id = $2 and version = $3'

async function requestOf({ pool }: StorageDeps, { tenant, matterId, version }: Crossing): Promise<CrossingRequest> {
  const { rows } = await withTenant(pool, tenant, (client) =>
    client.query<{ event: EventOf<'StepTaken'> }>({
      name: 'crossing-asked',
      text: ASKED,
      values: [tenant, matterId, version],
    }),
  )
  const sends = rows[0]?.event.sends
  if (!sends) throw new Error(`event ${version} of matter ${matterId} sends nothing`)
  return sends
}

/** What is personal is read now, under the keys of this office, and sealed anew by the other's: no job and no event ever holds it. */
async function personal(deps: StorageDeps, matter: Matter, { personal: names = {} }: CrossingRequest) {
  const here = Object.values(names)
  if (here.length === 0) return {}
  const values = await readForCrossing(deps, matter, here)
  return Object.fromEntries(
    Object.entries(names).flatMap(([to, from]) => (values[from] === undefined ? [] : [[to, values[from]]])),
  ) as FormValues
}

/** Attachments go over by content before the matter that names them is open there. */
async function carryFiles(
  { now }: StorageDeps,
  files: FileStore,
  here: string,
  there: string,
  { forms, opening }: Procedure,
  form: FormValues,
): Promise<void> {
  const names = Object.entries(forms[opening.form]?.fields ?? {}).flatMap(([name, { kind }]) =>
    kind === 'files' ? [name] : [],
  )
  const carried = names.flatMap((name) => (form[name] ?? []) as readonly FileRef[])
  for (const file of carried) await files.carry(here, there, file, now())
}
