import { hasDemo } from '../../demo/load-demo.ts'
import { text } from '../../domain/wording/text.ts'
import { readEnvironment } from '../../server/environment.ts'
import { listTenantIds } from '../../storage/tenants/list-tenant-ids.ts'
import type { Call } from '../shell/cli-command.ts'
import { EXIT, type ExitCode } from '../shell/exit-code.ts'
import { withInstallation } from '../shell/stop-signal.ts'
import { usageError } from '../shell/usage-error.ts'
import { readAnswers } from './answers.ts'
import { makeOffice } from './make-office.ts'
import { readPlan } from './read-plan.ts'
import { reportOf } from './report.ts'

/** Sets up a real office, or adds to one what new lists bring. */
export async function runInit(call: Call): Promise<ExitCode> {
  const read = readEnvironment(process.env)
  const environment = { ...read, tenant: call.value('tenant') ?? read.tenant }
  return withInstallation(environment, { connections: 4, log: () => {} }, async (installation) => {
    if (await hasDemo(installation)) throw isDemoAlready()
    const isThere = (await listTenantIds(installation.owner)).includes(environment.tenant)
    const plan = await readPlan(await readAnswers(call, isThere))
    const made = await makeOffice(installation, plan)
    console.log(call.json ? JSON.stringify(made) : reportOf(made, call.locale))
    return made.refused.length > 0 ? EXIT.findings : EXIT.done
  })
}

const isDemoAlready = () =>
  usageError(
    text(
      '这里装的是演示县，它的密码人人知道，不能改成真实单位。换一个空的数据库，或用 ANLAN_DATA 换一个文件夹',
      'This holds the demo county, whose passwords everybody knows; it cannot become a real office. Take an empty database, or another folder with ANLAN_DATA',
    ),
  )
