import type { Call, CliCommand } from '../src/cli/shell/cli-command.ts'
import { EXIT } from '../src/cli/shell/exit-code.ts'
import { showProgress } from '../src/cli/shell/progress.ts'
import { usageError } from '../src/cli/shell/usage-error.ts'
import { text } from '../src/domain/wording/text.ts'
import { BENCHES, type Bench } from './run/benches.ts'
import { inShape } from './run/result.ts'

const SIZES = [10_000, 100_000, 1_000_000]
const WAIT_MINUTES = 5
const SOAK_MINUTES = 30
const SOAK_RATE = 50
const TENANTS = 1_000
const MATTERS_EACH = 5

const listOf = (call: Call, flag: string): string[] | undefined => call.value(flag)?.split(',').filter(Boolean)

/** Runs of several benches, each in a process of its own. */
const SEVERAL: Readonly<Record<string, (call: Call) => Bench>> = {
  all:
    (call) =>
    async ({ matters }, say) => {
      const { runAll } = await import('./run/all.ts')
      const asked = { matters, wait: call.number('wait') ?? WAIT_MINUTES, only: listOf(call, 'only') }
      const figures = await runAll(asked, say)
      return {
        answer: { figures },
        lines: Object.entries(figures).map(([name, figure]) => `${name.padEnd(36)}${figure}`),
      }
    },
  soak: (call) => async (_, say) => {
    const { soak } = await import('./scale/soak.ts')
    const { figures } = await soak(
      { minutes: call.number('minutes') ?? SOAK_MINUTES, perSecond: call.number('rate') ?? SOAK_RATE },
      say,
    )
    const lines = Object.entries(figures).map(([name, figure]) => `${name.padEnd(30)}${JSON.stringify(figure)}`)
    return { answer: { figures }, lines }
  },
  faults: () => async (_, say) => {
    const { benchFaults } = await import('./scale/faults.ts')
    const { figures } = await benchFaults(say)
    const lines = Object.entries(figures).map(([name, figure]) => `${name.padEnd(12)}${JSON.stringify(figure)}`)
    return { answer: { figures }, lines }
  },
  tenants: (call) => async (_, say) => {
    const { benchTenants, tenantsLines } = await import('./scale/tenants.ts')
    const asked = { tenants: call.number('tenants') ?? TENANTS, mattersEach: call.number('matters') ?? MATTERS_EACH }
    const answer = await benchTenants(asked, say)
    return { answer: { figures: answer.figures }, lines: tenantsLines(answer) }
  },
  growth: (call) => async (_, say) => {
    const { runGrowth } = await import('./run/growth.ts')
    const sizes =
      listOf(call, 'sizes')
        ?.map(Number)
        .filter((size) => size > 0) ?? SIZES
    const { figures, lines } = await runGrowth({ sizes, only: listOf(call, 'only') }, say)
    return { answer: { figures }, lines }
  },
}

const NAMES = [...Object.keys(BENCHES), ...Object.keys(SEVERAL)]

const benchNamed = (call: Call, name: string): Bench => {
  const one = Object.hasOwn(BENCHES, name) ? BENCHES[name] : SEVERAL[name]?.(call)
  if (one) return one
  throw usageError(
    text(`没有“${name}”，有：${NAMES.join('、')}`, `There is no "${name}"; there are: ${NAMES.join(', ')}`),
  )
}

