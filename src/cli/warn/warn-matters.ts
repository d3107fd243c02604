import { addDays, type Day, isDay } from '../../domain/time/time.ts'
import { type Locale, text } from '../../domain/wording/text.ts'
import { readEnvironment } from '../../server/environment.ts'
import { databaseFor } from '../../storage/connection/connect.ts'
import { getTenant } from '../../storage/tenants/office-settings.ts'
import { type NightSaid, nightOf } from '../../workers/warn/say-night.ts'
import { lastNight } from '../../workers/warn/warn-tenant.ts'
import type { Call } from '../shell/cli-command.ts'
import { EXIT, type ExitCode } from '../shell/exit-code.ts'
import { jsonLine, visible } from '../shell/plain-text.ts'
import { withInstallation } from '../shell/stop-signal.ts'
import { usageError } from '../shell/usage-error.ts'
import { wantedTenants } from '../shell/wanted-tenants.ts'
import { threadsOf } from './options.ts'

/** Every night is a judgement of all series: more than this many would take hours. */
const MOST_NIGHTS = 62

/** Judges the matters of a tenant as its worker does each night, and writes nothing. */
export function warnMatters(call: Call): Promise<ExitCode> {
  return withInstallation(readEnvironment(process.env), { connections: 4, log: () => {} }, async ({ deps, owner }) => {
    const [tenant = ''] = await wantedTenants(owner, call.value('tenant'))
    const { warnings } = await getTenant(databaseFor(deps.pool, tenant), tenant)
    const last = lastNight(deps.now(), warnings)
    for (const night of nightsOf(call.value('from'), call.value('to'), last)) {
      const said = await nightOf(deps, tenant, night, threadsOf(call))
      for (const line of call.json ? [jsonLine(said)] : linesOf(said, call.locale)) console.log(line)
    }
    return EXIT.done
  })
}

/** The nights asked for: the last one that is over unless others are named. @throws AnlanError request-invalid */
export function nightsOf(from: string | undefined, to: string | undefined, last: Day): Day[] {
  for (const [flag, day] of [['from', from] as const, ['to', to] as const])
    if (day !== undefined && !isDay(day))
      throw usageError(text(`--${flag} 要写 2026-01-31 这样的日期`, `--${flag} must be a date such as 2026-01-31`))
  const end = to ?? last
  const nights: Day[] = []
  for (let night = from ?? end; night <= end && nights.length <= MOST_NIGHTS; night = addDays(night, 1))
    nights.push(night)
  if (nights.length > 0 && nights.length <= MOST_NIGHTS && end <= last) return nights
  throw usageError(
    text(
      `--from 到 --to 要在 ${last} 以前（含当天），最多${MOST_NIGHTS}天`,
      `--from to --to must end by ${last} and hold ${MOST_NIGHTS} days at most`,
    ),
  )
}

function linesOf({ night, judged, tooLittle, threshold, basis, bursts }: NightSaid, locale: Locale): string[] {
  const level = threshold.toExponential(1)
  const zh = `${night}：判断了${judged}条序列，${tooLittle}条数据太少；p 低于 ${level} 才报`
  const en = `${night}: ${judged} series judged, ${tooLittle} with too little data; alarm below p = ${level} (${basis})`
  const none = locale === 'zh' ? '没有多得不寻常的' : 'Nothing is unusual'
  const said = bursts.map(
    ({ title, from, to }) => `· ${visible(title[locale])} (${from}${from === to ? '' : ` — ${to}`})`,
  )
  return [locale === 'zh' ? zh : en, ...(said.length > 0 ? said : [none])]
}
