import { expect, test } from 'vitest'
import { addDays } from '../../domain/time/time.ts'
import { poissonCount } from '../../statistics/simulator/count-draw.ts'
import { mrg32k3a } from '../../statistics/simulator/mrg32k3a.ts'
import { runAnlan } from '../../testing/run-command.ts'
import { discoveriesOf } from './discoveries.ts'

const WEEKS = 70
/** Ten categories in eight units; in the last week three units of one category are far too high, and a fourth is a little. */
function county(): string {
  const uniform = mrg32k3a([2, 7, 1, 8, 2, 8])
  const lines = ['日期,单位,类别,件数']
  for (let category = 0; category < 10; category++)
    for (let unit = 0; unit < 8; unit++)
      for (let week = 0; week < WEEKS; week++) {
        const burst = week === WEEKS - 1 && category === 4 && unit < 3 ? 18 : 0
        lines.push(
          `${addDays('2025-01-06', 7 * week)},单位${unit},类别${category},${poissonCount(3, uniform()) + burst}`,
        )
      }
  return lines.join('\n')
}
const COUNTY = county()
const warn = (flags: readonly string[]) => runAnlan(['warn', '-', '--pool-column', '类别', ...flags], COUNTY)

test('from the top down: the category in which something stands out, and of it the units; no other alarm', () => {
  const list = warn(['--discoveries', '0.1', '--json'])
    .stdout.trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { series: string; alarm: boolean; upper: null; reason: string })
  expect(list.filter(({ alarm }) => alarm).map(({ series }) => series)).toEqual(
    [0, 1, 2].map((unit) => `单位${unit} / 类别4`),
  )
  expect(new Set(list.map(({ upper }) => upper))).toEqual(new Set([null]))
})

test.each<[Record<string, string>, string, RegExp]>([
  [{ discoveries: '0' }, 'house', /discoveries must be a share above 0/],
  [{ discoveries: '1e-3' }, 'house', /discoveries must be a share above 0/],
  [{ discoveries: '0.1', alpha: '0.01' }, 'house', /Give only one/],
  [{ discoveries: '0.1', budget: '1/month' }, 'house', /Give only one/],
  [{ discoveries: '0.1' }, 'rki', /rki has no p-values/],
])('%j with %s is refused in words', (flags, algorithm, words) => {
  const call = { value: (flag: string) => flags[flag], isSet: (flag: string) => flag in flags }
  expect(() => discoveriesOf(call, algorithm)).toThrow(words)
})
