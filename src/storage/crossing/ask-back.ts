import { systemActor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { receivesOf } from '../../domain/procedure/crossing/step-crossing.ts'
import { getDefinition } from '../../domain/procedure/definition.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { startsFrom } from '../../engine/decide/open-steps.ts'
import type { StorageDeps } from '../deps.ts'
import { handleAndFollow } from '../write/follow-up.ts'
import { barOpening } from './bar-opening.ts'
import { type Crossing, idThere } from './crossing-id.ts'
import { hearHere } from './hear-here.ts'
import { readMatter } from './read-matter.ts'
import { tellBack } from './tell-back.ts'

/**
 * Asks back what was sent: what is not open there never will be; what is, hears of it by the step that its definition has for
 * that, and answers itself. Whether it was taken or goes back is decided there, by whoever writes first.
 */
export async function askBack(deps: StorageDeps, matter: Matter, version: number): Promise<void> {
  const sent = matter.sent?.find((each) => each.version === version)
  if (!sent) return
  const crossing: Crossing = { tenant: matter.tenant, matterId: matter.id, version, at: sent.at }
  const reason = await barOpening(deps, crossing, sent.tenant, '移送前已撤回')
  const there = await readMatter(deps, sent.tenant, idThere(crossing))
  if (!there) {
    if (reason === undefined) throw new Error(`${matter.reference} is neither open in ${sent.tenant} nor barred`)
    return hearHere(deps, crossing, { standing: 'recalled', reason })
  }
  const told = there.group === 'done' ? there : await hearThere(deps, there, version)
  // Its own outbox answers as well; whoever comes first is heard.
  if (told) await tellBack(deps, told)
}

/** Takes the step that the other definition has for being asked back. Somebody faster there leaves nothing to do. */
async function hearThere(deps: StorageDeps, there: Matter, version: number): Promise<Matter | undefined> {
  const { procedures } = await deps.rulebooks.of(there.tenant)
  const steps = Object.entries(getDefinition(procedures, there).steps)
  const step = steps.find(([, each]) => receivesOf(each) === 'recall' && startsFrom(each, there))?.[0]
  if (!step) return undefined
  try {
    const { matter } = await handleAndFollow(deps, {
      actor: systemActor(there.tenant),
      matterId: there.id,
      key: `asked-back:${there.id}:${version}`,
      command: { type: 'TakeStep', step },
    })
    return matter
  } catch (cause) {
    if (cause instanceof AnlanError && cause.code === 'step-not-open') return askedAgain(deps, there, version, step)
    throw cause
  }
}

/** It moved on between the look and the step: the step for where it stands now. */
async function askedAgain(deps: StorageDeps, before: Matter, version: number, missed: string) {
  const there = await readMatter(deps, before.tenant, before.id)
  if (!there || there.group === 'done') return there
  const { procedures } = await deps.rulebooks.of(there.tenant)
  const step = getDefinition(procedures, there).steps[missed]
  if (step && startsFrom(step, there)) throw new Error(`${there.reference} stands where it can be asked back`)
  return hearThere(deps, there, version)
}
