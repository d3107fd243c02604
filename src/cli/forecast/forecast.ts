import { LEAST_WEEKS, MOST_WEEKS, USUAL_WEEKS } from '../../domain/forecast/forecast-view.ts'
import { text } from '../../domain/wording/text.ts'
import type { CliCommand } from '../shell/cli-command.ts'
import { usageError } from '../shell/usage-error.ts'

export const forecast: CliCommand = {
  name: 'forecast',
  title: text('预计今后几周在办、逾期多少件', 'foresee open and overdue matters of the coming weeks'),
  args: '[FILE.csv|-]',
  mostArgs: 1,
  flags: {
    tenant: { title: text('直接读这个租户的事项', 'read the matters of this tenant'), value: 'T', rule: 'tenant' },
    unit: { title: text('只看这个单位和下级（租户）', 'only this unit and those below (tenant)'), value: 'ID' },
    kind: { title: text('只看这一类事项（租户）', 'only this kind of matter (tenant)'), value: 'ID' },
    weeks: {
      title: text(
        `往后看几周（${LEAST_WEEKS}到${MOST_WEEKS}，默认${USUAL_WEEKS}）`,
        `weeks ahead (${LEAST_WEEKS} to ${MOST_WEEKS}, default ${USUAL_WEEKS})`,
      ),
      value: 'COUNT',
      rule: 'whole-number',
    },
    'opened-column': { title: text('收到日期所在列', 'column of the day it came in'), value: 'NAME' },
    'due-column': { title: text('期限所在列（可以没有）', 'column of its limit (may be absent)'), value: 'NAME' },
    'closed-column': { title: text('办结日期所在列', 'column of the day it was closed'), value: 'NAME' },
    stock: {
      title: text(
        '文件只有每期末的未结数（如每年一行，最后一列是件数）',
        'the file has only how many were pending at each end, a row a period, the count last',
      ),
    },
    until: { title: text('文件记到哪一天（默认最后一个收到或办结日）', 'the last day the file covers'), value: 'DAY' },
  },
  about: text(
    '读一个租户的事项，或一行一件的文件：收到、期限、办结三个日期，没办结的空着。\n过去试下来不比“照现在不变”好的，不说数，只说为什么和差了多少。“-”表示从标准输入读。',
    'Reads the matters of a tenant, or a file with one row a matter: the days it came in, is due and was closed, empty while open.\nWhere past attempts were no better than "as it is now" no figure is given, only the reason and both errors. "-" reads stdin.',
  ),
  examples: [
    'anlan forecast --tenant qinglan --json',
    'anlan forecast --tenant qinglan --unit liuhe --kind hazard --weeks 8',
    'anlan forecast requests.csv --until 2026-06-30',
  ],
  async run(call) {
    const isFile = call.args[0] !== undefined
    if (isFile === (call.value('tenant') !== undefined))
      throw usageError(text('写一个文件，或者 --tenant，只写一个', 'Name a file or give --tenant, one of them'))
    if (isFile && call.isSet('stock')) return (await import('./forecast-stock-file.ts')).forecastStockFile(call)
    const weeks = call.number('weeks') ?? USUAL_WEEKS
    if (weeks < LEAST_WEEKS || weeks > MOST_WEEKS)
      throw usageError(
        text(`--weeks 要在${LEAST_WEEKS}到${MOST_WEEKS}之间`, `--weeks must be ${LEAST_WEEKS} to ${MOST_WEEKS}`),
      )
    return isFile
      ? (await import('./forecast-file.ts')).forecastFile(call, weeks)
      : (await import('./forecast-tenant.ts')).forecastTenant(call, weeks)
  },
}
