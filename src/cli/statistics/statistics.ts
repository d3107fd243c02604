import type { Locale } from '../../domain/wording/text.ts'
import { text } from '../../domain/wording/text.ts'
import type { CliCommand } from '../shell/cli-command.ts'
import { EXIT } from '../shell/exit-code.ts'
import { readText } from '../shell/read-text.ts'
import { usageError } from '../shell/usage-error.ts'
import { type CheckedFixture, checkFixture } from './check-fixture.ts'
import { readFixture } from './fixture.ts'
import type { Shortfall } from './shortfall.ts'

export const statistics: CliCommand = {
  name: 'statistics',
  title: text('用参考值核对统计方法', 'check the statistics against reference values'),
  args: 'check FIXTURES.json…',
  leastArgs: 2,
  mostArgs: 1000,
  flags: {},
  about: text(
    '逐例重算参考值文件，列出每个不符的值：例、量、应得、实得；最后一行是合计。有不符时退出码为 1。“-”表示从标准输入读。',
    'Computes every case of the reference files again and prints each value that falls short: case, quantity, expected, got; the counts last. Exit code 1 if there is any. "-" reads stdin.',
  ),
  examples: ['anlan statistics check reference/farrington.json', 'anlan statistics check reference/*.json --json'],
  async run({ locale, args, json }) {
    const [action, ...files] = args
    if (action !== 'check') {
      throw usageError(text(`没有“${action}”这个动作，只有 check`, `There is no action "${action}", only check`))
    }
    let failed = 0
    for (const file of files) {
      const checked = checkFixture(readFixture(await readText(file)))
      if (!checked) throw usageError(text(`“${file}”的算法不认识`, `The algorithm of "${file}" is not known`))
      failed += checked.failedCases
      if (json) console.log(JSON.stringify({ file, ...checked, shortfalls: checked.shortfalls.map(spelled) }))
      else console.log([...checked.shortfalls.map(shortfallLine), countsLine(file, checked, locale)].join('\n'))
    }
    return failed > 0 ? EXIT.failed : EXIT.done
  },
}

const shortfallLine = ({ id, quantity, expected, got }: Shortfall) =>
  [id, quantity, shown(expected), shown(got)].join('\t')

/** JSON has no spelling for NaN and infinity. */
const spelled = ({ expected, got, ...place }: Shortfall) => ({ ...place, expected: shown(expected), got: shown(got) })

const shown = (value: unknown): string => (typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? '-'))

function countsLine(
  file: string,
  { algorithm, cases, failedCases, compared, shortfalls }: CheckedFixture,
  locale: Locale,
) {
  const zh = `${file}（${algorithm}）：${cases} 例，${failedCases} 例不符；${compared} 个值，${shortfalls.length} 个不符`
  const en = `${file} (${algorithm}): ${cases} cases, ${failedCases} fall short; ${compared} values, ${shortfalls.length} fall short`
  return locale === 'zh' ? zh : en
}
