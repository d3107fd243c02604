import { text } from '../../domain/wording/text.ts'
import { chinaCalendar } from '../../procedures/calendar/china-holidays.ts'
import type { RealisedLevel } from '../../statistics/budget-report.ts'
import type { Call, CliCommand } from '../shell/cli-command.ts'
import { EXIT } from '../shell/exit-code.ts'
import { jsonLine } from '../shell/plain-text.ts'
import { usageError } from '../shell/usage-error.ts'
import { ALGORITHMS } from './algorithms.ts'
import { calibrationOf, calibrationTable } from './calibration.ts'
import { discoveriesOf, fromTheTop } from './discoveries.ts'
import { judgeLate, refuseBesideLate } from './late/judge-late.ts'
import { lateNotes } from './late/notes.ts'
import { algorithmOf, alphaOf, budgetOf, columnsOf, pointsOf, threadsOf } from './options.ts'
import { readSeries } from './read-series.ts'
import { reasonOf } from './reason.ts'
import { runPanel } from './run-panel.ts'
import type { SeriesTable } from './series-table.ts'
import { type Verdicts, verdictsOf } from './verdicts.ts'
import { warnTable } from './warn-table.ts'

export const warn: CliCommand = {
  name: 'warn',
  title: text('看哪些数高得不寻常', 'see which counts are unusually high'),
  args: '[FILE.csv|-]',
  mostArgs: 1,
  flags: {
    tenant: {
      title: text(
        '直接看这个租户的事项，和夜里的判断一样，什么也不写',
        'judge the matters of this tenant as its nightly worker does, writing nothing',
      ),
      value: 'T',
      rule: 'tenant',
    },
    to: { title: text('看到哪一天（租户，默认最近一天）', 'until this night (tenant; the last one)'), value: 'DATE' },
    algorithm: {
      title: text(`方法，默认 house：${ALGORITHMS.join('、')}`, `method, house unless said: ${ALGORITHMS.join(', ')}`),
      value: 'NAME',
    },
    'date-column': { title: text('日期列，默认 date 或 日期', 'column of the date, date unless said'), value: 'NAME' },
    'count-column': {
      title: text('数量列，默认 count、数量 或 件数', 'column of the count, count unless said'),
      value: 'NAME',
    },
    events: {
      title: text(
        '一行就是一件（事件清单，没有数量列），按天数出来；没有事件的日子算零',
        'each row is one event (a list without a count column): count them by day, days without one are zero',
      ),
    },
    'reported-column': {
      title: text(
        '报来日期列：数的是发生的日子，最近几天还没报齐，按报来的快慢折算（只按天、只用 house）',
        'column of the day on which it was reported, the date being the one on which it happened: the latest days are judged by how fast reports come in (days and house only)',
      ),
      value: 'NAME',
    },
    'series-column': {
      title: text(
        '序列由哪几列决定，逗号分开，默认其余各列',
        'columns that name a series, comma between; all others unless said',
      ),
      value: 'NAMES',
    },
    'pool-column': {
      title: text('这一列相同的序列共用季节和星期规律', 'series with the same value here share season and weekdays'),
      value: 'NAME',
    },
    budget: {
      title: text(
        '所有序列合起来最多多少误报，如 1/month（week、month、year）',
        'most false alarms in the whole panel, such as 1/month (week, month, year)',
      ),
      value: 'N/TIME',
    },
    alpha: {
      title: text(
        '单侧水平，默认 0.005；与 --budget 二选一',
        'one-sided level, 0.005 unless said; either this or --budget',
      ),
      value: 'P',
    },
    discoveries: {
      title: text(
        '报出来的里面最多几成是误报，如 0.1：先看哪一类有异常，再看这一类里的哪一条；与 --alpha、--budget 三选一',
        'share of false alarms among what is told, such as 0.1: first the pools in which anything stands out, then the series of those; instead of --alpha or --budget',
      ),
      value: 'Q',
    },
    from: {
      title: text(
        '从这一天起每天（周）都判断，默认只看最后一期',
        'judge every step since this day; the last one unless said',
      ),
      value: 'DATE',
    },
    'fill-zeros': {
      title: text('没有行的日子当作零；不加则当作缺数', 'days without a row are zeros; missing unless said'),
    },
    'no-holidays': { title: text('不用国务院放假安排', 'leave the State Council holidays aside') },
    threads: { title: text('线程数，不影响结果', 'threads; they change no result'), value: 'N', rule: 'whole-number' },
    report: {
      title: text(
        '加上校准表：名义水平和在自己过去上实际的水平',
        'add the calibration report: nominal levels beside those realised on its own past',
      ),
    },
    all: { title: text('也列出在预期内的', 'list what is as expected as well') },
  },
  about: text(
    '读长表（日期、序列各列、数量），按天或按周，找出高得不寻常的数。只看数量，从不看人。',
    'Reads a long table (date, series columns, count), days or weeks, and finds counts that are unusually high. Counts only, never persons.',
  ),
  examples: [
    'anlan warn requests.csv --pool-column category --budget 1/month',
    'anlan warn reports.csv --events --date-column happened --reported-column registered',
    'anlan warn - --from 2026-01-01 --json < weeks.csv',
    'anlan warn --tenant qinglan --from 2026-05-01 --to 2026-05-07 --json',
  ],
  async run(call) {
    const isTenant = call.value('tenant') !== undefined
    if ((call.args[0] !== undefined) === isTenant)
      throw usageError(text('写一个文件，或者 --tenant，只写一个', 'Name a file or give --tenant, one of them'))
    const strange = Object.keys(warn.flags ?? {}).find((flag) => call.isSet(flag) && isStrange(isTenant, flag))
    if (strange !== undefined)
      throw usageError(
        text(
          `--${strange} ${isTenant ? '只用于文件' : '只用于租户'}`,
          `--${strange} is for ${isTenant ? 'files' : 'tenants'} only`,
        ),
      )
    if (isTenant) return (await import('./warn-matters.ts')).warnMatters(call)
    const algorithm = algorithmOf(call)
    refuseBesideLate(call, algorithm)
    const discoveries = discoveriesOf(call, algorithm)
    const table = await readSeries(call.args[0] as string, columnsOf(call), call.isSet('fill-zeros'))
    const verdicts = await judged(table, call, algorithm)
    const { calibration } = verdicts
    const list = discoveries === undefined ? verdicts.list : fromTheTop(table, verdicts.list, discoveries)
    if (call.json) {
      for (const verdict of list) console.log(jsonLine({ ...verdict, reason: reasonOf(verdict) }))
      if (calibration) console.log(jsonLine({ calibration }))
      return EXIT.done
    }
    const { columns } = process.stdout
    const options = { locale: call.locale, all: call.isSet('all'), ...(columns ? { columns } : {}) }
    const report = calibration ? ['', ...calibrationTable(calibration, call.locale)] : []
    for (const line of [
      ...warnTable(table, list, options),
      ...notes(table, verdicts, call),
      ...lateNotes(table, list, call.locale),
      ...report,
    ])
      console.log(line)
    return EXIT.done
  },
}

