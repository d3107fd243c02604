import type { Kysely } from 'kysely'
import type { Actor, Signature } from '../../domain/matter/actor.ts'
import type { EventOf } from '../../domain/matter/event.ts'
import type { IssuedDocument, Matter } from '../../domain/matter/matter.ts'
import type { FormValues } from '../../domain/procedure/form.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { eventInSight, withoutHidden } from '../../engine/access/hidden-answers.ts'
import { eventWithoutRestricted, withoutRestricted, withoutTexts } from '../../engine/access/restricted.ts'
import { canonicalJson } from '../../engine/record/canonical-json.ts'
import { replay } from '../../engine/record/evolve.ts'
import { getMatter, listEvents, type StoredEvent } from '../read/get-matter.ts'
import type { Tables } from '../schema/tables.ts'
import { sha256 } from '../write/ids.ts'

/** A paper with what was on record when it was issued. */
export type IssuedPaper = {
  readonly paper: IssuedDocument
  /** The matter as it is now. */
  readonly matter: Matter
  /** The matter as it was then, as far as the reader may see it. */
  readonly asOf: Matter
  readonly event: EventOf<'StepTaken'>
  /** Who issued it. What time alone issues comes from whoever took the last step before: the end of a publication is no decision. */
  readonly by: Signature
  readonly form: FormValues
  readonly fingerprint: string
}

/** The `number`-th paper of a matter, for whoever may see the matter. @throws AnlanError matter-not-found, not-found */
export async function readIssuedPaper(
  db: Kysely<Tables>,
  actor: Actor,
  { id, number }: { readonly id: string; readonly number: number },
  rulebook: Rulebook,
): Promise<IssuedPaper> {
  const { matter } = await getMatter(db, actor, id, rulebook)
  const issued = issuedOf(matter, number, await listEvents(db, actor.tenant, matter.id))
  if (!issued) throw new AnlanError('not-found')
  const { asOf, event, ...rest } = issued
  const seen = withoutRestricted(withoutHidden(asToday(asOf, matter), actor), actor)
  const inSight = eventWithoutRestricted(eventInSight(event, asOf.version, matter, actor), matter, actor)
  return { ...rest, matter, event, asOf: seen, form: 'form' in inSight ? inSight.form : {} }
}

/** A paper by its matter, whoever asks: for the public page, which tells nothing of what stands in it. */
export async function readPaperForCheck(
  db: Kysely<Tables>,
  tenant: string,
  { matterId, number }: { readonly matterId: string; readonly number: number },
): Promise<IssuedPaper | undefined> {
  const row = await db
    .selectFrom('matters')
    .select('matter')
    .where('tenant', '=', tenant)
    .where('id', '=', matterId)
    .executeTakeFirst()
  if (!row) return undefined
  const matter = row.matter as unknown as Matter
  const issued = issuedOf(matter, number, await listEvents(db, tenant, matterId))
  return issued && { ...issued, matter, form: issued.event.form }
}

function issuedOf(matter: Matter, number: number, stored: readonly StoredEvent[]) {
  const paper = matter.documents?.find((each) => each.number === number)
  const upTo = paper ? stored.filter(({ version }) => version <= paper.version) : []
  const last = upTo.at(-1)
  const asOf = replay(upTo.map(({ event }) => event))
  if (!paper || !asOf || last?.event.type !== 'StepTaken' || last.version !== paper.version) return undefined
  return {
    paper,
    asOf,
    event: last.event,
    by: issuerOf(upTo, last.event),
    fingerprint: fingerprintOf(paper, asOf, last),
  }
}

const issuerOf = (stored: readonly StoredEvent[], { by }: EventOf<'StepTaken'>): Signature =>
  stored.findLast(({ event }) => event.type === 'StepTaken' && event.by.unitId !== '')?.event.by ?? by

/** What holds of a matter today holds of how it was: what was destroyed, emptied or closed since is not shown again. */
function asToday(asOf: Matter, { group, restrictions, hidden, redacted, shreddedAt }: Matter): Matter {
  const { restrictions: _, hidden: __, ...rest } = asOf
  return {
    ...rest,
    group,
    fields: redacted ? withoutTexts(asOf.fields, redacted) : asOf.fields,
    ...(restrictions ? { restrictions } : {}),
    ...(hidden ? { hidden } : {}),
    ...(redacted ? { redacted } : {}),
    ...(shreddedAt ? { shreddedAt } : {}),
  }
}

const FINGERPRINT_LETTERS = 20

/**
 * A short digest over everything that the paper can say, as the chain has it: sealed answers sealed, so that it stays the same whether they
 * were opened, and after they were destroyed. In fives: `3f0a1 b2c3d 44e5f 60718`.
 */
function fingerprintOf(paper: IssuedDocument, asOf: Matter, { event, hash }: StoredEvent): string {
  const { document, number, version } = paper
  const { tenant, id, fields, clocks, reference, title, place, category, level } = asOf
  const facts = { tenant, id, reference, title, place, category, level }
  const due = clocks.map((clock) => [clock.id, clock.dueAt])
  const form = 'form' in event ? event.form : {}
  const digest = sha256(canonicalJson({ document, number, version, facts, fields, due, form, hash }))
  return (digest.slice(0, FINGERPRINT_LETTERS).match(/.{5}/g) ?? []).join(' ')
}
