import { systemActor } from '../../domain/matter/actor.ts'
import { text } from '../../domain/wording/text.ts'
import { forecastOf } from '../../http/forecast/forecast-of.ts'
import { readEnvironment } from '../../server/environment.ts'
import { databaseFor } from '../../storage/connection/connect.ts'
import type { Call } from '../shell/cli-command.ts'
import { EXIT, type ExitCode } from '../shell/exit-code.ts'
import { jsonLine } from '../shell/plain-text.ts'
import { withInstallation } from '../shell/stop-signal.ts'
import { usageError } from '../shell/usage-error.ts'
import { wantedTenants } from '../shell/wanted-tenants.ts'
import { sayParts, sayWeeks } from './say-forecast.ts'

/** Foresees from the matters of a tenant, with the whole of it in sight. */
export async function forecastTenant({ locale, value, json }: Call, weeks: number): Promise<ExitCode> {
  return withInstallation(readEnvironment(process.env), { connections: 2, log: () => {} }, async ({ deps, owner }) => {
    const [tenant = ''] = await wantedTenants(owner, value('tenant'))
    const { directory, procedures } = await deps.rulebooks.of(tenant)
    const unitId = value('unit') ?? Object.values(directory.units).find(({ parentId }) => !parentId)?.id
    if (unitId === undefined) throw usageError(text(`租户“${tenant}”没有单位`, `Tenant "${tenant}" has no units`))
    const forecasting = {
      db: databaseFor(deps.pool, tenant),
      actor: systemActor(tenant),
      directory,
      procedures,
      at: deps.now(),
    }
    const view = await forecastOf(forecasting, { unitId, kind: value('kind'), weeks })
    console.log(
      json
        ? jsonLine(view)
        : [...sayWeeks(view.ahead, locale), ...sayParts(view.units, locale), ...sayParts(view.kinds, locale)].join(
            '\n',
          ),
    )
    return EXIT.done
  })
}
