import { demoSignIns, isDemo } from '../../demo/load-demo.ts'
import { text } from '../../domain/wording/text.ts'
import { readEnvironment } from '../../server/environment.ts'
import type { Call } from '../shell/cli-command.ts'
import type { ExitCode } from '../shell/exit-code.ts'
import { EXIT } from '../shell/exit-code.ts'
import { withInstallation } from '../shell/stop-signal.ts'
import { usageError } from '../shell/usage-error.ts'
import { loadWithProgress } from './load-with-progress.ts'
import { signInTable } from './sign-in-table.ts'

/** Loads the demo county, or says that it is there already. */
export async function runDemo(call: Call): Promise<ExitCode> {
  const { locale, json } = call
  return withInstallation(readEnvironment(process.env), { connections: 4, log: () => {} }, async (installation) => {
    const { loaded, matters, signIns: oneTime } = await loadWithProgress(installation, call)
    if (!loaded && !(await isDemo(installation)))
      throw usageError(
        text(
          '库里已有别的数据，演示县只装进空库',
          'The database holds other data; the demo goes into an empty one only',
        ),
      )
    const signIns = oneTime.length > 0 ? oneTime : await demoSignIns(installation)
    if (json) console.log(JSON.stringify({ loaded, matters, signIns }))
    else {
      const zh = loaded ? `装好了，${matters}件事项。登录名和密码：` : '演示县早已装好。登录名和密码：'
      const en = loaded ? `Loaded, ${matters} matters. Sign-ins:` : 'The demo county is already there. Sign-ins:'
      console.log(`${locale === 'zh' ? zh : en}\n${signInTable(signIns, locale)}`)
    }
    return EXIT.done
  })
}
