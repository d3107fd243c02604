import type { Pool } from 'pg'
import { addDays, dayOf, type Instant } from '../../../domain/time/time.ts'
import { type NightsOfOffice, readNights } from '../../../storage/warnings/nights-of-all.ts'
import { type Finding, finding } from '../finding.ts'

const PATIENCE_MS = 10_000

/** Whether early warning judged every night, and whether a clock that ran ahead once keeps it from judging. */
export async function nightFindings(owner: Pool, now: Instant): Promise<readonly Finding[]> {
  const yesterday = addDays(dayOf(now), -1)
  const offices = await readNights(owner, yesterday, PATIENCE_MS)
  const ahead = offices.filter(({ judgedUntil }) => judgedUntil > yesterday)
  // Before the hour that an office sets, the night before last is the last one.
  const behind = offices.filter(({ judgedUntil }) => judgedUntil < addDays(yesterday, -1))
  const missed = offices.filter(({ missed: nights }) => nights > 0)
  if (ahead.length === 0 && behind.length === 0 && missed.length === 0)
    return offices.length === 0 ? [] : [finding('nights', 'good', ['预警夜夜判过', 'early warning judged every night'])]
  const named = (which: readonly NightsOfOffice[], text: (one: NightsOfOffice) => string) =>
    which.slice(0, 5).map(text).join('、')
  const until = ({ tenant, judgedUntil }: NightsOfOffice) => `${tenant} ${judgedUntil}`
  const nights = ({ tenant, missed: count }: NightsOfOffice) => `${tenant} ${count}`
  return [
    ...(ahead.length > 0
      ? [
          finding(
            'nights',
            'bad',
            [
              `时钟走快过，预警标成判到了将来：${named(ahead, until)}`,
              `the clock ran ahead: early warning is marked as judged up to a day to come: ${named(ahead, until)}`,
            ],
            [
              '校准时钟再开服务：几分钟内会从真正判过的那一天接着判',
              'Set the clock right and start the server: within minutes it goes on from the day that was really judged',
            ],
          ),
        ]
      : []),
    ...(behind.length > 0
      ? [
          finding(
            'nights',
            'warn',
            [
              `预警没有跟上，只判到：${named(behind, until)}`,
              `early warning is behind, judged up to: ${named(behind, until)}`,
            ],
            [
              '开着服务就会补判最近14天；还不动，看日志里 workers 的错误',
              'A running server judges the last 14 days late; if it does not, look for errors of workers in its log',
            ],
          ),
        ]
      : []),
    ...(missed.length > 0
      ? [
          finding(
            'nights',
            'warn',
            [
              `30天里有几夜没有判预警：${named(missed, nights)}`,
              `nights of the last 30 that nobody judged: ${named(missed, nights)}`,
            ],
            [
              '那几天的数要人看一遍：anlan warn --tenant T --from 日 --to 日',
              'Look those days through: anlan warn --tenant T --from DAY --to DAY',
            ],
          ),
        ]
      : []),
  ]
}
