import { type Text, text } from '../../domain/wording/text.ts'
import type { StatisticsFailure } from '../../statistics/detection.ts'
import { compareUnits } from '../../statistics/funnel/compare-units.ts'
import { type Comparison, FEWEST } from '../../statistics/funnel/comparison.ts'
import { comparisonText, insideText, WHOLE_COUNTY } from '../../statistics/funnel/comparison-text.ts'
import type { FunnelKind } from '../../statistics/funnel/funnel-input.ts'
import type { CliCommand } from '../shell/cli-command.ts'
import { EXIT } from '../shell/exit-code.ts'
import { jsonLine, quotable, visible } from '../shell/plain-text.ts'
import { readText } from '../shell/read-text.ts'
import { usageError } from '../shell/usage-error.ts'
import { funnelTable, shown } from './funnel-table.ts'
import { readUnitCounts, type UnitTable } from './read-unit-counts.ts'

export const funnel: CliCommand = {
  name: 'funnel',
  title: text('比较各单位，看差别是不是碰巧', 'compare units: is the difference more than chance?'),
  args: '[FILE.csv|-]',
  mostArgs: 1,
  flags: {
    tenant: { title: text('直接数这个租户的事项', 'count the matters of this tenant'), value: 'T', rule: 'tenant' },
    indicator: {
      title: text('按哪个指标（租户，默认 on-time）', 'by which indicator (tenant; default: on-time)'),
      value: 'ID',
    },
    period: {
      title: text(
        '哪个期间：2026、2026-Q3、2026-09（租户，默认上一季度）',
        'which period: 2026, 2026-Q3, 2026-09 (tenant; default: the last quarter)',
      ),
      value: 'PERIOD',
    },
    'as-of': { title: text('按哪一天的记录数（租户）', 'by the records of which day (tenant)'), value: 'DAY' },
    unit: { title: text('看哪个单位的下级（租户）', 'units below which (tenant)'), value: 'ID' },
    'unit-column': {
      title: text('单位所在列（默认第一列）', 'column of the unit (default: the first)'),
      value: 'NAME',
    },
    'count-column': {
      title: text('件数所在列（默认第二列）', 'column of the count (default: the second)'),
      value: 'NAME',
    },
    'total-column': {
      title: text('总数或预期数所在列（默认第三列）', 'column of the total or expected number (default: the third)'),
      value: 'NAME',
    },
    whole: {
      title: text(
        '全体的叫法，如“全县”“全市”（默认“全县”）',
        'what all together are called (default: the county as a whole)',
      ),
      value: 'NAME',
    },
    ratio: {
      title: text('件数不是总数的一部分，而与预期数相比', 'the count is no part of the total: compare it as a ratio'),
    },
    target: {
      title: text(
        '与这个值比，如 0.9（默认与全体比）',
        'compare with this value, such as 0.9 (default: with all together)',
      ),
      value: 'VALUE',
    },
    fewest: {
      title: text(
        '少于这么多件就说看不出（默认30，比值为5）',
        'fewer than this is too few to tell (default: 30, ratios 5)',
      ),
      value: 'COUNT',
      rule: 'whole-number',
    },
  },
  about: text(
    '一行一个单位：名称、件数、总数。逐个说明与全体能不能区分，按文件里的顺序列出，不排名次。“-”表示从标准输入读。',
    'One row a unit: name, count, total. Says of each whether it can be told apart from all, in the order of the file: never a ranking. "-" reads stdin.',
  ),
  examples: [
    'anlan funnel on-time.csv',
    'anlan funnel on-time.csv --target 0.9 --json',
    'anlan funnel injuries.csv --ratio',
    'anlan funnel --tenant qinglan --indicator on-time --period 2026-Q3 --json',
  ],
  async run(call) {
    const { locale, args, value, number, isSet, json } = call
    if ((args[0] !== undefined) === (value('tenant') !== undefined))
      throw usageError(text('写一个文件，或者 --tenant，只写一个', 'Name a file or give --tenant, one of them'))
    if (args[0] === undefined) return (await import('./funnel-tenant.ts')).funnelTenant(call)
    const kind: FunnelKind = isSet('ratio') ? 'ratio' : 'proportion'
    const columns = { unit: value('unit-column'), count: value('count-column'), total: value('total-column') }
    const { units, totals } = readUnitCounts(await readText(args[0] ?? '-'), columns, kind)
    const target = value('target') === undefined ? {} : { target: Number(value('target')) }
    const answer = compareUnits(units, { kind, fewest: number('fewest') ?? FEWEST[kind], ...target })
    if (!answer.ok) throw refused(answer)
    const named = value('whole')
    const whole = named === undefined ? WHOLE_COUNTY : text(visible(named), visible(named))
    const sentence = comparisonText(answer, whole)[locale]
    if (json) console.log(jsonLine({ ...answer, sentence, leftOut: totals }))
    else {
      const table = funnelTable(answer, whole, locale, process.stdout.columns)
      console.log(
        [visible(sentence), '', table, '', ...howJudged(answer, whole)[locale], ...leftOut(totals)[locale]].join('\n'),
      )
    }
    return EXIT.done
  },
}

