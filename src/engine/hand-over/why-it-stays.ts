import type { Actor } from '../../domain/matter/actor.ts'
import type { Stay } from '../../domain/matter/hand-over.ts'
import { FACT_KEYS, type Matter } from '../../domain/matter/matter.ts'
import { columnsOf, FACTS, type FieldOf, factOf } from '../../domain/procedure/form.ts'
import { checkForm } from '../../domain/procedure/form-check.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { SeatName } from '../../domain/procedure/seat.ts'
import { rolesOf } from '../../domain/procedure/taker.ts'
import type { Instant } from '../../domain/time/time.ts'
import { oversees, type Role } from '../../domain/unit/role.ts'
import type { Directory, Post } from '../../domain/unit/unit.ts'
import { accessFacts, maySee } from '../access/access.ts'
import { CHECKING, seatsHeld } from './seats-held.ts'

/** From which post to which. */
export type Route = { readonly from: string; readonly to: string }

/** Who may hand over what a post has: who oversees or routes in its unit or above, and the administrator. */
export const mayHandOver = (actor: Actor, postId: string, { posts, units }: Directory): boolean => {
  const path = units[posts[postId]?.unitId ?? '']?.path
  const may = actor.roles.some((role) => oversees(role) || role === 'triageOfficer' || role === 'administrator')
  return may && path?.startsWith(actor.unitPath) === true
}

/** Why the seats of one post in a matter cannot go to another, or undefined when they can: the rules by which a step would name it. */
export function whyItStays(
  procedure: Procedure,
  matter: Matter,
  { from, to }: Route,
  directory: Directory,
  now: Instant,
): Stay | undefined {
  const seats = seatsHeld(matter, from)
  const post = directory.posts[to]
  if (seats.length === 0 || matter.group === 'done') return 'nothing'
  if (!post?.holder) return 'role'
  if (isAbout(procedure, matter, from)) return 'about-the-post'
  if (matter.barred?.includes(post.holder.personId)) return 'barred'
  if (matter.clocks.some(({ holder, endedAt }) => holder === from && !endedAt)) return 'own-limit'
  if (matter.holders?.some(({ seat, id }) => id === to && seats.includes(seat))) return 'has-seat'
  if (!seesThen(matter, post, directory)) return 'sight'
  if (isOnTwoSides(matter, { from, to }, post)) return 'two-sides'
  return seats.map((seat) => unfit(procedure, matter, seat, post, directory, now)).find((why) => why !== undefined)
}

/** Leave and duty are about the post: they go with nobody. */
const isAbout = ({ standsIn }: Procedure, { fields }: Matter, postId: string): boolean =>
  standsIn !== undefined && [standsIn.for, ...standsIn.by].some((name) => fields[name] === postId)

/** Whether the post would see it once it takes part. */
function seesThen(matter: Matter, { id, unitId, roles, holder }: Post, directory: Directory): boolean {
  const actor = { tenant: matter.tenant, personId: holder?.personId ?? '', postId: id, unitId, roles }
  const facts = accessFacts(matter, directory)
  const path = directory.units[unitId]?.path ?? '?'
  return maySee({ ...actor, unitPath: path }, { ...facts, participants: [...facts.participants, id] })
}

/** Who handles it does not come to check or order it, nor the other way round: by post and by person. */
function isOnTwoSides(matter: Matter, { from, to }: Route, { holder }: Post): boolean {
  const takes = seatsHeld(matter, from)
  const checks = takes.some((seat) => CHECKING.some((one) => one === seat))
  const handled = matter.handledBy.includes(holder?.personId ?? '')
  const inSeat = (seat: (typeof FACTS.post)[number]) => matter[FACT_KEYS[seat]] === to
  if (checks && (inSeat('owner') || handled)) return true
  return takes.includes('owner') && (CHECKING.some(inSeat) || matter.verifiedBy === holder?.personId)
}

/** Whether a form that names this seat would refuse the post. */
function unfit(
  procedure: Procedure,
  matter: Matter,
  seat: SeatName,
  post: Post,
  directory: Directory,
  now: Instant,
): Stay | undefined {
  const asked = questions(procedure, seat)
  const roles = asked.every((field) => field.roles) ? asked.flatMap((field) => field.roles ?? []) : []
  const fitting = roles.length > 0 ? roles : asked.length > 0 ? post.roles : rolesBySteps(procedure, seat)
  if (!post.roles.some((role) => fitting.includes(role))) return 'role'
  const sets = FACTS.post.find((name) => name === seat)
  const field: FieldOf<'post'> = { kind: 'post', title: { zh: '', en: '' }, ...(sets ? { sets } : {}) }
  const context = {
    directory,
    now,
    openedAt: matter.openedAt,
    unitId: matter.unitId,
    ...(matter.aboutUnitId ? { aboutUnitId: matter.aboutUnitId } : {}),
  }
  const { issues } = checkForm({ title: field.title, fields: { post: field } }, { post: post.id }, context)
  const [issue] = issues
  return issue && (issue.rule === 'post-elsewhere' ? 'elsewhere' : issue.rule === 'barred' ? 'barred' : 'role')
}

/** The questions of a definition that put a post into this seat. */
const questions = (procedure: Procedure, seat: SeatName): readonly FieldOf<'post'>[] =>
  Object.values(procedure.forms).flatMap(({ fields }) =>
    Object.values(fields).flatMap((field) => {
      if (field.kind === 'post') return factOf(field) === seat ? [field] : []
      if (field.kind !== 'items' || field.fills !== seat) return []
      return Object.values(columnsOf(field)).filter((column) => column.kind === 'post')
    }),
  )

/** Where no question asks for it: the roles of its work. */
const rolesBySteps = ({ steps }: Procedure, seat: SeatName): readonly Role[] => {
  const own = Object.values(steps).filter(({ handles, verifies }) => (seat === 'verifier' ? verifies : handles))
  const overseers: readonly Role[] = ['leader', 'president', 'divisionHead']
  return seat === 'owner' || seat === 'verifier' ? own.flatMap(({ by }) => rolesOf(by)) : overseers
}
