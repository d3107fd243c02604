// node bench/draw-warning.ts [DIRECTORY WITH THE PUBLIC DATA]: draws the early-warning picture of docs/early-warning.md.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dayAt, dayNumber } from '../src/domain/time/day-number.ts'
import { rowsOf } from './forecast/request-flow.ts'
import { warningPicture } from './pictures/warning-picture.ts'

const directory = process.argv[2] ?? '../shared/data'
const FIRST = dayNumber('2011-07-01')
const LAST = dayNumber('2011-10-30')
/** The first six weeks only teach. */
const FROM = 43

const observed = Array<number>(LAST - FIRST + 1).fill(0)
for (const { opened = '' } of rowsOf(join(directory, 'requests-boston-2011-all/requests_2011_07_to_10.csv.gz'))) {
  const day = dayNumber(opened.slice(0, 10)) - FIRST
  if (day >= 0 && day < observed.length) observed[day] = (observed[day] as number) + 1
}
const dates = observed.map((_, day) => dayAt(FIRST + day))
writeFileSync('docs/pictures/warning.svg', warningPicture({ frequency: 365, observed, dates }, FROM, 'requests a day'))
