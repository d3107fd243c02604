import type { Kysely } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { DataService } from '../../domain/personal/data-orders.ts'
import { present } from '../../domain/present.ts'
import { getDefinition } from '../../domain/procedure/definition.ts'
import { isSealed } from '../../domain/procedure/form.ts'
import { personalFields } from '../../domain/procedure/personal-fields.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { ConcernedView } from '../../domain/views/personal-views.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { mayOpenFields, mayOpenVault } from '../../engine/access/personal-access.ts'
import { openSteps } from '../../engine/decide/open-steps.ts'
import { getMatter } from '../read/get-matter.ts'
import type { Tables } from '../schema/tables.ts'
import { orderMark } from '../write/order-rows.ts'

type Asking = { readonly actor: Actor; readonly rulebook: Rulebook; readonly now: Instant }

/** What the actor may do now with what is personal in the matters that this one concerns: what an open step of it serves. */
const servicesOf = (request: Matter, { actor, rulebook, now }: Asking): readonly DataService[] =>
  openSteps(getDefinition(rulebook.procedures, request), request, actor, rulebook, now).flatMap(({ open, step }) =>
    open && step.serves ? [step.serves] : [],
  )

/**
 * The matter that a request concerns, for somebody who may do this with it now.
 * @throws AnlanError not-allowed when the request does not stand so, or is about another matter
 */
export async function servedMatter(
  db: Kysely<Tables>,
  asking: Asking,
  { id, request, service }: { readonly id: string; readonly request: string; readonly service: DataService },
): Promise<{ readonly matter: Matter; readonly request: Matter }> {
  const { actor, rulebook } = asking
  const [asked, found] = await Promise.all([
    getMatter(db, actor, request, rulebook),
    getMatter(db, actor, id, rulebook),
  ])
  const { matter } = found
  const concerns = asked.matter.links.some((link) => link.type === 'concerns' && link.matterId === matter.id)
  if (!concerns || !servicesOf(asked.matter, asking).includes(service))
    throw new AnlanError('not-allowed', { rule: 'no-request' })
  return { matter, request: asked.matter }
}

/** Personal answers there are in a matter and that this actor may open: by name, those in the vault where it holds anything. */
async function personalNames(db: Kysely<Tables>, matter: Matter, { actor, rulebook }: Asking): Promise<string[]> {
  const { vault } = personalFields(getDefinition(rulebook.procedures, matter))
  const kept = mayOpenVault(actor, matter, rulebook.directory)
    ? await db
        .selectFrom('reporter_vault')
        .select('version')
        .where('tenant', '=', matter.tenant)
        .where('matter_id', '=', matter.id)
        .where('shredded_at', 'is', null)
        .limit(1)
        .executeTakeFirst()
    : undefined
  const sealed = mayOpenFields(actor, matter, rulebook.directory)
    ? Object.keys(matter.fields).filter((name) => isSealed(matter.fields[name]))
    : []
  return [...sealed, ...(kept ? vault : [])]
}

/** The matters a request concerns, with the names of what is personal there and what the actor may do with it now. */
export async function listConcerned(db: Kysely<Tables>, asking: Asking, request: string): Promise<ConcernedView[]> {
  const { actor, rulebook } = asking
  const { matter: asked } = await getMatter(db, actor, request, rulebook)
  const services = servicesOf(asked, asking)
  const links = asked.links.filter(({ type }) => type === 'concerns')
  return Promise.all(
    links.map(async ({ matterId }) => {
      const { matter } = await getMatter(db, actor, matterId, rulebook)
      const { id, reference, title, procedure, procedureVersion, state, shreddedAt, restrictions } = matter
      return {
        ...{ id, reference, title, procedure, version: procedureVersion, state },
        fields: await personalNames(db, matter, asking),
        services,
        ...present({ shreddedAt }),
        orders: (restrictions ?? [])
          .filter(({ orderedBy }) => orderedBy === orderMark(asked.id))
          .map(({ order }) => order),
      }
    }),
  )
}
