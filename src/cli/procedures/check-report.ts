import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Locale } from '../../domain/wording/text.ts'
import type { ProcedureFault } from '../../engine/definition/faults-of.ts'

/** One line a definition, and under it one line a fault: where, and what is wrong. */
export function checkReport(
  procedures: readonly Procedure[],
  faults: readonly ProcedureFault[],
  locale: Locale,
): string {
  const zh = locale === 'zh'
  return procedures
    .flatMap(({ id, version, effectiveOn, title }) => {
      const name = `${id}@${version}`
      const own = faults.filter(({ procedure }) => procedure === name)
      const verdict =
        own.length === 0
          ? zh
            ? '没有错'
            : 'no faults'
          : zh
            ? `${own.length}处错`
            : own.length === 1
              ? '1 fault'
              : `${own.length} faults`
      const from = zh ? `${effectiveOn}起` : `from ${effectiveOn}`
      return [
        `${name}  ${title?.[locale] ?? ''}  ${from}  ${verdict}`,
        ...own.map(({ path, sentence }) => `  ${path}  ${sentence[locale]}`),
      ]
    })
    .join('\n')
}
