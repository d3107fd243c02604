import { isUnder } from '../../domain/bulletins/countable.ts'
import type { CaseProposal, CaseProposals } from '../../domain/bulletins/figure-rows.ts'
import { isCounted } from '../../domain/counts/count-row.ts'
import { maskPersonal } from '../../domain/free-text/personal-data.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { getDefinition } from '../../domain/procedure/definition.ts'
import { type Field, type FieldValue, optionsOf, personalOf } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Locale } from '../../domain/wording/text.ts'
import { withoutHidden } from '../../engine/access/hidden-answers.ts'
import type { StoredBulletin } from '../../storage/bulletins/stored-bulletin.ts'
import { readCountRows } from '../../storage/counts/count-rows.ts'
import { wholeMatters } from '../../storage/counts/matter-names.ts'
import type { Counting } from './count-bulletin.ts'

/** So many of those that were closed last are offered. */
const MOST = 60

/** Matters closed in the period of a bulletin from which a case may be told, and what is proposed of each. */
export async function proposeCases(
  { db, actor, directory, procedures }: Counting,
  { scope, figures }: StoredBulletin,
  locale: Locale,
): Promise<CaseProposals> {
  const span = figures.told.spans.now
  const [rows = []] = await readCountRows(db, { actor, directory, procedures, kinds: scope.kinds }, [span])
  const inScope = isUnder(directory, scope.unitId)
  const closed = rows
    .filter((row) => inScope(row) && isCounted('closed', row, span))
    .sort((a, b) => ((a.closedAt ?? '') < (b.closedAt ?? '') ? 1 : -1))
  const found = await wholeMatters(
    db,
    actor.tenant,
    closed.slice(0, MOST).map(({ id }) => id),
  )
  const byId = new Map(found.map((matter) => [matter.id, withoutHidden(matter, actor)]))
  const proposals = closed.slice(0, MOST).flatMap(({ id, closedAt = '' }) => {
    const matter = byId.get(id)
    // What another matter had restricted is not used any more, nor told.
    return matter && !matter.restrictions ? [proposal(matter, closedAt, getDefinition(procedures, matter), locale)] : []
  })
  return { proposals, more: closed.length > MOST }
}

function proposal(matter: Matter, closedAt: string, procedure: Procedure, locale: Locale): CaseProposal {
  const { id: matterId, reference, procedure: kind, procedureVersion, title, category } = matter
  const name = category ? procedure.categories[category]?.[locale] : undefined
  return {
    matterId,
    reference,
    procedure: kind,
    procedureVersion,
    matterTitle: title,
    closedAt,
    title: [procedure.short[locale], name].filter(Boolean).join(locale === 'zh' ? '：' : ': '),
    text: caseText(matter, procedure, locale),
  }
}

/** What the definition marks to be told outside, never what is personal; numbers and names that stand in it are masked. */
export function caseText({ fields }: Pick<Matter, 'fields'>, procedure: Procedure, locale: Locale): string {
  const questions = new Map<string, Field>()
  for (const { fields: asked } of Object.values(procedure.forms))
    for (const [name, field] of Object.entries(asked))
      if (field.public && !personalOf(field) && !isPersonalElsewhere(name, procedure)) questions.set(name, field)
  const lines = [...questions].flatMap(([name, field]) => {
    const words = wordsOf(field, fields[name], locale)
    return words ? [`${field.title[locale]}${locale === 'zh' ? '：' : ': '}${words}`] : []
  })
  return maskPersonal(lines.join('\n')).text
}

/** The same name may be asked in two forms; personal in one, it is told from neither. */
const isPersonalElsewhere = (name: string, { forms }: Procedure) =>
  Object.values(forms).some(({ fields }) => personalOf(fields[name]) !== undefined)

function wordsOf(field: Field, value: FieldValue | undefined, locale: Locale): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined
  const options = optionsOf(field)
  if (options) return options[value]?.[locale]
  return field.kind === 'text' || field.kind === 'longText' ? value : undefined
}
