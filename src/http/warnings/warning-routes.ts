import { type Context, Hono } from 'hono'
import { below } from '../../domain/counts/count-query.ts'
import { present } from '../../domain/present.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { addDays, type Day, dayOf, startOfDay } from '../../domain/time/time.ts'
import { familyParts, parseSeriesName, seriesName } from '../../domain/warnings/series-key.ts'
import { warningRecord } from '../../domain/warnings/warning-record.ts'
import type {
  PanelBackTest,
  PanelView,
  SeriesPoint,
  WarningBudgetView,
  WarningsView,
} from '../../domain/warnings/warning-view.ts'
import { familyText, nodeText } from '../../domain/warnings/warning-words.ts'
import { warningKindOf } from '../../domain/warnings/watched-kinds.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { wilsonInterval } from '../../statistics/wilson-interval.ts'
import { withTenant } from '../../storage/connection/connect.ts'
import { getTenant } from '../../storage/tenants/office-settings.ts'
import { familyNames, type LatestSeries, readFamilies, readSeries } from '../../storage/warnings/kept-judgements.ts'
import { readMark, type WarningMark } from '../../storage/warnings/marks.ts'
import { missedNights } from '../../storage/warnings/nights.ts'
import { type ReadWarning, readWarnings, recordNames } from '../../storage/warnings/read-warnings.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
import { valid } from '../request/valid.ts'
import { signIn } from '../sign-in/signed-in.ts'
import { cardOf, knownOf, nameOf, stageOf, verdictOf } from './warning-cards.ts'
import { onePanel, panelsAsked } from './warning-schemas.ts'

const YEAR_DAYS = 366
/** Weeks of a small picture. */
const SHOWN_WEEKS = 26
/** Ended ones that the page shows. */
const PAST_CARDS = 50

