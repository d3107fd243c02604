import { type Text, text } from '../../domain/wording/text.ts'
import { figureOf } from '../../http/forecast/forecast-of.ts'
import { forecastStock } from '../../statistics/forecast/forecast-stock.ts'
import type { Call } from '../shell/cli-command.ts'
import { addFault, eachCsvLine, noFaults, refuseFaults } from '../shell/csv-lines.ts'
import { EXIT, type ExitCode } from '../shell/exit-code.ts'
import { jsonLine, quotable } from '../shell/plain-text.ts'
import { readText } from '../shell/read-text.ts'
import { usageError } from '../shell/usage-error.ts'

/** What a court's yearly figures allow: one step ahead, tried at six past ones at least, four times in five. */
const SETTINGS = { horizon: 1, round: 1, window: 3, origins: 12, leastOrigins: 6, level: 0.8, alpha: 0.05 }

/** Foresees the next number of a file that has only how many were pending at the end of each period, oldest first. */
export async function forecastStockFile({ locale, args, json }: Call): Promise<ExitCode> {
  const observed = readNumbers(await readText(args[0] ?? '-'))
  const answer = forecastStock({ frequency: 1, observed }, SETTINGS)
  if (!answer.ok) throw usageError(text(`预计不了：${answer.about}`, `It cannot be foreseen: ${answer.about}`))
  const [next] = answer.horizons
  if (!next) return EXIT.done
  const figure = figureOf(next)
  console.log(json ? jsonLine({ periods: observed.length, ...figure }) : sentence(figure)[locale])
  return EXIT.done
}

function sentence({ said, silent, tries, error, naiveError }: ReturnType<typeof figureOf>): Text {
  const errors = {
    zh: error === undefined ? '' : `过去试了${tries}次，平均差${error}；不用模型的最好差${naiveError ?? '?'}。`,
    en:
      error === undefined
        ? ''
        : ` Tried ${tries} times: off by ${error} on average, the best guess without a model by ${naiveError ?? '?'}.`,
  }
  if (said)
    return text(
      `下一期预计${said.value}，五次有四次在${said.lower}到${said.upper}之间。${errors.zh}`,
      `The next one about ${said.value}, four times in five between ${said.lower} and ${said.upper}.${errors.en}`,
    )
  return silent === 'too-little-history'
    ? text('说不出：记录太短。', 'Cannot be told: the record is too short.')
    : text(`说不出：不比照上一期不变准。${errors.zh}`, `Cannot be told: no better than the last one.${errors.en}`)
}

/** The last column of each row below the heading. */
function readNumbers(csv: string): number[] {
  const faults = noFaults()
  const numbers: number[] = []
  let isHeading = true
  eachCsvLine(csv, (cells, line) => {
    if (isHeading) {
      isHeading = false
      return
    }
    const cell = (cells.at(-1) ?? '').trim()
    if (/^\d{1,9}$/.test(cell)) numbers.push(Number(cell))
    else addFault(faults, line, text(`“${quotable(cell)}”不是整数件数`, `"${quotable(cell)}" is not a whole count`))
  })
  refuseFaults(faults)
  return numbers
}
