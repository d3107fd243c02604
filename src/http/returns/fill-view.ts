import type { Kysely } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import { present } from '../../domain/present.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import type { FilledCell, FillView } from '../../domain/returns/return-views.ts'
import { maySignReturns } from '../../domain/returns/who-returns.ts'
import { readBlank } from '../../exchange/returns/read-blank.ts'
import type { FileStore } from '../../storage/files/files.ts'
import { countsFor } from '../../storage/returns/counts.ts'
import { fillRow } from '../../storage/returns/owed.ts'
import { postActor } from '../../storage/returns/post-actor.ts'
import { type CellValues, fillsOf, type KeptFill, placeOfFill } from '../../storage/returns/return-fills.ts'
import { getForm, getMapping, type KeptForm, keepsForm, type Mapping } from '../../storage/returns/return-forms.ts'
import type { Tables } from '../../storage/schema/tables.ts'

type Deps = { readonly db: Kysely<Tables>; readonly actor: Actor; readonly rulebook: Rulebook }

/** A filling with its form, the cells it was made by, and the other versions of its period, the newest first. */
export type FoundFill = {
  readonly form: KeptForm
  readonly fill: KeptFill
  readonly mapping: Mapping
  readonly versions: readonly KeptFill[]
}

/** A filling in the reader's sight. @throws AnlanError not-found */
export async function findFill({ db, actor }: Omit<Deps, 'rulebook'>, id: string): Promise<FoundFill> {
  const { formId, period } = await placeOfFill(db, actor.tenant, id)
  const form = await getForm(db, actor, formId)
  const versions = await fillsOf(db, actor.tenant, form, period)
  const fill = versions.find((one) => one.id === id) as KeptFill
  return { form, fill, versions, mapping: await getMapping(db, actor.tenant, form.id, fill.mappingVersion) }
}

/** What stands in the cells of a filling, by whoever filled them. */
export const valuesOf = ({ figures, byHand }: KeptFill): CellValues => ({ ...figures, ...byHand })

/**
 * Cells whose figure this reader is not told: the post that fills the form sees more matters behind it than they do, or did. Both count anew, as of
 * the day of filling, so that what came in since tells nothing.
 */
export async function withheldCells(
  { db, actor, rulebook }: Deps,
  { form, fill, mapping }: FoundFill,
): Promise<Set<string>> {
  const asked = mapping.cells.flatMap(({ cell, use }) => ('count' in use ? [{ cell, query: use.count }] : []))
  const counting = { period: fill.period, asOf: fill.asOf, rulebook }
  const queries = asked.map(({ query }) => ({ ...query, unit: query.unit ?? form.unitId }))
  const own = await countsFor(db, queries, { ...counting, reader: actor })
  const filler = postActor(actor.tenant, form, rulebook.directory)
  const all = actor.postId === form.postId ? own : await countsFor(db, queries, { ...counting, reader: filler })
  // The post that fills it may have been another one then, which saw more.
  const isMore = (cell: string, count = 0) => Number(fill.figures[cell] ?? 0) > count
  return new Set(asked.flatMap(({ cell }, at) => (all[at] === own[at] && !isMore(cell, own[at]) ? [] : [cell])))
}

/** A filling as a page shows it, beside the version it is compared with: the last that was signed, else the one before. */
export async function fillView(deps: Deps & { readonly files: FileStore }, found: FoundFill): Promise<FillView> {
  const { actor, files } = deps
  const { form, fill, mapping, versions } = found
  const earlier = versions.filter(({ version }) => version < fill.version)
  const other = earlier.find(({ state }) => state === 'signed') ?? earlier[0]
  const withheld = await withheldCells(deps, found)
  const withheldThen = other ? await withheldCells(deps, await asOther(deps, found, other)) : withheld
  const { sheets: _, ...blank } = await readBlank(await files.get(actor.tenant, form.sha256), mapping.sheet)
  const [values, before] = [valuesOf(fill), other ? valuesOf(other) : {}]
  const isLatest = versions[0]?.id === fill.id
  const isOpen = fill.state !== 'signed' && isLatest && !form.endedAt
  const cells = mapping.cells.map(({ cell, use }): FilledCell => {
    if (withheld.has(cell)) return { cell, use, withheld: true }
    const changed = other && !withheldThen.has(cell) && Object.hasOwn(before, cell) && before[cell] !== values[cell]
    return { cell, use, ...present({ value: values[cell], before: changed ? before[cell] : undefined }) }
  })
  const { sha256: __, ...shown } = form
  return {
    ...fillRow(fill, mapping),
    form: shown,
    blank,
    cells,
    postId: fill.postId,
    isLatest,
    mayFill: isOpen && keepsForm(actor, form),
    maySign:
      isOpen &&
      fill.state === 'checked' &&
      maySignReturns(actor) &&
      withheld.size === 0 &&
      fill.checkedPostId !== actor.postId,
    ...present({
      checkedPostId: fill.checkedPostId,
      checkedAt: fill.checkedAt,
      signedPostId: fill.signedPostId,
      comparedWith: other ? { version: other.version, signed: other.state === 'signed' } : undefined,
    }),
  }
}

/** What was found, of another version of the same period, by the mapping that it was made by. */
const asOther = async ({ db, actor }: Deps, found: FoundFill, fill: KeptFill): Promise<FoundFill> => ({
  ...found,
  fill,
  mapping: await getMapping(db, actor.tenant, found.form.id, fill.mappingVersion),
})
