import type { Procedure } from '../domain/procedure/procedure.ts'
import { AnlanError } from '../domain/wording/errors.ts'
import type { Locale } from '../domain/wording/text.ts'
import { faultsOfAll } from '../engine/definition/faults-of.ts'

/**
 * The definitions, once nothing is wrong with any of them: a dead step would be met by a clerk in the middle of the day.
 * @throws AnlanError procedures-faulty naming each place and what is wrong there
 */
export function soundProcedures(all: readonly Procedure[]): readonly Procedure[] {
  const faults = faultsOfAll(all)
  if (faults.length === 0) return all
  const lines = (locale: Locale) =>
    faults.map(({ procedure, path, sentence }) => `\n  ${procedure} ${path}  ${sentence[locale]}`).join('')
  throw new AnlanError('procedures-faulty', {
    faults,
    text: {
      zh: `制度定义有${faults.length}处错，改好再启动：${lines('zh')}`,
      en: `The definitions have ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}; mend before starting:${lines('en')}`,
    },
  })
}