const OF_TENANTS = ['tenant', 'from', 'to', 'threads']

/** Whether a flag says nothing of what is judged: a mistake worth saying. */
const isStrange = (isTenant: boolean, flag: string) => (isTenant ? !OF_TENANTS.includes(flag) : flag === 'to')

type Judged = Verdicts & { readonly calibration?: readonly RealisedLevel[] }

async function judged(table: SeriesTable, call: Call, algorithm: string): Promise<Judged> {
  const budget = budgetOf(call, table.frequency)
  const points = pointsOf(table, call, algorithm)
  const holidays = !call.isSet('no-holidays')
  if (call.value('reported-column')) {
    const answers = judgeLate(table, points.asked, { alpha: alphaOf(call), holidays })
    return verdictsOf(table, answers, points, undefined)
  }
  const members = table.rows.map(({ label, pool, counts }) => ({
    id: label,
    pool: call.value('pool-column') ? pool : label,
    series: { frequency: table.frequency, observed: counts, dates: table.dates },
  }))
  const task = {
    algorithm,
    alpha: alphaOf(call),
    holidays,
    members,
    points: [...points.past, ...points.asked],
  }
  const answers = await runPanel(task, threadsOf(call))
  const verdicts = verdictsOf(table, answers, points, budget)
  if (!call.isSet('report')) return verdicts
  const calendar = holidays ? chinaCalendar : undefined
  return { ...verdicts, calibration: calibrationOf(table, answers, points.past, calendar) }
}

/** What a reader must know to judge the table: rows that were missing, and what the budget came to. */
function notes({ absent, rows }: SeriesTable, { budget }: Verdicts, call: Call): string[] {
  const zh = call.locale === 'zh'
  const lines: string[] = []
  if (absent > 0 && !call.isSet('fill-zeros') && !call.value('reported-column'))
    lines.push(
      zh
        ? `有${absent}处没有行，当作缺数；如果没有行就是零，加 --fill-zeros`
        : `${absent} places without a row count as missing; if no row means zero, add --fill-zeros`,
    )
  if (call.isSet('budget') && !budget)
    lines.push(
      zh
        ? '过去没有一期能判断，预算无从算起，用的是默认水平 0.005'
        : 'No step of the past could be judged, so no budget could be kept: the level is 0.005 as usual',
    )
  if (budget) {
    const level = Math.exp(budget.logThreshold).toExponential(1)
    lines.push(
      zh
        ? `${rows.length}条序列，按自己的过去算，p 低于 ${level} 才报；过去这一段会报${budget.raised}次，预算是${budget.granted.toFixed(1)}次`
        : `${rows.length} series: alarm below p = ${level}, found on their own past, where it would have raised ${budget.raised} for a budget of ${budget.granted.toFixed(1)}`,
    )
  }
  return lines
}
