import { COUNT_KEYS } from '../../domain/counts/count-query.ts'
import { type CountRequest, fitsDays, MOST_KEYS, queryOf, readCountRequest } from '../../domain/counts/count-request.ts'
import { COUNTED } from '../../domain/counts/count-row.ts'
import type { CountsView } from '../../domain/counts/counted-matters.ts'
import { toldCells } from '../../domain/counts/told-cells.ts'
import { systemActor } from '../../domain/matter/actor.ts'
import { dayOf, isDay } from '../../domain/time/time.ts'
import { text } from '../../domain/wording/text.ts'
import { readEnvironment } from '../../server/environment.ts'
import { databaseFor } from '../../storage/connection/connect.ts'
import { countCells, scopeOf } from '../../storage/counts/count-cells.ts'
import { checkCounts } from '../../storage/counts/kept/check.ts'
import { rebuildCounts } from '../../storage/counts/kept/rebuild.ts'
import type { StorageDeps } from '../../storage/deps.ts'
import type { Call } from '../shell/cli-command.ts'
import { EXIT, type ExitCode } from '../shell/exit-code.ts'
import { showProgress } from '../shell/progress.ts'
import { readText } from '../shell/read-text.ts'
import { withInstallation } from '../shell/stop-signal.ts'
import { usageError } from '../shell/usage-error.ts'
import { wantedTenants } from '../shell/wanted-tenants.ts'
import { countEvents } from './count-events.ts'
import { countLines } from './count-lines.ts'

/** Counts the matters of an office or the lines of an event list; or counts what is kept anew. */
export async function runCounts(call: Call): Promise<ExitCode> {
  const [file] = call.args
  if (file !== undefined) {
    const now = new Date().toISOString()
    const request = requestOf(call, now)
    print(call, { ...countEvents(await readText(file), queryOf({ ...request, counted: ['opened'] }, now)) })
    return EXIT.done
  }
  const tenant = call.value('tenant')
  if (!tenant) throw usageError(text('要写 --tenant，或者给一张明细表', '--tenant is needed, or an event list'))
  return withInstallation(readEnvironment(process.env), { connections: 2, log: () => {} }, async ({ deps, owner }) => {
    await wantedTenants(owner, tenant)
    if (call.isSet('rebuild')) return rebuild(deps, tenant, call)
    if (call.isSet('check')) return check(deps, tenant, call)
    const now = deps.now()
    const request = requestOf(call, now)
    const scope = scopeOf(systemActor(tenant), await deps.rulebooks.of(tenant))
    const strange = request.kinds?.find((kind) => !scope.kinds.includes(kind))
    if (strange !== undefined)
      throw usageError(text(`没有“${strange}”这类可数的事项`, `No kind "${strange}" is counted`))
    if (request.unit !== undefined && !scope.directory.units[request.unit])
      throw usageError(text(`没有单位“${request.unit}”`, `There is no unit "${request.unit}"`))
    const query = queryOf(request, now)
    const cells = await countCells(databaseFor(deps.pool, tenant), scope, query)
    const { span, by, counted } = query
    print(call, { span, by, counted, cells: call.isSet('told') ? toldCells(cells, counted) : cells })
    return EXIT.done
  })
}

function print({ json, locale }: Call, view: CountsView): void {
  console.log(json ? JSON.stringify(view) : countLines(view, locale).join('\n'))
}

async function rebuild({ pool }: StorageDeps, tenant: string, { json, locale }: Call): Promise<ExitCode> {
  const progress = showProgress(locale === 'zh' ? '重新数' : 'Counting', 0, json)
  let shown = 0
  const matters = await rebuildCounts(databaseFor(pool, tenant), tenant, (done) => {
    progress.advance(done - shown)
    shown = done
  }).finally(progress.finish)
  if (matters === undefined)
    throw usageError(
      text(
        '透明日志还没有开始，或者别处正在数',
        'the transparency log has not begun, or somebody else counts right now',
      ),
    )
  console.log(json ? JSON.stringify({ matters }) : locale === 'zh' ? `数了${matters}件` : `${matters} matters counted`)
  return EXIT.done
}

async function check({ pool }: StorageDeps, tenant: string, { json, locale }: Call): Promise<ExitCode> {
  const found = await checkCounts(databaseFor(pool, tenant), tenant)
  if (!found) throw usageError(text('还没有存着的数', 'no counts are kept yet'))
  const { matters, wrong } = found
  const said = {
    zh:
      wrong.length === 0 ? `${matters}件，都对` : `${matters}件；不对的：${wrong.join('、')}（anlan counts --rebuild）`,
    en:
      wrong.length === 0
        ? `${matters} matters, all right`
        : `${matters} matters; wrong: ${wrong.join(', ')} (anlan counts --rebuild)`,
  }
  console.log(json ? JSON.stringify(found) : said[locale])
  return wrong.length === 0 ? EXIT.done : EXIT.findings
}

/** @throws AnlanError request-invalid for what cannot be counted so */
function requestOf({ value }: Call, now: string): CountRequest {
  const names = (flag: string, known: readonly string[]) => {
    const given = value(flag)?.split(',') ?? []
    const strange = given.find((each) => !known.includes(each))
    if (strange !== undefined)
      throw usageError(
        text(
          `--${flag} 没有“${strange}”，有：${known.join('、')}`,
          `--${flag} has no "${strange}"; there are: ${known.join(', ')}`,
        ),
      )
    return given
  }
  if (names('by', COUNT_KEYS).length > MOST_KEYS)
    throw usageError(text(`--by 最多${MOST_KEYS}样`, `--by takes ${MOST_KEYS} at most`))
  names('counted', COUNTED)
  for (const flag of ['from', 'to', 'as-of']) {
    const day = value(flag)
    if (day !== undefined && !isDay(day))
      throw usageError(text(`--${flag} 要写成 2026-03-31`, `--${flag} is written as 2026-03-31`))
  }
  const given = {
    by: value('by'),
    counted: value('counted') ?? 'opened,closed',
    from: value('from'),
    to: value('to') ?? value('as-of'),
    asOf: value('as-of'),
    kinds: value('kinds'),
    unit: value('unit'),
  }
  const request = readCountRequest(given)
  if (!request || !fitsDays(request, dayOf(now)))
    throw usageError(text('日子的先后不对，或者太长', 'the days are out of order, or too many'))
  return request
}
