import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type AreaRow, MOST_MAP_BYTES } from '../../domain/map/map-area.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { type Locale, text } from '../../domain/wording/text.ts'
import { matchAreas } from '../../exchange/geojson/match-areas.ts'
import { readShapes } from '../../exchange/geojson/read-shapes.ts'
import { readEnvironment } from '../../server/environment.ts'
import { COMMAND_LINE, COMMAND_LINE_NAME } from '../../storage/admin/admin-changes.ts'
import { databaseFor } from '../../storage/connection/connect.ts'
import { readMap, writeMap } from '../../storage/map/map-areas.ts'
import { listTenantIds } from '../../storage/tenants/list-tenant-ids.ts'
import { newId } from '../../storage/write/ids.ts'
import type { Call } from '../shell/cli-command.ts'
import { EXIT, type ExitCode } from '../shell/exit-code.ts'
import { quotable, visible } from '../shell/plain-text.ts'
import { withInstallation } from '../shell/stop-signal.ts'
import { usageError } from '../shell/usage-error.ts'

/** Looks a file with shapes through, or makes it the map. */
export async function runMap(call: Call): Promise<ExitCode> {
  const [what, file = ''] = call.args
  if (what !== 'check' && what !== 'put')
    throw usageError(text(`map 没有“${what}”，有：check、put`, `map has no "${what}"; there are: check, put`))
  const reason = call.value('reason')
  if (what === 'put' && (reason ?? '').trim().length < 2)
    throw usageError(text('map put 要写 --reason 依据什么', 'map put needs --reason'))
  const shapes = readShapes(await bytesOf(file))
  const environment = readEnvironment(process.env)
  const tenant = call.value('tenant') ?? environment.tenant
  return withInstallation(environment, { connections: 2, log: () => {} }, async ({ deps, owner }) => {
    if (!(await listTenantIds(owner)).includes(tenant)) throw new AnlanError('not-found', { tenant })
    const { directory } = await deps.rulebooks.of(tenant)
    const { areas, report } = matchAreas(shapes, directory)
    const without = report.without.map((id) => directory.units[id]?.name.zh ?? id)
    const nameOf = (id: string) => directory.units[id]?.name[call.locale] ?? id
    if (what === 'put') {
      if (areas.length === 0)
        throw new AnlanError('request-invalid', { issues: [{ field: 'file', rule: 'not-a-unit' }] })
      const db = databaseFor(deps.pool, tenant)
      const at = deps.now()
      const who = { personId: COMMAND_LINE, personName: COMMAND_LINE_NAME, postId: COMMAND_LINE }
      const seenVersion = (await readMap(db, tenant))?.version ?? 0
      const act = { tenant, ...who, reason: reason ?? '', at, changeId: newId(Date.parse(at)) }
      await writeMap(db, act, { seenVersion, fileName: basename(file).slice(0, 120), areas })
    }
    console.log(
      call.json
        ? JSON.stringify({ tenant, matched: areas.length, put: what === 'put', ...report })
        : reportText(report.rows, without, call.locale, nameOf),
    )
    return EXIT.done
  })
}

async function bytesOf(file: string): Promise<Uint8Array> {
  const { size } = await stat(file).catch(() => {
    throw usageError(text(`读不了文件 ${quotable(file)}`, `Cannot read ${quotable(file)}`))
  })
  if (size > MOST_MAP_BYTES)
    throw new AnlanError('request-invalid', { issues: [{ field: 'file', rule: 'too-large', limit: MOST_MAP_BYTES }] })
  return readFile(file)
}

const TROUBLE = {
  unknown: text('没有叫这个的单位', 'no unit is called so'),
  several: text('几个单位都叫这个，写上级 parent', 'several units are called so; give the unit above as parent'),
  taken: text('这个单位已有图形', 'this unit has a shape already'),
}

function reportText(
  rows: readonly AreaRow[],
  without: readonly string[],
  locale: Locale,
  nameOf: (id: string) => string,
): string {
  const zh = locale === 'zh'
  const matched = rows.filter(({ unitId }) => unitId !== undefined).length
  const lines = rows.map(({ row, name, code, unitId, trouble, crossings }) => {
    const what = unitId === undefined ? TROUBLE[trouble ?? 'unknown'][locale] : nameOf(unitId)
    const note = crossings > 0 ? (zh ? `（自己相交${crossings}处）` : ` (crosses itself ${crossings} times)`) : ''
    return `  ${row}  ${visible(name ?? code ?? '')}  ${what}${note}`
  })
  const missing =
    without.length === 0
      ? []
      : [(zh ? '同级里还没有图形的：' : 'Sister units without a shape: ') + without.join(zh ? '、' : ', ')]
  const head = zh ? `${rows.length}个图形，对上${matched}个单位` : `${rows.length} shapes, ${matched} matched to units`
  return [head, ...lines, ...missing].join('\n')
}