export const bench: CliCommand = {
  name: 'bench',
  title: text('量一量有多快', 'measure how fast it is'),
  args: NAMES.join('|'),
  leastArgs: 1,
  flags: {
    matters: {
      title: text(
        '多少件事项（commands 默认5000，due 默认15000，ledger、counts 和 http 默认100000，import 和 export 默认100000行，notices 默认10000条）',
        'how many matters (commands 5000, due 15000, ledger, counts and http 100000, import and export 100000 rows, notices 10000)',
      ),
      value: 'N',
      rule: 'whole-number',
    },
    filled: {
      title: text('commands、due：先有多少件（默认20000）', 'commands, due: how many are there before (20000)'),
      value: 'N',
      rule: 'whole-number',
    },
    file: { title: text('import：用这个文件，不用样例', 'import: this file instead of the example'), value: 'FILE' },
    data: {
      title: text('ledger：数据库放在哪里，下次接着用', 'ledger: where the database is made and kept for the next run'),
      value: 'FOLDER',
    },
    minutes: {
      title: text('soak：跑几分钟（默认30）', 'soak: how many minutes (30)'),
      value: 'N',
      rule: 'whole-number',
    },
    rate: {
      title: text('soak：每秒几个请求（默认50）', 'soak: requests a second (50)'),
      value: 'N',
      rule: 'whole-number',
    },
    tenants: {
      title: text('tenants：多少个单位（默认1000，每个5件）', 'tenants: how many offices (1000, of 5 matters each)'),
      value: 'N',
      rule: 'whole-number',
    },
    only: { title: text('all、growth：只量这几项', 'all, growth: these benches only'), value: 'NAME,NAME' },
    wait: {
      title: text('all：最多等几分钟，等机器闲下来（默认5）', 'all: most minutes to wait for a calm machine (5)'),
      value: 'MINUTES',
      rule: 'whole-number',
    },
    sizes: {
      title: text(
        'growth：在多少件时量（默认10000,100000,1000000）',
        'growth: at how many matters (10000,100000,1000000)',
      ),
      value: 'N,N',
    },
  },
  about: text(
    'commands：1、8、32个人同时办事，每秒多少步，和直接发同样的 SQL 相比；due：到期的期限每秒办多少，和 pg-boss 相比；ledger：一百万件里翻页和查找要多久；counts：数一份月报、打开一个数字要多久；\nimport：导入每秒多少行、占多少内存；export：一类台账导出成 Excel 和 CSV 要多久、占多少内存；notices：一万条通知经过又慢又坏的接收方，丢没丢、重没重；warn：预警方法，先用公开的面板和 R 的数字比，再算一个县的面板。\nhttp：16个浏览器同时用整个系统（清单、翻页、记录、登记、办理、查找、计数、今日），每样每秒多少次、要多久、耗多少处理器；\nall：等机器闲下来，全部量一遍，十分钟左右；growth：事项从一万件到一百万件，各项数字怎么变，写成表；soak：一台真的服务按钟点收请求，内存涨不涨；tenants：一千个单位在一个库里，会不会互相拖慢；faults：杀掉服务、断了线、满了盘，丢没丢、重没重。\n各用一个自己的 PostgreSQL（fsync 打开），放在 .anlan/bench-* 里。机器上没有别的活时再量。',
    "commands: steps a second for 1, 8 and 32 people at once, beside the same SQL sent raw; due: due timers a second, beside pg-boss; ledger: pages and searches among\na million matters; counts: a monthly report and the list behind a figure; import: rows a second and memory; export: a ledger as a workbook and as CSV, seconds and memory; notices: ten thousand through a slow and failing receiver; warn: the early-warning methods, first on the published panel beside\nR's figures, then on a county's. http: the whole product as 16 browsers use it (ledger, pages, records, opening, steps, search, counts, Today): operations a second, milliseconds, processor time; all: waits for a calm machine and runs every one, in about ten minutes; growth: the figures at ten thousand to a million matters, as a table. soak: a real server under a steady mix of requests, does memory climb; tenants: a thousand offices in one database, does one feel the others; faults: a killed server, a dead line, a full disk: what is lost, what is there twice.\nEach runs a PostgreSQL of its own (fsync on) in .anlan/bench-*. Measure when the machine does nothing else.",
  ),
  examples: [
    'anlan bench all --json',
    'anlan bench commands --json',
    'anlan bench due --json',
    'anlan bench ledger --json',
    'anlan bench import --json',
    'anlan bench export --json',
    'anlan bench notices --json',
    'anlan bench http --matters 10000',
    'anlan bench growth --only commands,ledger',
  ],
  async run(call) {
    const name = call.args[0] as string
    const run = benchNamed(call, name)
    const progress = showProgress(name, 0, call.json)
    let done = 0
    const onProgress = (note: string) => {
      done += 1
      progress.advance(done, note)
    }
    const asked = {
      matters: call.number('matters'),
      filled: call.number('filled'),
      file: call.value('file'),
      data: call.value('data'),
    }
    let lines: readonly string[] = []
    const { result } = await inShape(name, async () => {
      const measured = await run(asked, onProgress)
      lines = measured.lines
      return measured.answer
    }).finally(progress.finish)
    const { commit, loadBefore, loadAfter } = result
    const head = `${commit}  load ${loadBefore} before, ${loadAfter} after`
    console.log(call.json ? JSON.stringify(result) : [head, ...lines].join('\n'))
    return EXIT.done
  },
}
