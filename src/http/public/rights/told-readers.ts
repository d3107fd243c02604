import { personalKinds } from '../../../domain/free-text/personal-data.ts'
import { OPENING_PURPOSES } from '../../../domain/personal/opening-purpose.ts'
import { getDefinition } from '../../../domain/procedure/definition.ts'
import { fieldTitle } from '../../../domain/procedure/field-title.ts'
import { personalFields } from '../../../domain/procedure/personal-fields.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import type { Instant } from '../../../domain/time/time.ts'
import { ROLES } from '../../../domain/unit/role.ts'
import type { Directory } from '../../../domain/unit/unit.ts'
import type { Locale } from '../../../domain/wording/text.ts'
import type { TrackedMatter } from '../../../storage/read/tracked-matter.ts'

/** Who opened what a person gave of themselves: when, which unit and kind of post, which fields, what for; no official's name. */
export type ToldReader = {
  readonly at: Instant
  readonly who: string
  readonly fields: string
  readonly why: string
}

/**
 * The openings of what the person behind a code gave: of the questions of the first form and what lies in the vault, in the
 * report and in what came of it. What others gave there is theirs to ask for.
 */
export function toldReaders(
  tracked: readonly TrackedMatter[],
  procedures: readonly Procedure[],
  directory: Directory,
  locale: Locale,
): ToldReader[] {
  return tracked
    .flatMap(({ matter, events }, nth) => {
      const definition = getDefinition(procedures, matter)
      const { sealed, vault } = personalFields(definition)
      const first = Object.keys(definition.forms[definition.opening.form]?.fields ?? {})
      const isTheirs = (name: string) => vault.has(name) || (nth === 0 && sealed.has(name) && first.includes(name))
      return events.flatMap(({ event }) => {
        if (event.type !== 'FieldsOpened') return []
        const fields = event.fields.filter(isTheirs)
        if (fields.length === 0) return []
        const { at, by, purpose = 'other', reason } = event
        const words = reason && personalKinds(reason) === '' ? reason : ''
        return [
          {
            at,
            who: readerOf(by, directory, locale),
            fields: fields.map((name) => fieldTitle(definition, name)[locale]).join(locale === 'zh' ? '、' : ', '),
            why: [OPENING_PURPOSES[purpose][locale], words].filter(Boolean).join(locale === 'zh' ? '：' : ': '),
          },
        ]
      })
    })
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}

/** The unit and the role in it, never the person, and not the title of a post that only one person has. */
function readerOf({ unitId, postId }: { unitId: string; postId: string }, { units, posts }: Directory, locale: Locale) {
  const [role] = posts[postId]?.roles ?? []
  return [units[unitId]?.name[locale], role && ROLES[role].title[locale]].filter(Boolean).join(' ')
}
