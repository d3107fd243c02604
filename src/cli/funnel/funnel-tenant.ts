import type { CompareView } from '../../domain/compare/compare-view.ts'
import { allVersions, versionFor } from '../../domain/indicators/definition.ts'
import { lastQuarter, namedPeriod } from '../../domain/indicators/named-period.ts'
import { PACKED_INDICATORS } from '../../domain/indicators/packs/all-packs.ts'
import { systemActor } from '../../domain/matter/actor.ts'
import { dayOf, isDay } from '../../domain/time/time.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { type Locale, text } from '../../domain/wording/text.ts'
import { compareOf } from '../../http/compare/compare-of.ts'
import { exportTable } from '../../http/compare/export-table.ts'
import { readEnvironment } from '../../server/environment.ts'
import { readIndicators } from '../../storage/compare/indicator-store.ts'
import { databaseFor } from '../../storage/connection/connect.ts'
import type { Call } from '../shell/cli-command.ts'
import { tableLines } from '../shell/display-width.ts'
import { EXIT, type ExitCode } from '../shell/exit-code.ts'
import { jsonLine, quotable, visible } from '../shell/plain-text.ts'
import { withInstallation } from '../shell/stop-signal.ts'
import { usageError } from '../shell/usage-error.ts'
import { wantedTenants } from '../shell/wanted-tenants.ts'

/** Compares the units of a tenant by one of its indicators, from its matters, with the whole of it in sight. */
export function funnelTenant({ locale, value, json }: Call): Promise<ExitCode> {
  return withInstallation(readEnvironment(process.env), { connections: 2, log: () => {} }, async ({ deps, owner }) => {
    const [tenant = ''] = await wantedTenants(owner, value('tenant'))
    const { directory, procedures } = await deps.rulebooks.of(tenant)
    const db = databaseFor(deps.pool, tenant)
    const now = deps.now()
    const period = namedPeriod(value('period') ?? lastQuarter(dayOf(now)))
    if (!period)
      throw usageError(
        text('--period 要写成 2026、2026-Q3、2026-09 这样', '--period must be such as 2026, 2026-Q3 or 2026-09'),
      )
    const asOf = value('as-of')
    if (asOf !== undefined && !isDay(asOf))
      throw usageError(text('--as-of 要写成 2026-06-30 这样', '--as-of must be a day such as 2026-06-30'))
    const id = value('indicator') ?? 'on-time'
    const all = allVersions(PACKED_INDICATORS, await readIndicators(db, tenant))
    const definition = versionFor(all.find(([each]) => each?.id === id) ?? [], period.to)
    const known = all.flatMap(([each]) => each?.id ?? []).join(', ')
    if (!definition)
      throw usageError(
        text(`没有指标“${quotable(id)}”，有：${known}`, `There is no indicator "${quotable(id)}"; there are: ${known}`),
      )
    const unitId = value('unit') ?? Object.values(directory.units).find(({ parentId }) => !parentId)?.id ?? ''
    const comparing = { db, actor: systemActor(tenant), directory, procedures, now }
    const view = await compareOf(comparing, { unitId, period, asOf }, definition)
    console.log(json ? jsonLine(view) : said(view, directory, locale).join('\n'))
    return EXIT.done
  })
}

/** The same table as the page and its export, in the order of the administration. */
function said(view: CompareView, directory: Directory, locale: Locale): string[] {
  const { title, mark, headings, rows } = exportTable(view, directory, locale)
  const shown = (cells: readonly string[]) => cells.slice(0, -1).map(visible)
  return [
    title,
    view.sentence[locale],
    '',
    ...tableLines([shown(headings), ...rows.map(({ cells }) => shown(cells))]),
    '',
    view.note[locale],
    mark,
    ...view.lint.map((finding) => `· ${finding[locale]}`),
  ]
}
