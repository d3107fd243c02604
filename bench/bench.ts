import type { Call, CliCommand } from '../src/cli/shell/cli-command.ts'
import { EXIT } from '../src/cli/shell/exit-code.ts'
import { showProgress } from '../src/cli/shell/progress.ts'
import { usageError } from '../src/cli/shell/usage-error.ts'
import { text } from '../src/domain/wording/text.ts'

type Answer = { readonly answer: object; readonly lines: readonly string[] }

/** What can be timed: each answers with plain data, and with lines for people. */
type Bench = (call: Call, onProgress: (note: string) => void) => Promise<Answer>

const BENCHES: Readonly<Record<string, Bench>> = {
  commands: async (call, onProgress) => {
    const { benchCommands, commandsLines } = await import('./commands.ts')
    const answer = await benchCommands(call.number('matters') ?? 5000, onProgress)
    return { answer, lines: commandsLines(answer) }
  },
  due: async (call, onProgress) => {
    const { benchDue, dueLines } = await import('./due.ts')
    const answer = await benchDue(call.number('matters') ?? 15_000, onProgress)
    return { answer, lines: dueLines(answer) }
  },
  ledger: async (call, onProgress) => {
    const { benchLedger, ledgerLines } = await import('./ledger.ts')
    const answer = await benchLedger({ matters: call.number('matters') ?? 1_000_000, onProgress })
    return { answer, lines: ledgerLines(answer) }
  },
  counts: async (call, onProgress) => {
    const { benchCounts, countsLines } = await import('./counts.ts')
    const answer = await benchCounts(call.number('matters') ?? 100_000, onProgress)
    return { answer, lines: countsLines(answer) }
  },
  import: async (call, onProgress) => {
    const { benchImport, importLines } = await import('./import.ts')
    const answer = await benchImport({ rows: call.number('matters') ?? 100_000, file: call.value('file'), onProgress })
    return { answer, lines: importLines(answer) }
  },
  export: async (call, onProgress) => {
    const { benchExport, exportLines } = await import('./export.ts')
    const answer = await benchExport(call.number('matters') ?? 100_000, onProgress)
    return { answer, lines: exportLines(answer) }
  },
  notices: async (call, onProgress) => {
    const { benchNotices, noticesLines } = await import('./notices.ts')
    const answer = await benchNotices(call.number('matters') ?? 10_000, onProgress)
    return { answer, lines: noticesLines(answer) }
  },
  warn: async () => {
    const { benchWarn, benchWarnLines } = await import('./warning/bench-warn.ts')
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
  flags: {
    matters: {
      title: text(
        '多少件事项（commands 默认5000，ledger 默认1000000，counts 默认100000，import 和 export 默认100000行，notices 默认10000条）',
        'how many matters (commands 5000, ledger 1000000, counts 100000, import and export 100000 rows, notices 10000)',
      ),
      value: 'N',
      rule: 'whole-number',
    },
    file: { title: text('import：用这个文件，不用样例', 'import: this file instead of the example'), value: 'FILE' },
  },
  about: text(
    'commands：1、8、32个人同时办事，每秒多少步，和直接发同样的 SQL 相比；ledger：一百万件里翻页和查找要多久；counts：数一份月报、打开一个数字要多久；\nimport：导入每秒多少行、占多少内存；export：一类台账导出成 Excel 和 CSV 要多久、占多少内存；notices：一万条通知经过又慢又坏的接收方，丢没丢、重没重；warn：预警方法，先用公开的面板和 R 的数字比，再算一个县的面板。\n前六个各用一个自己的 PostgreSQL（fsync 打开），放在 .anlan/bench-* 里。机器上没有别的活时再量。',
    "commands: steps a second for 1, 8 and 32 people at once, beside the same SQL sent raw; ledger: pages and searches among\na million matters; counts: a monthly report and the list behind a figure; import: rows a second and memory; export: a ledger as a workbook and as CSV, seconds and memory; notices: ten thousand through a slow and failing receiver; warn: the early-warning methods, first on the published panel beside\nR's figures, then on a county's. The first six run a PostgreSQL of their own (fsync on) in .anlan/bench-*.\nMeasure when the machine does nothing else.",
  ),
  examples: [
    'anlan bench commands --json',
    'anlan bench ledger --json',
    'anlan bench import --json',
    'anlan bench export --json',
    'anlan bench notices --json',
    'anlan bench warn',
  ],
  async run(call) {
    const name = call.args[0] as string
    const run = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined
    if (!run)
      throw usageError(
        text(`没有“${name}”，有：${NAMES.join('、')}`, `There is no "${name}"; there are: ${NAMES.join(', ')}`),
      )
    const progress = showProgress(name, 0, call.json)
    let done = 0
    const onProgress = (note: string) => {
      done += 1
      progress.advance(done, note)
    }
    const { answer, lines } = await run(call, onProgress).finally(progress.finish)
    console.log(call.json ? JSON.stringify(answer) : lines.join('\n'))
    return EXIT.done
  },
}
