import type { Due } from '../../domain/procedure/deadline.ts'
import { dayOf } from '../../domain/time/time.ts'
import type { RecountPreview } from '../../domain/views/admin-views.ts'
import { type Locale, text } from '../../domain/wording/text.ts'
import { readEnvironment } from '../../server/environment.ts'
import type { StorageDeps } from '../../storage/deps.ts'
import { applyRecount } from '../../storage/recount/apply-recount.ts'
import { previewRecount } from '../../storage/recount/preview-recount.ts'
import type { Call } from '../shell/cli-command.ts'
import { EXIT, type ExitCode } from '../shell/exit-code.ts'
import { showProgress } from '../shell/progress.ts'
import { withInstallation } from '../shell/stop-signal.ts'
import { usageError } from '../shell/usage-error.ts'
import { wantedTenants } from '../shell/wanted-tenants.ts'

/** Shows which deadlines the calendar moves, or moves them. */
export async function runCalendar(call: Call): Promise<ExitCode> {
  const [what] = call.args
  if (what !== 'preview' && what !== 'apply')
    throw usageError(
      text(`calendar 没有“${what}”，有：preview、apply`, `calendar has no "${what}"; there are: preview, apply`),
    )
  return withInstallation(readEnvironment(process.env), { connections: 2, log: () => {} }, async ({ deps, owner }) => {
    const tenants = await wantedTenants(owner, call.value('tenant'))
    return what === 'preview' ? preview(deps, tenants, call) : apply(deps, tenants, call)
  })
}

async function preview(deps: StorageDeps, tenants: readonly string[], { locale, json }: Call): Promise<ExitCode> {
  const found: ({ tenant: string } & RecountPreview)[] = []
  for (const tenant of tenants) {
    const { calendar } = await deps.rulebooks.of(tenant)
    found.push({ tenant, ...(await previewRecount(deps, tenant, calendar)) })
  }
  console.log(json ? JSON.stringify({ tenants: found }) : found.map((each) => previewText(each, locale)).join('\n'))
  return EXIT.done
}

async function apply(deps: StorageDeps, tenants: readonly string[], { locale, json }: Call): Promise<ExitCode> {
  const done: { tenant: string; changed: number; failures: string[] }[] = []
  for (const tenant of tenants) {
    const progress = showProgress(locale === 'zh' ? `重算 ${tenant}` : `Counting ${tenant}`, 0, json)
    const { changed, failures } = await applyRecount(deps, tenant, undefined, undefined, progress.advance).finally(
      progress.finish,
    )
    done.push({ tenant, changed, failures: failures.map(({ message }) => message) })
  }
  console.log(
    json
      ? JSON.stringify({ tenants: done })
      : done
          .flatMap(({ tenant, changed, failures }) => [
            locale === 'zh' ? `${tenant}：重算了${changed}件` : `${tenant}: ${changed} matters counted again`,
            ...failures,
          ])
          .join('\n'),
  )
  return done.every(({ failures }) => failures.length === 0) ? EXIT.done : EXIT.findings
}

function previewText({ tenant, matters, first }: { tenant: string } & RecountPreview, locale: Locale): string {
  const zh = locale === 'zh'
  const head = zh
    ? `${tenant}：${matters}件事项的期限要重算`
    : `${tenant}: deadlines of ${matters} matters would change`
  const day = ({ dueOn, dueAt, provisional }: Due) =>
    (dueOn ?? dayOf(dueAt)) + (provisional ? (zh ? '（暂定）' : ' (provisional)') : '')
  const lines = first.flatMap(({ reference, clocks }) =>
    clocks.map(({ deadline, from, to }) => `  ${reference}  ${deadline}  ${day(from)} → ${day(to)}`),
  )
  const more = matters - first.length
  return [head, ...lines, ...(more > 0 ? [zh ? `  还有${more}件` : `  and ${more} more`] : [])].join('\n')
}
