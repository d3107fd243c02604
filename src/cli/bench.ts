import { text } from '../domain/text.ts'
import type { CliCommand } from './cli-command.ts'
import { EXIT } from './exit-code.ts'
import { usageError } from './usage-error.ts'

/** What can be timed: each answers with plain data, and with lines for people. */
type Bench = () => Promise<{ readonly answer: object; readonly lines: readonly string[] }>

const BENCHES: Readonly<Record<string, Bench>> = {
  warn: async () => {
    const { benchWarn, benchWarnLines } = await import('../../bench/warning/bench-warn.ts')
    const answer = await benchWarn()
    return { answer, lines: benchWarnLines(answer) }
  },
}

const NAMES = Object.keys(BENCHES)

export const bench: CliCommand = {
  name: 'bench',
  title: text('量一量有多快', 'measure how fast it is'),
  args: NAMES.join('|'),
  leastArgs: 1,
  flags: {},
  about: text(
    'warn：预警方法，先用公开的面板和 R 的数字比，再算一个县的面板。机器上没有别的活时再量。',
    "warn: the early-warning methods, first on the published panel beside R's figures, then on a county's. Measure when the machine does nothing else.",
  ),
  examples: ['anlan bench warn', 'anlan bench warn --json'],
  async run({ args, json }) {
    const name = args[0] as string
    const run = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined
    if (!run)
      throw usageError(
        text(`没有“${name}”，有：${NAMES.join('、')}`, `There is no "${name}"; there are: ${NAMES.join(', ')}`),
      )
    const { answer, lines } = await run()
    console.log(json ? JSON.stringify(answer) : lines.join('\n'))
    return EXIT.done
  },
}
