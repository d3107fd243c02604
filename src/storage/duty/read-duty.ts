import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { present } from '../../domain/present.ts'
import type { FormValues } from '../../domain/procedure/form.ts'
import { isDesk, type Rota, rotaOf } from '../../domain/procedure/hands/rota.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { type Instant, laterOf } from '../../domain/time/time.ts'
import type { Directory, Post } from '../../domain/unit/unit.ts'
import type { DutyView, OnDuty, ShiftView, Span } from '../../domain/views/duty-view.ts'
import { gapsIn } from '../../engine/stand-ins/gaps-in.ts'
import { ledgerOf } from '../read/ledger.ts'
import { visibleTo } from '../read/visible.ts'
import type { Tables } from '../schema/tables.ts'

type Kind = { readonly procedure: Procedure; readonly rota: Rota }
/** A county with fifty desks and three shifts a day fills two months with less. */
const MOST = 10_000

/**
 * Duty as a post sees it. Who is on now is told to everybody in the line, from the own unit up to the top: desk, posts and the line of the
 * desk, and no matter. The rota itself is of the desks in the own unit and below it, and of matters in sight.
 */
export async function readDuty(
  db: Kysely<Tables>,
  actor: Actor,
  { from, until }: Span,
  now: Instant,
  { directory, procedures }: Rulebook,
): Promise<DutyView> {
  const kinds = procedures.flatMap((procedure): Kind[] => {
    const rota = rotaOf(procedure)
    return rota ? [{ procedure, rota }] : []
  })
  const desks = Object.values(directory.posts).filter(isDesk)
  const path = ({ unitId }: Post) => directory.units[unitId]?.path ?? '?'
  const above = desks.filter((desk) => actor.unitPath.startsWith(path(desk)))
  const below = desks.filter((desk) => path(desk).startsWith(actor.unitPath))
  const asked = [...new Set([...above, ...below].map(({ id }) => id))]
  const [standing, shifts, away] = await Promise.all([
    readStanding(db, actor.tenant, asked, { from, until }, now),
    readShifts(db, actor, { from, until }, kinds, directory),
    readAway(db, actor, { from, until }, directory),
  ])
  const on = (desk: Post) => present({ on: onDuty(desk, standing, now, kinds) })
  const ahead = { from: laterOf(now, from), until }
  return {
    now,
    from,
    until,
    ...present({ kind: kinds.at(-1)?.procedure.id }),
    away,
    line: above.map((desk) => ({ deskId: desk.id, unitId: desk.unitId, ...on(desk) })),
    desks: below.map((desk) => ({
      deskId: desk.id,
      unitId: desk.unitId,
      ...on(desk),
      shifts: shifts.filter(({ deskId }) => deskId === desk.id).map(({ deskId: _, ...shift }) => shift),
      gaps:
        ahead.from < ahead.until
          ? gapsIn(
              ahead,
              standing.filter(({ deskId }) => deskId === desk.id),
            )
          : [],
    })),
  }
}

type Standing = Span & { readonly deskId: string; readonly byPostId: string; readonly matter: Matter }

/** Who stands in for these desks, now or in that time, with the shift that says so. */
async function readStanding(
  db: Kysely<Tables>,
  tenant: string,
  desks: readonly string[],
  { from, until }: Span,
  now: Instant,
): Promise<Standing[]> {
  if (desks.length === 0) return []
  const rows = await db
    .selectFrom('stand_ins as s')
    .innerJoin('matters as m', (join) => join.onRef('m.tenant', '=', 's.tenant').onRef('m.id', '=', 's.matter_id'))
    .select(['s.post_id as deskId', 's.by_post_id as byPostId', 's.from_at as from', 's.until_at as until', 'm.matter'])
    .where('s.tenant', '=', tenant)
    .where('s.post_id', 'in', desks)
    .where('s.by_post_id', 'is not', null)
    .where('s.until_at', '>', from < now ? from : now)
    .where('s.from_at', '<', until > now ? until : now)
    .orderBy('s.from_at')
    .orderBy('s.matter_id')
    .orderBy('s.no')
    .limit(MOST)
    .execute()
  return rows.map(({ deskId, byPostId, matter, ...span }) => ({
    deskId,
    byPostId: byPostId ?? '',
    matter: matter as Matter,
    from: new Date(span.from).toISOString(),
    until: new Date(span.until).toISOString(),
  }))
}