/** By what the units were judged, so that nobody has to trust it. */
function howJudged(comparison: Comparison, whole: Text): { zh: string[]; en: string[] } {
  const { method, expectedByChance, target, pooled, isTargetGiven } = comparison
  const inside = insideText(comparison)
  const few = expectedByChance < 0.01
  const chance = few ? '0.01' : expectedByChance.toFixed(2)
  const together = shown(pooled, comparison)
  const value = shown(target, comparison)
  if (method === 'none')
    return { zh: [`${whole.zh}${together}。${inside.zh}`], en: [`All together ${together}. ${inside.en}`] }
  const zh = `━ 20个里19个落在里面，┄ 1000个里998个落在里面；若都无差别，碰巧标出的平均${few ? '不到' : '有'}${chance}个。`
  const en = `━ holds 19 of 20, ┄ holds 998 of 1000; if none differed, ${few ? 'fewer than ' : ''}${chance} would be marked by chance.`
  if (method === 'exact')
    return {
      zh: [`${isTargetGiven ? '目标' : whole.zh}${value}。${zh}`],
      en: [`${isTargetGiven ? 'Target' : 'All together'} ${value}. ${en}`],
    }
  return {
    zh: [
      `居中水平${value}（${whole.zh}合计${together}）。${zh}`,
      `界限除碰巧外，还为各单位之间本来的差别留了余地。${inside.zh}`,
    ],
    en: [
      `Middle of the units ${value} (all together ${together}). ${en}`,
      `Besides chance, the limits leave room for how units differ among themselves. ${inside.en}`,
    ],
  }
}

function refused({ about, at }: StatisticsFailure) {
  if (about === 'one-unit')
    return usageError(
      text('只有一个单位，无从比较；要与目标比，加 --target', 'One unit alone cannot be compared; give --target'),
    )
  if (about === 'target')
    return usageError(
      text('--target 要写 0 到 1 之间的数（比值则大于 0）', '--target must lie between 0 and 1 (ratios: above 0)'),
    )
  if (about === 'empty') return usageError(text('没有一个单位有件数', 'No unit has anything counted'))
  return usageError(
    text(`第${at ?? '?'}个单位的件数或总数不能用`, `The count or total of unit ${at ?? '?'} cannot be used`),
  )
}

/** Rows of sums that were not compared, so that nobody misses a unit of that name. */
function leftOut(totals: UnitTable['totals']): { zh: string[]; en: string[] } {
  return {
    zh: totals.map(({ name, line }) => `第${line}行“${quotable(name)}”是合计，没有当作单位比。`),
    en: totals.map(({ name, line }) => `Line ${line}, "${quotable(name)}", is a row of sums and was not compared.`),
  }
}
