import { createDice, type Dice } from '../../demo/dice.ts'
import { type Actor, reporterActor, systemActor } from '../../domain/matter/actor.ts'
import type { Command } from '../../domain/matter/command.ts'
import { LINK_TYPES, type LinkType } from '../../domain/matter/link.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { getDefinition } from '../../domain/procedure/definition.ts'
import type { FileRef } from '../../domain/procedure/form.ts'
import { type Procedure, type Step, targetsOf } from '../../domain/procedure/procedure.ts'
import { addMilliseconds } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { openSteps } from '../../engine/decide/open-steps.ts'
import { handleAndFollow } from '../../storage/write/follow-up.ts'
import { sweepDeadlines } from '../../workers/sweep-deadlines.ts'
import type { TestCounty } from '../county.ts'
import { actorOf, POSTS, TEST_TENANT, UNITS } from '../people.ts'
import { randomAnswers } from './random-answers.ts'
import { lineOf } from './story.ts'

const HOUR_MS = 3_600_000

/** Matters of every kind, played by chance through the ordinary door: opened, worked on, linked, merged, late. */
export function randomCounty(
  county: Pick<TestCounty, 'database' | 'deps' | 'setNow'>,
  seed: number,
  photos: readonly FileRef[],
) {
  const dice = createDice(seed)
  const ids: string[] = []
  const refused = new Map<string, number>()

  const read = async (id: string): Promise<Matter> =>
    (await county.database.owner.query('select matter from matters where id = $1', [id])).rows[0].matter
  const inForce = async (procedures: readonly Procedure[]) => {
    const { rows } = await county.database.owner.query<{ matter: Matter }>(
      'select matter from matters where procedure = any($1)',
      [procedures.filter(({ record }) => record).map(({ id }) => id)],
    )
    const standing = rows.map(({ matter }) => matter)
    return Object.groupBy(
      standing.filter(({ procedure, state }) =>
        procedures.some(({ id, record }) => id === procedure && record?.inForce.includes(state)),
      ),
      ({ procedure }) => procedure,
    ) as Record<string, Matter[]>
  }
  const act = async (actor: Actor, command: Command, matterId?: string): Promise<boolean> => {
    const request = { actor, command, ...(matterId ? { matterId } : {}) }
    const done = await handleAndFollow(county.deps, request).catch((cause: Error) => {
      if (!(cause instanceof AnlanError)) throw cause
      refused.set(cause.code, (refused.get(cause.code) ?? 0) + 1)
      return undefined
    })
    if (!done) return false
    if (!matterId) ids.push(done.matter.id)
    ids.push(...done.opened.map(({ id }) => id))
    return true
  }
  const filling = async (procedures: readonly Procedure[], matter?: Matter) => ({
    dice,
    photos,
    directory: (await county.deps.rulebooks.of(TEST_TENANT)).directory,
    now: county.deps.now(),
    records: await inForce(procedures),
    ...(matter ? { earlier: matter.fields, holders: dueFirst(matter) } : {}),
  })

  /** Opens a matter of this kind as somebody who may. */
  const open = async (procedure: Procedure): Promise<void> => {
    const { procedures } = await county.deps.rulebooks.of(TEST_TENANT)
    const { by } = procedure.opening
    const posts = POSTS.filter(({ roles }) => roles.some((role) => by.includes(role)))
    const openers = posts.map((post) => ({ actor: actorOf(post.id), unitId: post.unitId }))
    // What only the system opens comes as its workers open it: for the unit whose matter it is.
    if (by.every((role) => role === 'system'))
      openers.push(...UNITS.map(({ id }) => ({ actor: systemActor(TEST_TENANT), unitId: id })))
    const form = procedure.forms[procedure.opening.form]
    if (!form || openers.length === 0) throw new Error(`nobody opens ${procedure.id}`)
    for (let turn = 0; turn < 12; turn += 1) {
      const opener = dice.pick(openers)
      const unitId = dice.chance(0.5) ? opener.unitId : dice.pick(UNITS).id
      const complainedAbout = lineOf(opener.unitId).slice(0, 2)
      const answers = randomAnswers(form, { ...(await filling(procedures)), complainedAbout })
      const command = { type: 'OpenMatter', procedure: procedure.id, channel: 'window', unitId, form: answers } as const
      if (await act(opener.actor, command)) return
    }
  }

  /** Somebody takes a step that is open to them in this matter, or links it to another. */
  const step = async (id: string): Promise<boolean> => {
    const rulebook = await county.deps.rulebooks.of(TEST_TENANT)
    const matter = await read(id)
    const procedure = getDefinition(rulebook.procedures, matter)
    const now = county.deps.now()
    for (const actor of someActors(dice, matter)) {
      const offers = openSteps(procedure, matter, actor, rulebook, now).filter((offer) => offer.open)
      // What moves the matter on comes more often than what stands beside it or ends it.
      const chosen = offers.filter(({ step: { aside } }) => !aside || dice.chance(0.3))
      if (chosen.length === 0) continue
      // Nor does everything end before it has been anywhere.
      const onward = chosen.filter(({ step: each }) => !ends(procedure, each))
      const { id: stepId, step: taken } = dice.pick(onward.length > 0 && dice.chance(0.8) ? onward : chosen)
      const field = taken.linksTo?.field
      const link = field ? { field, reference: (await read(dice.pick(ids))).reference } : undefined
      const form = taken.form ? procedure.forms[taken.form] : undefined
      const answers = form && randomAnswers(form, { ...(await filling(rulebook.procedures, matter)), link })
      if (await act(actor, { type: 'TakeStep', step: stepId, ...(answers ? { form: answers } : {}) }, id)) return true
    }
    return false
  }
  /** A record that is worked on until it is in force. */
  const openRecord = async (kind: Procedure): Promise<void> => {
    for (let tries = 0; tries < 5; tries += 1) {
      const before = ids.length
      await open(kind)
      const id = ids[before]
      for (let turn = 0; id && turn < 8; turn += 1) {
        if (kind.record?.inForce.includes((await read(id)).state)) return
        await step(id)
      }
    }
  }
  const linkTo = async (id: string): Promise<void> => {
    const { reference } = await read(dice.pick(ids))
    const type = dice.pick(Object.keys(LINK_TYPES) as LinkType[])
    await act(actorOf(dice.pick(POSTS).id), { type: 'AddLink', link: { type, reference } }, id)
  }
  /** A turn of chance: mostly a step, now and then a link by hand. */
  const turn = async (id = dice.pick(ids)): Promise<void> => {
    if (dice.chance(0.08)) await linkTo(id)
    else await step(id)
  }
  const passTime = async (hours: number): Promise<void> => {
    county.setNow(addMilliseconds(county.deps.now(), hours * HOUR_MS))
    await sweepDeadlines(county.deps, TEST_TENANT)
  }
  return { ids, dice, refused, open, openRecord, turn, passTime }
}

const ends = ({ states }: Procedure, step: Step): boolean =>
  targetsOf(step).length > 0 && targetsOf(step).every((to) => states[to]?.group === 'done')

/** Whoever sits in it comes first, then anybody, and now and then who reported it. */
function someActors(dice: Dice, { participants }: Matter): Actor[] {
  const seated = POSTS.filter(({ id }) => participants.includes(id) && dice.chance(0.5))
  const others = Array.from({ length: 8 }, () => dice.pick(POSTS))
  const outside = dice.chance(0.1) ? [reporterActor(TEST_TENANT)] : []
  return [...seated, ...others].map(({ id }) => actorOf(id)).concat(outside)
}

const dueFirst = ({ holders = [] }: Matter): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(
      Object.groupBy(
        [...holders].sort((a, b) => Number(a.state !== 'asked') - Number(b.state !== 'asked')),
        ({ seat }) => seat,
      ),
    ).map(([seat, all = []]) => [seat, all.map(({ id }) => id)]),
  )
