import { type Context, Hono } from 'hono'
import { present } from '../../domain/present.ts'
import { dayOf } from '../../domain/time/time.ts'
import type { RecountState } from '../../domain/views/admin-views.ts'
import { withOverrides } from '../../engine/time/calendar.ts'
import { readDays } from '../../exchange/organisation/read-days.ts'
import { administer } from '../../storage/admin/admin-changes.ts'
import { changeEmblem, changeSettings, renameOffice } from '../../storage/admin/admin-office.ts'
import { agreeTie } from '../../storage/admin/office-ties.ts'
import { emblemOf } from '../../storage/files/emblem.ts'
import { askRecount, recountsNow } from '../../storage/recount/apply-recount.ts'
import { previewRecount } from '../../storage/recount/preview-recount.ts'
import { getTenant } from '../../storage/tenants/office-settings.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
import { valid } from '../request/valid.ts'
import { adminAct } from './act.ts'
import { mustBeLawful, mustBeOnTime, mustBeUnit, mustLeaveSome, mustWaitForConfirmation } from './office-checks.ts'
import * as schemas from './office-schemas.ts'

type Settings = Awaited<ReturnType<typeof getTenant>>

/** What the office sets for itself, one part at a time, each with its reason. */
export const officeRoutes = new Hono<OfficeEnv>()
  .get('/office', describe('getOffice'), async (c) => answer(c, 'getOffice', await officeOf(c)))
  .put('/office', describe('changeOffice'), valid('json', schemas.officeChange), async (c) => {
    const { reason, name, contact } = c.req.valid('json')
    const before = await officeOf(c)
    if (before.name.zh !== name.zh || before.name.en !== name.en)
      await renameOffice(c.var.db, adminAct(c, reason), name)
    const given = Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== undefined))
    await changeSettings(c.var.db, adminAct(c, reason), 'contact', () => given)
    return answer(c, 'changeOffice', await changed(c))
  })
  .put('/office/emblem', describe('changeEmblem'), valid('json', schemas.emblemChange), async (c) => {
    const { reason, picture } = c.req.valid('json')
    const emblem = picture === undefined ? undefined : await emblemOf(Buffer.from(picture, 'base64'))
    await changeEmblem(c.var.db, adminAct(c, reason), emblem)
    return answer(c, 'changeEmblem', await changed(c))
  })
  .put('/office/days', describe('changeDays'), valid('json', schemas.daysChange), async (c) => {
    const { reason, days } = c.req.valid('json')
    const byDate = new Map(days.map((day) => [day.date, day]))
    await changeSettings(c.var.db, adminAct(c, reason), 'calendarDays', () => [...byDate.values()].sort(byDay))
    return answer(c, 'changeDays', await recounting(c))
  })
  .post('/office/days/preview', describe('previewDays'), valid('json', schemas.daysPreview), async (c) => {
    const { deps, actor } = c.var
    const calendar = withOverrides(deps.rulebooks.calendar, c.req.valid('json').days)
    return answer(c, 'previewDays', await previewRecount(deps, actor.tenant, calendar))
  })
  .get('/office/recount', describe('getRecount'), async (c) => answer(c, 'getRecount', await recountState(c)))
  .post('/office/recount', describe('recount'), valid('json', schemas.why), async (c) => {
    const { reason } = c.req.valid('json')
    const written = {
      subject: 'office',
      subjectId: 'calendarDays',
      what: 'changed',
      after: { recounted: true },
    } as const
    await administer(c.var.db, adminAct(c, reason), async () => written)
    await recounting(c)
    return answer(c, 'recount', await recountState(c))
  })
  .post('/office/days', describe('takeDays'), valid('json', schemas.plainList), async (c) => {
    const { reason, csv } = c.req.valid('json')
    const { days, refused } = readDays(csv, reason)
    const read = new Set(days.map(({ date }) => date))
    await changeSettings(c.var.db, adminAct(c, reason), 'calendarDays', (before) =>
      [...before.filter(({ date }) => !read.has(date)), ...days].sort(byDay),
    )
    await recounting(c)
    return answer(c, 'takeDays', { added: days.length, refused })
  })
  .put('/office/lengths', describe('changeLength'), valid('json', schemas.lengthChange), async (c) => {
    const { reason, rule, length } = c.req.valid('json')
    mustBeLawful(c.var.deps.rulebooks.procedures, rule, length)
    await changeSettings(c.var.db, adminAct(c, reason), 'overrides', ({ [rule]: _, ...others }) =>
      length ? { ...others, [rule]: length } : others,
    )
    return answer(c, 'changeLength', await changed(c))
  })
  .put('/office/confirmations', describe('confirmRule'), valid('json', schemas.ruleConfirmation), async (c) => {
    const { reason, article } = c.req.valid('json')
    mustWaitForConfirmation(c.var.deps.rulebooks.procedures, article)
    const confirmation = { at: c.var.now, personName: c.var.signedIn.person.name, reason }
    await changeSettings(c.var.db, adminAct(c, reason), 'confirmed', (before) => ({
      ...before,
      [article]: confirmation,
    }))
    return answer(c, 'confirmRule', await changed(c))
  })
  .put('/office/channels', describe('changeChannels'), valid('json', schemas.channelsChange), async (c) => {
    const { reason, closed } = c.req.valid('json')
    await changeSettings(c.var.db, adminAct(c, reason), 'closedChannels', () => closed)
    return answer(c, 'changeChannels', await changed(c))
  })
  .put('/office/categories', describe('changeCategories'), valid('json', schemas.categoriesChange), async (c) => {
    const { reason, procedure, added, hidden } = c.req.valid('json')
    mustLeaveSome(c.var.deps.rulebooks.procedures, procedure, { added, hidden })
    await changeSettings(c.var.db, adminAct(c, reason), 'categories', (before) => ({
      ...before,
      // One that matters may have keeps its name for ever; it is hidden, not removed.
      [procedure]: { added: { ...before[procedure]?.added, ...added }, hidden },
    }))
    return answer(c, 'changeCategories', await changed(c))
  })
  .put('/office/numbering', describe('changeNumbering'), valid('json', schemas.numberingChange), async (c) => {
    const { reason, gapFree } = c.req.valid('json')
    await changeSettings(c.var.db, adminAct(c, reason), 'gapFree', () => gapFree)
    return answer(c, 'changeNumbering', await changed(c))
  })
  .put('/office/warnings', describe('changeWarnings'), valid('json', schemas.warningsChange), async (c) => {
    const { reason, perMonth, hour } = c.req.valid('json')
    await changeSettings(c.var.db, adminAct(c, reason), 'warnings', () => ({ perMonth, hour }))
    return answer(c, 'changeWarnings', await changed(c))
  })
  .put('/office/ties', describe('changeTie'), valid('json', schemas.tieChange), async (c) => {
    const { reason, ...agreement } = c.req.valid('json')
    const { directory } = await c.var.deps.rulebooks.of(c.var.actor.tenant)
    mustBeUnit(agreement.takesIn, directory)
    await agreeTie(c.var.db, c.var.deps.pool, adminAct(c, reason), agreement)
    c.var.deps.rulebooks.forget(agreement.other)
    return answer(c, 'changeTie', await changed(c))
  })
  .put('/office/schedules', describe('changeSchedule'), valid('json', schemas.scheduleChange), async (c) => {
    const { reason, schedule, choice } = c.req.valid('json')
    const own = choice && { ...present(choice), document: choice.document }
    const { directory } = await c.var.deps.rulebooks.of(c.var.actor.tenant)
    mustBeOnTime(c.var.deps.rulebooks.procedures, schedule, own, directory)
    const today = dayOf(c.var.now)
    await changeSettings(c.var.db, adminAct(c, reason), 'schedules', ({ [schedule]: before, ...others }) =>
      own ? { ...others, [schedule]: { since: before?.since ?? today, ...own } } : others,
    )
    return answer(c, 'changeSchedule', await changed(c))
  })

const officeOf = (c: Context<OfficeEnv>): Promise<Settings> => getTenant(c.var.db, c.var.actor.tenant)

/** The office as it is now; the next decision reads it anew. */
function changed(c: Context<OfficeEnv>): Promise<Settings> {
  c.var.deps.rulebooks.forget(c.var.actor.tenant)
  return officeOf(c)
}

/** After a change of days the running clocks follow, in the background. */
async function recounting(c: Context<OfficeEnv>): Promise<Settings> {
  await askRecount(c.var.deps, c.var.actor.tenant, c.var.now)
  return changed(c)
}

async function recountState(c: Context<OfficeEnv>): Promise<RecountState> {
  const { deps, actor } = c.var
  const { calendar } = await deps.rulebooks.of(actor.tenant)
  const preview = await previewRecount(deps, actor.tenant, calendar)
  return { ...preview, running: await recountsNow(deps, actor.tenant) }
}

const byDay = (a: { date: string }, b: { date: string }) => (a.date < b.date ? -1 : 1)
