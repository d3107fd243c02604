import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Source } from '../../domain/procedure/source.ts'
import type { Text } from '../../domain/wording/text.ts'

/** A rule that was not read in the text of a law, and what rests on it. */
export type SourceToConfirm = { readonly source: Source; readonly usedIn: readonly Text[] }

/** Every rule that waits for the county's own word, once, in the order of the definitions. */
export function sourcesToConfirm(procedures: readonly Procedure[]): SourceToConfirm[] {
  const found = new Map<string, { source: Source; usedIn: Text[] }>()
  for (const { short, deadlines, steps, schedules = {} } of procedures) {
    const opened = Object.values(schedules).map(({ source, named }) => ({ source, title: named }))
    for (const { source, title } of [...Object.values(deadlines), ...Object.values(steps), ...opened]) {
      if (source?.mark !== 'local' && source?.mark !== 'recalled') continue
      const known = found.get(source.article.zh) ?? { source, usedIn: [] }
      known.usedIn.push({ zh: `${short.zh}：${title.zh}`, en: `${short.en}: ${title.en}` })
      found.set(source.article.zh, known)
    }
  }
  return [...found.values()]
}
