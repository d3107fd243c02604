import { text } from '../../domain/wording/text.ts'
import { faultsOfAll } from '../../engine/definition/faults-of.ts'
import { PROCEDURES } from '../../procedures/all.ts'
import type { Call } from '../shell/cli-command.ts'
import { EXIT, type ExitCode } from '../shell/exit-code.ts'
import { usageError } from '../shell/usage-error.ts'
import { checkReport } from './check-report.ts'

/** Checks all definitions that this program carries. */
export async function runProcedures({ args, locale, json }: Call): Promise<ExitCode> {
  if (args[0] !== 'check')
    throw usageError(text(`procedures 没有“${args[0]}”，有：check`, `procedures has no "${args[0]}"; there is: check`))
  const faults = faultsOfAll(PROCEDURES)
  console.log(
    json
      ? JSON.stringify({
          ok: faults.length === 0,
          procedures: PROCEDURES.map(({ id, version, effectiveOn }) => ({ id, version, effectiveOn })),
          faults: faults.map(({ procedure, path, sentence }) => ({ procedure, path, ...sentence })),
        })
      : checkReport(PROCEDURES, faults, locale),
  )
  return faults.length === 0 ? EXIT.done : EXIT.findings
}
