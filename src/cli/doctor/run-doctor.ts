import type { Locale } from '../../domain/wording/text.ts'
import { readEnvironment } from '../../server/environment.ts'
import { connect, PROBES } from '../../storage/connection/connect.ts'
import { MIGRATIONS, readMigrations } from '../../storage/schema/read-migrations.ts'
import { schemaNumber } from '../../storage/upgrade/upgrade.ts'
import { serverOf } from '../restore/server-of.ts'
import type { Call } from '../shell/cli-command.ts'
import { EXIT, type ExitCode } from '../shell/exit-code.ts'
import { countFindings } from './checks/counts.ts'
import { databaseFindings } from './checks/database.ts'
import { machineFindings } from './checks/machine.ts'
import { nightFindings } from './checks/nights.ts'
import { workFindings } from './checks/work.ts'
import { type Finding, finding } from './finding.ts'

/** Looks over machine, database and what goes on by itself, and says what to do. */
export async function runDoctor({ locale, json, isSet }: Call): Promise<ExitCode> {
  const environment = readEnvironment(process.env)
  const machine = await machineFindings(environment)
  const rest = await onDatabase(environment)
  const findings = [...machine, ...rest]
  const worst = findings.some(({ state }) => state === 'bad')
    ? 'bad'
    : findings.some(({ state }) => state === 'warn')
      ? 'warn'
      : 'good'
  console.log(json ? JSON.stringify({ ok: worst === 'good', worst, findings }) : report(findings, locale))
  if (rest.some(({ check }) => check === 'database')) return EXIT.database
  return worst === 'bad' || (worst === 'warn' && isSet('strict')) ? EXIT.findings : EXIT.done
}

/** What the database says; that it does not answer is a finding like any other. */
async function onDatabase(environment: ReturnType<typeof readEnvironment>): Promise<readonly Finding[]> {
  try {
    const server = await serverOf(environment)
    const owner = connect({ url: server.ownerUrl, max: 1, applicationName: 'anlan doctor', patience: PROBES })
    try {
      const hasSchema = (await schemaNumber(owner)) > 0
      return [
        ...(await databaseFindings(owner, await readMigrations(MIGRATIONS))),
        ...(await workFindings(environment, owner, hasSchema)),
        ...(hasSchema ? await nightFindings(owner, new Date().toISOString()) : []),
        ...(hasSchema ? await countFindings(owner) : []),
      ]
    } finally {
      await owner.end()
      await server.stop()
    }
  } catch (cause) {
    const reason =
      cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code) : String(cause)
    return [
      finding(
        'database',
        'bad',
        [`数据库连不上：${reason}`, `the database cannot be reached: ${reason}`],
        [
          '看数据库开着没有、DATABASE_URL 对不对（docs/operations.md）',
          'See whether it runs and DATABASE_URL is right (docs/operations.md)',
        ],
      ),
    ]
  }
}

const MARKS = { good: '✓', warn: '!', bad: '✗' } as const

function report(findings: readonly Finding[], locale: Locale): string {
  const lines = findings.flatMap(({ state, says, todo }) => [
    `${MARKS[state]} ${says[locale]}`,
    ...(todo ? [`    ${locale === 'zh' ? '办法：' : 'to do: '}${todo[locale]}`] : []),
  ])
  const count = (state: Finding['state']) => findings.filter((one) => one.state === state).length
  const sum =
    locale === 'zh'
      ? `${count('bad')}项要马上办，${count('warn')}项要留意，${count('good')}项正常`
      : `${count('bad')} to mend now, ${count('warn')} worth a thought, ${count('good')} in order`
  return [...lines, sum].join('\n')
}
