import { text } from '../../domain/wording/text.ts'
import { takeOver } from '../../imports/starters/take-over.ts'
import { STARTERS } from '../../procedures/starters/starters.ts'
import { readEnvironment } from '../../server/environment.ts'
import type { Call } from '../shell/cli-command.ts'
import { EXIT, type ExitCode } from '../shell/exit-code.ts'
import { withInstallation } from '../shell/stop-signal.ts'
import { usageError } from '../shell/usage-error.ts'
import { wantedTenants } from '../shell/wanted-tenants.ts'

/** Lists the records that come with the program, or registers them in an office. */
export async function runStarters(call: Call): Promise<ExitCode> {
  const [what] = call.args
  if (what === 'list') return list(call)
  if (what !== 'add')
    throw usageError(text(`starters 没有“${what}”，有：list、add`, `starters has no "${what}"; there are: list, add`))
  const chosen = chosenStarters(call.value('only'))
  return withInstallation(readEnvironment(process.env), { connections: 2, log: () => {} }, async ({ deps, owner }) => {
    const tenants = await wantedTenants(owner, call.value('tenant'))
    const found: { tenant: string; key: string; reference?: string }[] = []
    for (const tenant of tenants)
      found.push(...(await takeOver(deps, tenant, chosen)).map((each) => ({ tenant, ...each })))
    console.log(call.json ? JSON.stringify({ records: found }) : found.map((each) => line(each, call)).join('\n'))
    return EXIT.done
  })
}

const nameOf = (key: string) => String(STARTERS.find((each) => each.key === key)?.form['name'] ?? key)

function line(
  { tenant, key, reference }: { tenant: string; key: string; reference?: string },
  { locale }: Call,
): string {
  const zh = locale === 'zh'
  const said = reference
    ? zh
      ? `${reference}，待审核`
      : `${reference}, to be approved`
    : zh
      ? '已经接收过'
      : 'taken over before'
  return `${tenant}  ${key}  ${nameOf(key)}  ${said}`
}

function list({ json }: Call): ExitCode {
  console.log(
    json ? JSON.stringify({ starters: STARTERS }) : STARTERS.map(({ key }) => `${key}  ${nameOf(key)}`).join('\n'),
  )
  return EXIT.done
}

function chosenStarters(only: string | undefined) {
  if (!only) return STARTERS
  const keys = only.split(',').map((key) => key.trim())
  const unknown = keys.find((key) => !STARTERS.some((each) => each.key === key))
  if (unknown !== undefined)
    throw usageError(
      text(`没有“${unknown}”这一份，见 anlan starters list`, `there is no "${unknown}"; see anlan starters list`),
    )
  return STARTERS.filter(({ key }) => keys.includes(key))
}
