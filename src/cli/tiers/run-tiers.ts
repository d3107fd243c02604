import type { OfficeStanding } from '../../domain/unit/unit.ts'
import { type Locale, type Text, text } from '../../domain/wording/text.ts'
import { readEnvironment } from '../../server/environment.ts'
import { setTie } from '../../storage/admin/office-ties.ts'
import { databaseFor } from '../../storage/connection/connect.ts'
import type { StorageDeps } from '../../storage/deps.ts'
import { getTenant } from '../../storage/tenants/office-settings.ts'
import type { Call } from '../shell/cli-command.ts'
import { EXIT, type ExitCode } from '../shell/exit-code.ts'
import { withInstallation } from '../shell/stop-signal.ts'
import { usageError } from '../shell/usage-error.ts'

const STANDS: Readonly<Record<OfficeStanding, Text>> = {
  above: text('上级', 'above'),
  below: text('下级', 'below'),
  beside: text('邻近', 'beside'),
}

/** Ties two offices, or lists what is tied. Each side is written by itself. */
export async function runTiers(call: Call): Promise<ExitCode> {
  const [what] = call.args
  const tenant = call.value('tenant')
  if (what !== 'connect' && what !== 'list')
    throw usageError(text(`tiers 没有“${what}”，有：connect、list`, `tiers has no "${what}"; there are: connect, list`))
  if (!tenant) throw usageError(text('要写 --tenant', '--tenant is needed'))
  return withInstallation(readEnvironment(process.env), { connections: 2, log: () => {} }, async ({ deps, owner }) => {
    if (what === 'connect') {
      const [above, beside, because] = [call.value('above'), call.value('beside'), call.value('because')]
      const other = above ?? beside
      if (!other || (above && beside) || !because)
        throw usageError(
          text('要写 --above 或 --beside 其中一个，和 --because', 'needs one of --above and --beside, and --because'),
        )
      for (const [here, there, stands] of [
        [tenant, other, above ? 'above' : 'beside'],
        [other, tenant, above ? 'below' : 'beside'],
      ] as const)
        await setTie(owner, { ...(await known(deps, here, there)), stands, because, at: deps.now() })
    }
    const { directory } = await deps.rulebooks.of(tenant)
    const offices = Object.values(directory.offices ?? {})
    console.log(call.json ? JSON.stringify({ offices }) : offices.map((each) => line(each, call.locale)).join('\n'))
    return EXIT.done
  })
}

/** What `here` is told of `there`. The unit that takes in is named by that office; until then its root stands for it. */
async function known(deps: StorageDeps, here: string, there: string) {
  await getTenant(databaseFor(deps.pool, here), here)
  const { name, contact } = await getTenant(databaseFor(deps.pool, there), there)
  const { directory } = await deps.rulebooks.of(there)
  const intake = directory.offices?.[here]?.takesIn
  const unit = directory.units[intake ?? ''] ?? Object.values(directory.units).find(({ parentId }) => !parentId)
  return {
    tenant: here,
    other: there,
    name,
    intake: unit?.name ?? name,
    ...(contact.phone ? { call: contact.phone } : {}),
  }
}

const line = (
  {
    tenant,
    name,
    stands,
    agreed,
    agreedHere,
  }: { tenant: string; name: Text; stands: OfficeStanding; agreed: boolean; agreedHere?: true },
  locale: Locale,
): string => {
  const state = agreed
    ? text('两地都同意', 'both agreed')
    : agreedHere
      ? text('等对方同意', 'waits for the other office')
      : text('等本地管理员同意', 'waits for an administrator here')
  return `${tenant}  ${STANDS[stands][locale]}  ${name[locale]}  ${state[locale]}`
}