/** Whoever is away then: a rota that names them has a hole that no plan shows. */
async function readAway(
  db: Kysely<Tables>,
  { tenant, unitPath }: Actor,
  { from, until }: Span,
  { posts, units }: Directory,
): Promise<DutyView['away']> {
  const rows = await db
    .selectFrom('stand_ins')
    .select(['post_id as postId', 'from_at as from', 'until_at as until'])
    .distinct()
    .where('tenant', '=', tenant)
    .where('away', '=', true)
    .where('until_at', '>', from)
    .where('from_at', '<', until)
    .limit(MOST)
    .execute()
  return rows
    .filter(({ postId }) => units[posts[postId]?.unitId ?? '']?.path.startsWith(unitPath))
    .map(({ postId, ...span }) => ({
      postId,
      from: new Date(span.from).toISOString(),
      until: new Date(span.until).toISOString(),
    }))
}

function onDuty(desk: Post, standing: readonly Standing[], now: Instant, kinds: readonly Kind[]): OnDuty | undefined {
  const here = standing.filter(({ deskId, from, until }) => deskId === desk.id && from <= now && now < until)
  const [first] = here
  if (!first) return undefined
  const { matter } = first
  return {
    postIds: [...new Set(here.map(({ byPostId }) => byPostId))],
    until: here.reduce((last, { until }) => laterOf(last, until), first.until),
    ...told(matter, rotaFor(matter, kinds)),
  }
}

const kindOf = ({ procedure, procedureVersion }: Matter, kinds: readonly Kind[]): Kind | undefined =>
  kinds.find((kind) => kind.procedure.id === procedure && kind.procedure.version === procedureVersion)
const rotaFor = (matter: Matter, kinds: readonly Kind[]): Rota | undefined => kindOf(matter, kinds)?.rota

/** The leader of the shift, and what is told of the desk. */
const told = (matter: Matter, rota: Rota | undefined) =>
  present({
    leaderPostId: matter.supervisorPostId,
    phone: textOf(matter.fields[rota?.phone ?? '']),
    place: matter.place,
  })

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

async function readShifts(
  db: Kysely<Tables>,
  actor: Actor,
  { from, until }: Span,
  kinds: readonly Kind[],
  directory: Directory,
): Promise<(ShiftView & { readonly deskId: string })[]> {
  const [last] = kinds.slice(-1)
  if (!last) return []
  const ids = [...new Set(kinds.map(({ procedure }) => procedure.id))]
  const answer = (name: string) => sql<string>`m.matter -> 'fields' ->> ${name}`
  const rows = await ledgerOf(db)
    .select('m.matter')
    .where('m.tenant', '=', actor.tenant)
    .where('m.procedure', 'in', ids)
    .where(visibleTo(actor, directory))
    .where(sql<SqlBool>`${answer(last.rota.from)} < ${until} and ${answer(last.rota.until)} > ${from}`)
    .limit(MOST)
    .execute()
  return rows.flatMap(({ matter }) => shiftOf(matter as Matter, kinds) ?? []).sort((a, b) => (a.from < b.from ? -1 : 1))
}

/** A shift that ended before it began was cancelled: nobody is on. */
function shiftOf(matter: Matter, kinds: readonly Kind[]): (ShiftView & { readonly deskId: string }) | undefined {
  const rota = rotaFor(matter, kinds)
  if (!rota) return undefined
  const said = (name: string) => textOf(matter.fields[name])
  const [deskId, from, until] = [said(rota.desk), said(rota.from), said(rota.until)]
  if (!deskId || !from || !until || (matter.closedAt && matter.closedAt < from)) return undefined
  const rows = matter.fields[rota.rows]
  const officers = Array.isArray(rows)
    ? (rows as readonly FormValues[]).flatMap((row) => textOf(row[rota.by]) ?? [])
    : []
  const { id, reference, version, procedure, procedureVersion, title, state } = matter
  return {
    deskId,
    id,
    reference,
    version,
    procedure,
    procedureVersion,
    title,
    state,
    from,
    until,
    published: state !== kindOf(matter, kinds)?.procedure.opening.state,
    officers,
    ...told(matter, rota),
  }
}
