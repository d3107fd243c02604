import { text } from '../domain/text.ts'
import { readEnvironment } from '../environment.ts'
import { openInstallation } from '../installation.ts'
import type { CliCommand } from './cli-command.ts'
import { isDemo, loadDemoWhenEmpty } from './demo/load-demo.ts'
import { signInTable } from './demo/sign-in-table.ts'
import { DEMO_SIGN_INS } from './demo/sign-ins.ts'
import { EXIT } from './exit-code.ts'
import { usageError } from './usage-error.ts'

export const demo: CliCommand = {
  name: 'demo',
  title: text('往空库里装入演示县', 'load the demo county into an empty database'),
  flags: {},
  about: text(
    '一个编出来的县：6个乡镇、40个村和社区、各部门、法院，一年的事项。库里已有数据时不动它。',
    'An invented county: 6 townships, 40 villages, departments, a court, a year of matters. A database with data is left alone.',
  ),
  examples: ['anlan demo', 'anlan demo --json'],
  async run({ locale, json }) {
    const installation = await openInstallation(readEnvironment(process.env), { connections: 4, log: () => {} })
    try {
      const { loaded, matters } = await loadDemoWhenEmpty(installation, locale, json)
      if (!loaded && !(await isDemo(installation)))
        throw usageError(
          text(
            '库里已有别的数据，演示县只装进空库',
            'The database holds other data; the demo goes into an empty one only',
          ),
        )
      if (json) console.log(JSON.stringify({ loaded, matters, signIns: DEMO_SIGN_INS }))
      else {
        const zh = loaded ? `装好了，${matters}件事项。登录名和密码：` : '演示县早已装好。登录名和密码：'
        const en = loaded ? `Loaded, ${matters} matters. Sign-ins:` : 'The demo county is already there. Sign-ins:'
        console.log(`${locale === 'zh' ? zh : en}\n${signInTable(DEMO_SIGN_INS, locale)}`)
      }
    } finally {
      await installation.close()
    }
    return EXIT.done
  },
}
