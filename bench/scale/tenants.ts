import type { Actor } from '../../src/domain/matter/actor.ts'
import { systemActor } from '../../src/domain/matter/actor.ts'
import { databaseFor } from '../../src/storage/connection/connect.ts'
import { listMatters } from '../../src/storage/read/list-matters.ts'
import { handleCommand } from '../../src/storage/write/handle.ts'
import { type Sent, watchStatements } from '../../src/testing/statements/recorded.ts'
import { reachOf } from '../../src/testing/statements/tenants-in-plan.ts'
import { runJobs } from '../../src/workers/run-jobs.ts'
import { sweepInTurn } from '../../src/workers/sweep-deadlines.ts'
import { type BenchInstallation, openBench } from '../bench-installation.ts'
import { quantile, rounded } from '../quantiles.ts'

export type TenantsAsked = { readonly tenants: number; readonly mattersEach: number }

/** A round of the workers, and what one office notices of the others, with so many offices in the database. */
type At = {
  readonly tenants: number
  readonly openMs: number
  readonly listMs: number
  readonly sweepRoundMs: number
  readonly jobsRoundMs: number
}

const CONNECTIONS = 10
const ROOT = 'yuan'
const CLERK = 'clerk'

/**
 * So many offices in one database, each with a few matters. Measured at a tenth, a third and all of them: what a command and a list of one
 * office take must not grow with the others, and a round of the workers grows with their number and not faster. Every distinct
 * statement is held against PostgreSQL's plan: none reaches rows without naming its office, and none names two.
 */
export async function benchTenants({ tenants, mattersEach }: TenantsAsked, say: (note: string) => void) {
  const bench = await openBench('tenants', CONNECTIONS, false)
  const statements = new Map<string, Sent>()
  for (const pool of [bench.deps.pool, bench.deps.vault])
    watchStatements(pool, (sent) => {
      if (!statements.has(sent.text)) statements.set(sent.text, sent)
    })
  try {
    const ids = Array.from({ length: tenants }, (_, index) => `office-${String(index + 1).padStart(5, '0')}`)
    const stages = [...new Set([0.1, 0.33, 1].map((share) => Math.max(2, Math.round(tenants * share))))]
    const measured: At[] = []
    let made = 0
    for (const stage of stages) {
      for (; made < stage; made += 1) {
        const id = ids[made] as string
        await makeOffice(bench, id)
        for (let count = 0; count < mattersEach; count += 1) await open(bench, id)
      }
      say(`${made} offices`)
      measured.push(await measure(bench, ids.slice(0, made)))
    }
    const loose = await looseOf(bench, [...statements.values()])
    const [first, last] = [measured[0] as At, measured.at(-1) as At]
    return {
      figures: {
        tenants,
        matters: tenants * mattersEach,
        openMs: last.openMs,
        openMsRatioToTenth: rounded(last.openMs / first.openMs),
        listMs: last.listMs,
        listMsRatioToTenth: rounded(last.listMs / first.listMs),
        sweepRoundMs: last.sweepRoundMs,
        sweepMsATenant: rounded(last.sweepRoundMs / last.tenants),
        sweepMsATenantRatioToTenth: rounded(last.sweepRoundMs / last.tenants / (first.sweepRoundMs / first.tenants)),
        jobsMsATenant: rounded(last.jobsRoundMs / last.tenants),
        jobsMsATenantRatioToTenth: rounded(last.jobsRoundMs / last.tenants / (first.jobsRoundMs / first.tenants)),
        statements: statements.size,
        statementsOverTenants: loose.length,
      },
      measured,
      loose,
    }
  } finally {
    await bench.close()
  }
}

async function makeOffice({ database, deps }: BenchInstallation, tenant: string): Promise<void> {
  const at = deps.now()
  const { owner } = database
  await owner.query('insert into tenants (tenant, name, created_at) values ($1, $2, $3)', [
    tenant,
    { zh: tenant, en: tenant },
    at,
  ])
  await owner.query(`insert into units (tenant, id, path, kind, name) values ($1, $2, $3, 'centre', $4)`, [
    tenant,
    ROOT,
    `/${ROOT}/`,
    { zh: tenant, en: tenant },
  ])
  await owner.query('insert into people (tenant, id, name) values ($1, $2, $3)', [tenant, CLERK, '周示例'])
  await owner.query(
    `insert into posts (tenant, id, unit_id, title, roles, person_id, confirmed_person_id, confirmed_roles)
     values ($1, $2, $3, $4, $5, $2, $2, $5)`,
    [tenant, CLERK, ROOT, { zh: '受理岗', en: 'Intake' }, ['clerk']],
  )
}

const clerkOf = (tenant: string): Actor => ({
  ...systemActor(tenant),
  personId: CLERK,
  postId: CLERK,
  unitId: ROOT,
  unitPath: `/${ROOT}/`,
  roles: ['clerk'],
})

const FORM = { title: '路灯不亮', category: 'facility', description: '从桥头到三组有五盏不亮。', place: '三组' }

const open = ({ deps }: BenchInstallation, tenant: string) =>
  handleCommand(deps, {
    actor: clerkOf(tenant),
    command: { type: 'OpenMatter', procedure: 'report', channel: 'phone', unitId: ROOT, form: FORM },
  })

const SAMPLES = 60

async function measure(bench: BenchInstallation, tenants: readonly string[]): Promise<At> {
  await bench.database.owner.query('vacuum analyze')
  const { deps } = bench
  const opened: number[] = []
  const listed: number[] = []
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    // Spread over all of them: a rule book that was read a moment ago is another office's.
    const tenant = tenants[Math.floor((sample * tenants.length) / SAMPLES)] as string
    const { directory } = await deps.rulebooks.of(tenant)
    opened.push(await timed(() => open(bench, tenant)))
    const db = databaseFor(deps.pool, tenant)
    listed.push(await timed(() => listMatters(db, clerkOf(tenant), { limit: 50 }, directory)))
  }
  const sweepRoundMs = await timed(() =>
    sweepInTurn(deps, tenants, {
      isStopped: () => false,
      tell: (cause) => {
        throw cause
      },
    }),
  )
  const jobsRoundMs = await timed(async () => {
    for (const tenant of tenants) await runJobs(deps, tenant)
  })
  return {
    tenants: tenants.length,
    openMs: rounded(quantile(opened, 0.5)),
    listMs: rounded(quantile(listed, 0.5)),
    sweepRoundMs: rounded(sweepRoundMs),
    jobsRoundMs: rounded(jobsRoundMs),
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const at = performance.now()
  await work()
  return performance.now() - at
}

/** Statements that reach rows of no office in particular, or of two. */
async function looseOf({ database }: BenchInstallation, statements: readonly Sent[]): Promise<string[]> {
  const found: string[] = []
  for (const sent of statements) {
    const reach = await reachOf(database.owner, sent)
    if (reach && (reach.loose.length > 0 || reach.tenants.length > 1)) found.push(sent.text.slice(0, 200))
  }
  return found
}

/** For people. */
export const tenantsLines = ({ figures, measured }: Awaited<ReturnType<typeof benchTenants>>): string[] => [
  ...measured.map(
    ({ tenants, openMs, listMs, sweepRoundMs, jobsRoundMs }) =>
      `${String(tenants).padStart(6)} offices  open ${openMs} ms  list ${listMs} ms  sweep round ${sweepRoundMs} ms  jobs round ${jobsRoundMs} ms`,
  ),
  `${figures.statements} distinct statements, ${figures.statementsOverTenants} of them over more than one office`,
]
