import { readEnvironment } from '../../server/environment.ts'
import { distribute, planDistribution } from '../../storage/distribute/distribution.ts'
import type { Call } from '../shell/cli-command.ts'
import { EXIT, type ExitCode } from '../shell/exit-code.ts'
import { withInstallation } from '../shell/stop-signal.ts'

/** Spreads the tables, or says how. */
export async function runDistribute({ locale, json, isSet }: Call): Promise<ExitCode> {
  return withInstallation(readEnvironment(process.env), { connections: 2, log: () => {} }, async ({ owner }) => {
    const plan = await planDistribution(owner)
    const { distributed, reference, statements } = plan
    if (isSet('dry-run')) {
      console.log(json ? JSON.stringify(plan) : statements.map((statement) => `${statement};`).join('\n'))
      return EXIT.done
    }
    await distribute(owner, plan)
    console.log(
      json
        ? JSON.stringify({ distributed, reference })
        : locale === 'zh'
          ? `${distributed.length}张表按租户分布，${reference.length}张每台都有`
          : `${distributed.length} tables are spread by tenant, ${reference.length} are on every server`,
    )
    return EXIT.done
  })
}
