import { type Expression, expressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../../domain/matter/actor.ts'
import { present } from '../../../domain/present.ts'
import type { Sight } from '../../../domain/unit/sight.ts'
import type { Directory } from '../../../domain/unit/unit.ts'
import type { LedgerFilter } from '../../../domain/views/ledger-filter.ts'
import { unitToken } from '../../../engine/access/access.ts'
import type { Tables } from '../../schema/tables.ts'
import { visibleTo } from '../visible.ts'
import { above, below, inRange } from './path-range.ts'

/** One part of what an actor sees, as a condition over `ledger as m`; no matter is in two parts. */
export type Arm = Expression<SqlBool>

/** About nobody and naming nobody: what most matters are, and what the narrow indexes hold. */
const PLAIN = sql<SqlBool>`m.about_path is null and m.hidden_from is null`
/** About somebody or naming somebody. */
export const KEPT = sql<SqlBool>`(m.about_path is not null or m.hidden_from is not null)`

/**
 * What `visibleTo` says, taken apart: each part can be found by an index of its own, which PostgreSQL does not see in the whole.
 * The first holds nearly all: what stands under the actor's unit, or under the unit that is asked for when that lies there. Where
 * it lies there, the line of units says nothing more of an ordinary matter, and the parts for what is seen otherwise fall away.
 */
export function armsOf(actor: Actor, directory: Directory, filter: LedgerFilter): Arm[] {
  if (actor.roles.includes('reporter')) return []
  if (actor.roles.includes('system')) return [sql<SqlBool>`true`]
  const asked = filter.unit === undefined ? undefined : (directory.units[filter.unit]?.path ?? '?')
  const isWithin = asked?.startsWith(actor.unitPath) ?? false
  const path = isWithin && asked ? asked : actor.unitPath
  const visible = visibleTo(actor, directory)(expressionBuilder<{ m: Tables['matters'] }, 'm'>())
  // The index of texts finds the same matters for each part anew; whoever sees a good part of them has one look.
  if (filter.text && isWide(path, directory)) return [visible]
  const kinds = kindsAsked(filter, apartFor(actor, directory.sights ?? {}))
  const takesPart = sql<SqlBool>`m.participants && array[${actor.postId}, ${unitToken(actor.unitId)}]::text[]`
  const elsewhere = sql<SqlBool>`m.origin_path <> m.unit_path`
  const outside = isWithin ? [] : [below('m.unit_path', path), above('m.unit_path', path)]
  // Above everybody hardly anything is outside: one look tells both ways in which that may be seen.
  const isTop = directory.units[actor.unitId]?.parentId === undefined
  const byLine = (ordinary: Arm) => [
    all(ordinary, inRange('m.unit_path', path)),
    ...outside.flatMap((there) =>
      isTop
        ? [all(ordinary, there, sql`(${inRange('m.origin_path', path)} or ${takesPart})`)]
        : [
            all(ordinary, there, elsewhere, inRange('m.origin_path', path)),
            all(ordinary, there, sql`not ${inRange('m.origin_path', path)}`, takesPart),
          ],
    ),
  ]
  const apart = [
    ...(kinds.everyone ? [all(kinds.everyone)] : []),
    ...(kinds.own ? [all(kinds.own, isTop ? sql<SqlBool>`true` : atHome(actor, takesPart), visible)] : []),
    ...(kinds.nobody ? [all(kinds.nobody, takesPart)] : []),
  ]
  const together = filter.text && apart.length > 1 ? [sql<SqlBool>`(${sql.join(apart, sql` or `)})`] : apart
  return [...(kinds.ordinary ? byLine(kinds.ordinary) : []), ...together]
    .map((arm) => all(PLAIN, arm))
    .concat(
      isTop ? all(KEPT, visible) : all(KEPT, nearby(actor, takesPart, Object.keys(directory.sights ?? {})), visible),
    )
}

/** From this share of the units on, what an actor sees says little of where to look. */
const WIDE = 1 / 8

function isWide(path: string, { units }: Directory): boolean {
  const all = Object.values(units)
  return all.filter((unit) => unit.path.startsWith(path)).length > all.length * WIDE
}

/** What `visibleTo` lets through is at least this, for which there are indexes: little of what is kept from somebody is near a village. */
const nearby = ({ unitPath }: Actor, takesPart: Arm, apart: readonly string[]): Arm =>
  sql<SqlBool>`(${inRange('m.unit_path', unitPath)} or ${inRange('m.origin_path', unitPath)} or ${takesPart} or m.procedure = any(${apart}::text[]))`

/** The same of kinds that only the unit itself sees. */
const atHome = ({ unitPath }: Actor, takesPart: Arm): Arm =>
  sql<SqlBool>`(m.unit_path = ${unitPath} or m.origin_path = ${unitPath} or ${takesPart})`

const all = (...conditions: readonly Arm[]): RawBuilder<SqlBool> => sql`(${sql.join(conditions, sql` and `)})`

/** By what a kind says of who sees its matters beside those who take part, to this actor. */
type Domain = 'everyone' | 'own' | 'nobody'

/** Those kinds with what they say. */
const apartFor = ({ roles }: Actor, sights: Readonly<Record<string, Sight>>) =>
  new Map(
    Object.entries(sights).flatMap(([kind, { only, line }]): [string, Domain][] => {
      if (only && !only.some((role) => roles.includes(role))) return [[kind, 'nobody']]
      return line ? [[kind, line]] : []
    }),
  )

/** Kinds whose domain says something else to this actor than the line of units does. */
export const kindsApart = (actor: Actor, { sights = {} }: Directory): string[] => [...apartFor(actor, sights).keys()]

/** Which matters are of an ordinary kind and which of one apart, as far as the filter lets them through. */
function kindsAsked(
  { procedure, kinds }: LedgerFilter,
  apart: ReadonlyMap<string, Domain>,
): { readonly [name in Domain | 'ordinary']?: Arm } {
  const asked = procedure ? [procedure] : kinds?.split(',')
  const among = (of: readonly string[]): Arm | undefined =>
    of.length > 0 ? sql<SqlBool>`m.procedure = any(${of}::text[])` : undefined
  const inDomain = (domain: Domain | undefined) =>
    among((asked ?? [...apart.keys()]).filter((kind) => apart.get(kind) === domain))
  const others = apart.size > 0 ? sql<SqlBool>`m.procedure <> all(${[...apart.keys()]}::text[])` : sql<SqlBool>`true`
  return present({
    ordinary: asked ? inDomain(undefined) : others,
    everyone: inDomain('everyone'),
    own: inDomain('own'),
    nobody: inDomain('nobody'),
  })
}