/** What counts of matters say, and what was made of it. */
export const warningRoutes = new Hono<OfficeEnv>()
  .get('/warnings', describe('listWarnings'), signIn, async (c) => {
    const { warnings, mark, rulebook } = await readAll(c)
    const names = warnings.map(({ matter }) => String(matter.fields['series'] ?? ''))
    const points = await seriesOf(c, names)
    const records = await recordNames(c.var.db, { actor: c.var.actor, directory: rulebook.directory }, recordsIn(names))
    const context = { actor: c.var.actor, rulebook, now: c.var.now, all: warnings, points, records }
    const open = warnings.filter(({ matter }) => matter.group !== 'done').reverse()
    const past = warnings.filter(({ matter }) => matter.group === 'done').slice(0, PAST_CARDS)
    const { tenant } = c.var.actor
    const yesterday = addDays(dayOf(c.var.now), -1)
    const isAhead = mark !== undefined && mark.judgedUntil > yesterday
    const until = mark && mark.judgedUntil < yesterday ? mark.judgedUntil : yesterday
    const view: WarningsView = {
      missed: await withTenant(c.var.deps.pool, tenant, (client) => missedNights(client, tenant, until)),
      series: { judged: mark?.judged ?? 0, tooLittleData: mark?.tooLittle ?? 0 },
      budget: await budgetOf(c, warnings, mark),
      record: warningRecord(warnings.map(knownOf), wilsonInterval),
      cards: [...open, ...past].flatMap((warning) => cardOf(warning, context) ?? []),
      ...present({
        judgedUntil: mark?.pastFrom ? mark.judgedUntil : undefined,
        clockAhead: isAhead ? (true as const) : undefined,
      }),
    }
    return answer(c, 'listWarnings', view)
  })
  .get('/warnings/panels', describe('listPanels'), signIn, valid('query', panelsAsked), async (c) => {
    const { subject, family } = c.req.valid('query')
    const { warnings, rulebook } = await readAll(c)
    const { tenant } = c.var.actor
    const { deps } = c.var
    const names = await withTenant(deps.pool, tenant, (client) => familyNames(client, tenant))
    const shown = family ?? names[0]
    const [found] = shown ? await withTenant(deps.pool, tenant, (client) => readFamilies(client, tenant, [shown])) : []
    const own = (found?.series ?? []).filter((each) => !subject || each.subject === subject)
    const records = await recordNames(
      c.var.db,
      { actor: c.var.actor, directory: rulebook.directory },
      own.filter((each) => !isUnitLike(each.subject)).map(({ of }) => of),
    )
    const sighted = { family: shown ?? '', directory: rulebook.directory, records, warnings }
    const inSight = own.filter((each) => isInSight(c, sighted, each))
    const order = new Map(Object.keys(rulebook.directory.units).map((id, at) => [id, at]))
    const rank = ({ of }: LatestSeries) => order.get(of) ?? Number.MAX_SAFE_INTEGER
    const kept = await seriesOf(
      c,
      inSight.map(({ subject: each, of }) => `${each}:${of}:${shown}:week`),
      found?.judgedOn,
    )
    const panels = inSight
      .sort((a, b) => a.subject.localeCompare(b.subject) || rank(a) - rank(b) || (a.of < b.of ? -1 : 1))
      .flatMap((each) => (found ? panelOf(each, found, { rulebook, records, warnings, kept }) : []))
    const next = shown === undefined ? undefined : names[names.indexOf(shown) + 1]
    return answer(c, 'listPanels', { panels, ...present({ next }) })
  })
  .get('/warnings/panels/:key', describe('getPanel'), signIn, valid('param', onePanel), async (c) => {
    const { key: name } = c.req.valid('param')
    const key = parseSeriesName(name)
    const { warnings, mark, rulebook } = await readAll(c, name)
    if (!key) throw new AnlanError('matter-not-found')
    const { tenant } = c.var.actor
    const [found] = await withTenant(c.var.deps.pool, tenant, (client) => readFamilies(client, tenant, [key.family]))
    const reader = { actor: c.var.actor, directory: rulebook.directory }
    const records = await recordNames(c.var.db, reader, isUnitLike(key.subject) ? [] : [key.of])
    const latest = found?.series.find(({ subject, of }) => subject === key.subject && of === key.of)
    if (
      !found ||
      !latest ||
      !isInSight(c, { family: key.family, directory: rulebook.directory, records, warnings }, latest)
    )
      throw new AnlanError('matter-not-found')
    const [panel] = panelOf(latest, found, { rulebook, records, warnings, kept: new Map() })
    if (!panel) throw new AnlanError('matter-not-found')
    const year = (await yearOf(c, name, mark)) ?? panel.points
    const view: PanelBackTest = {
      ...panel,
      key: name,
      step: key.step,
      points: year.slice(-SHOWN_WEEKS),
      year,
      warnings: warnings.map(({ matter }) => ({
        matterId: matter.id,
        reference: matter.reference,
        title: matter.title,
        name: nameOf(matter, { rulebook, records }),
        raisedOn: dayOf(matter.openedAt),
        since: String(matter.fields['since'] ?? ''),
        stage: stageOf(matter),
        ...present({ verdict: verdictOf(matter) }),
      })),
      alarmsInYear: year.filter(({ crossed }) => crossed).length,
      ...present({ threshold: thresholdIn(mark) }),
    }
    return answer(c, 'getPanel', view)
  })

type C = Context<OfficeEnv>

const isUnitLike = (subject: string) => subject === 'unit' || subject === 'place'

/** Those that are open or of the last year, in the reader's sight; of one series, where it is named. */
async function readAll(c: C, of?: string) {
  const { actor, deps, db, now } = c.var
  const rulebook = await deps.rulebooks.of(actor.tenant)
  const kind: Procedure | undefined = warningKindOf(rulebook.procedures)
  const since = startOfDay(addDays(dayOf(now), -YEAR_DAYS))
  const reader = { actor, directory: rulebook.directory }
  const warnings = kind ? await readWarnings(db, reader, { kind: kind.id, since, ...present({ of }) }) : []
  const mark = await withTenant(deps.pool, actor.tenant, (client) => readMark(client, actor.tenant))
  return { warnings, mark, rulebook }
}

const thresholdIn = (mark: WarningMark | undefined) =>
  mark?.logThreshold === null || mark?.logThreshold === undefined ? undefined : Math.exp(mark.logThreshold)

async function budgetOf(
  c: C,
  warnings: readonly ReadWarning[],
  mark: WarningMark | undefined,
): Promise<WarningBudgetView> {
  const { db, actor, now } = c.var
  const {
    warnings: { perMonth },
  } = await getTenant(db, actor.tenant)
  const today = dayOf(now)
  const month = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1
  const [year, last] = [today.slice(0, 4), month + 3]
  const from = `${year}-${String(month).padStart(2, '0')}-01`
  const next = last > 12 ? `${Number(year) + 1}-01-01` : `${year}-${String(last).padStart(2, '0')}-01`
  const raised = warnings.filter(({ matter }) => dayOf(matter.openedAt) >= from)
  return {
    perMonth,
    from,
    to: addDays(next, -1),
    allowed: perMonth * 3,
    raised: raised.length,
    falseAlarms: raised.filter(({ matter }) => verdictOf(matter) === 'notReal').length,
    ...present({ threshold: thresholdIn(mark), basis: mark?.basis ?? undefined }),
  }
}

/** The years that were drawn; with a day only those as of its end. */
async function seriesOf(c: C, names: readonly string[], on?: Day): Promise<Map<string, readonly SeriesPoint[]>> {
  const { deps, actor } = c.var
  if (names.length === 0) return new Map()
  const rows = await withTenant(deps.pool, actor.tenant, (client) => readSeries(client, actor.tenant, names))
  return new Map(rows.flatMap(({ name, points, judgedOn }) => (on && judgedOn !== on ? [] : [[name, points] as const])))
}

/** The year as of the last night; drawn now where it was not, else as of an earlier one. */
async function yearOf(c: C, name: string, mark: WarningMark | undefined) {
  const { deps, actor } = c.var
  const drawn = (await seriesOf(c, [name], mark?.judgedUntil)).get(name)
  if (drawn) return drawn
  const now = await deps.drawYear?.(actor.tenant, name).catch((cause: Error) => {
    deps.log({ level: 'error', where: 'warnings', message: cause.message })
    return undefined
  })
  return now && now.length > 0 ? now : (await seriesOf(c, [name])).get(name)
}

const recordsIn = (names: readonly string[]) =>
  names.flatMap((name) => {
    const key = parseSeriesName(name)
    return key && !isUnitLike(key.subject) ? [key.of] : []
  })

/**
 * Units of one's own line. What lies in a place or is about a record may be with units elsewhere, and a week with one matter would give
 * it away: so these are for who sees all, and for who has a warning about it to judge.
 */
function isInSight(
  { var: { actor } }: C,
  { family, directory, records, warnings }: Sighted,
  { subject, of }: Pick<LatestSeries, 'subject' | 'of'>,
): boolean {
  if (isUnitLike(subject) ? !below(directory, actor.unitId)(of) : records[of] === undefined) return false
  if (subject === 'unit' || directory.units[actor.unitId]?.parentId === undefined) return true
  return warnings.some(({ matter }) => String(matter.fields['series'] ?? '').startsWith(`${subject}:${of}:${family}:`))
}

type Sighted = Pick<PanelContext, 'records' | 'warnings'> & {
  readonly family: string
  readonly directory: Parameters<typeof below>[0]
}

type PanelContext = {
  readonly rulebook: Awaited<ReturnType<typeof readAll>>['rulebook']
  readonly records: Readonly<Record<string, string>>
  readonly warnings: readonly ReadWarning[]
  /** Years as of the night of the list. */
  readonly kept: ReadonlyMap<string, readonly SeriesPoint[]>
}

function panelOf(
  { subject, of, counts, expected, upper, p }: LatestSeries,
  { family, judgedOn }: { readonly family: string; readonly judgedOn: string },
  { rulebook, records, warnings, kept }: PanelContext,
): PanelView[] {
  const key = parseSeriesName(`${subject}:${of}:${family}:week`)
  if (!key) return []
  const name = seriesName(key)
  const open = warnings.find(({ matter }) => matter.group !== 'done' && matter.fields['series'] === name)?.matter
  const first = addDays(judgedOn, -7 * counts.length + 1)
  const { kind, category } = familyParts(family)
  return [
    {
      key: name,
      subject: key.subject,
      step: key.step,
      of: nodeText(of, rulebook.directory, records),
      what: familyText(family, rulebook.procedures),
      kind,
      points:
        kept.get(name)?.slice(-SHOWN_WEEKS) ??
        counts.map((observed, week) => {
          const isLast = week === counts.length - 1
          return {
            day: addDays(first, 7 * week),
            observed,
            expected: isLast ? expected : null,
            upper: isLast ? upper : null,
            p: isLast ? p : null,
            crossed: isLast && upper !== null && observed > upper,
          }
        }),
      ...present({
        category,
        unitId: isUnitLike(subject) ? of : undefined,
        tooLittleData: expected === null ? (true as const) : undefined,
        open: open && { matterId: open.id, reference: open.reference, state: open.state },
      }),
    },
  ]
}
