import { type Context, Hono } from 'hono'
import { present } from '../../domain/present.ts'
import { mayKeepReturns, maySignReturns } from '../../domain/returns/who-returns.ts'
import { dayOf } from '../../domain/time/time.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { askedTwice } from '../../engine/returns/asked-twice.ts'
import { kindsFor, mappingIssues } from '../../engine/returns/check-mapping.ts'
import { begunPeriods } from '../../engine/returns/return-periods.ts'
import { proposeCells } from '../../exchange/returns/propose-cells.ts'
import { type Blank, readBlank } from '../../exchange/returns/read-blank.ts'
import { refuseActive } from '../../imports/forms/refuse-active.ts'
import { confirmFiles } from '../../storage/files/uploads.ts'
import { dueReturns, fillRows } from '../../storage/returns/owed.ts'
import { latestFills } from '../../storage/returns/return-fills.ts'
import {
  addForm,
  changeForm,
  endForm,
  getForm,
  getOwnForm,
  type KeptForm,
  keepsForm,
  latestMappings,
  listForms,
  saveMapping,
} from '../../storage/returns/return-forms.ts'
import { newId } from '../../storage/write/ids.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
import { valid } from '../request/valid.ts'
import { signIn } from '../sign-in/signed-in.ts'
import { mappingWish, newReturn, oneReturn, returnChange, sheetQuery } from './return-schemas.ts'
import { whoReturns } from './who-returns.ts'

/** Bytes of a blank form. */
const MOST_BYTES = 2_000_000
/** Fillings that a page shows, and periods that may be filled. */
const SHOWN = { fills: 24, periods: 4, burden: 400 }
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Forms of superiors: kept, mapped once, and what they ask in all. */
export const returnRoutes = new Hono<OfficeEnv>()
  .get('/returns', describe('listReturns'), signIn, whoReturns, async (c) => {
    const { db, actor, deps, now } = c.var
    const rulebook = await deps.rulebooks.of(actor.tenant)
    const forms = await listForms(db, actor)
    const mappings = await latestMappings(db, actor.tenant, forms.map(idOf))
    const due = await dueReturns(db, actor.tenant, forms, rulebook, now)
    return answer(c, 'listReturns', {
      mayKeep: mayKeepReturns(actor),
      maySign: maySignReturns(actor),
      forms: forms.map((form) => ({
        ...shown(form),
        mapped: mappings.get(form.id)?.cells.length ?? 0,
        ...present({ due: due.find(({ formId }) => formId === form.id) }),
      })),
    })
  })
  .get('/returns/due', describe('listDueReturns'), signIn, whoReturns, async (c) => {
    const { db, actor, deps, now } = c.var
    const rulebook = await deps.rulebooks.of(actor.tenant)
    const forms = await listForms(db, actor)
    const mine = forms.filter((form) => form.postId === actor.postId || (maySignReturns(actor) && isOwn(form, c)))
    const due = await dueReturns(db, actor.tenant, mine, rulebook, now)
    // A signer is asked for what was checked; whoever fills it for everything that has not gone up.
    const waiting = due.filter(({ formId, fill }) => {
      const isFiller = mine.some(({ id, postId }) => id === formId && postId === actor.postId)
      return isFiller ? fill?.state !== 'signed' : fill?.state === 'checked'
    })
    return answer(c, 'listDueReturns', waiting)
  })
  .get('/returns/burden', describe('getBurden'), signIn, whoReturns, async (c) => {
    const { db, actor } = c.var
    const forms = await listForms(db, actor)
    const mappings = await latestMappings(db, actor.tenant, forms.map(idOf))
    const fills = await latestFills(db, actor.tenant, forms, SHOWN.burden)
    const rows = await fillRows(db, actor.tenant, fills)
    // What units of different superiors are asked is theirs to compare: twice is twice of one unit.
    const units = Map.groupBy(forms, ({ unitId }) => unitId)
    return answer(c, 'getBurden', {
      forms: forms.map(shown),
      rows: rows.map(({ period, version, bySystem, byHand, state }, at) => ({
        formId: fills[at]?.formId ?? '',
        period,
        version,
        bySystem,
        byHand,
        signed: state === 'signed',
      })),
      twice: [...units.values()].flatMap((own) =>
        askedTwice(own.map((form) => ({ form, cells: mappings.get(form.id)?.cells ?? [] }))),
      ),
    })
  })
  .post('/returns', describe('addReturn'), signIn, whoReturns, valid('json', newReturn), async (c) => {
    const { db, actor, now, deps } = c.var
    const { file, superior, dueDay, name, cycle } = c.req.valid('json')
    const by = { tenant: actor.tenant, uploader: actor.personId, held: [], now }
    const [kept] = await confirmFiles(db, by, [{ ...file, type: '', size: 0 }])
    if (!kept || kept.type !== EXCEL) throw new AnlanError('file-refused', { rule: 'type' })
    if (kept.size > MOST_BYTES) throw new AnlanError('file-refused', { rule: 'too-large', limit: MOST_BYTES })
    const bytes = await deps.files.get(actor.tenant, kept.sha256)
    await refuseActive(bytes)
    await readBlank(bytes)
    const id = newId(Date.parse(now))
    await addForm(db, actor, {
      id,
      name,
      superior: superior.name,
      cycle,
      fileName: kept.name,
      sha256: kept.sha256,
      addedAt: now,
      ...present({ dueDay: cycle === 'none' ? undefined : dueDay }),
    })
    return answer(c, 'addReturn', { id })
  })
  .get(
    '/returns/:id',
    describe('getReturn'),
    signIn,
    whoReturns,
    valid('param', oneReturn),
    valid('query', sheetQuery),
    async (c) => {
      const { db, actor, deps, now } = c.var
      const { procedures, directory } = await deps.rulebooks.of(actor.tenant)
      const form = await getForm(db, actor, c.req.valid('param').id)
      const mapping = (await latestMappings(db, actor.tenant, [form.id])).get(form.id)
      const { sheets, ...blank } = await blankOf(c, form, c.req.valid('query').sheet ?? mapping?.sheet)
      const fills = await latestFills(db, actor.tenant, [form], SHOWN.fills)
      const grounds = { procedures: kindsFor(procedures, actor), directory: within(directory, form.unitId) }
      const isMapped = mapping?.sheet === blank.sheet
      return answer(c, 'getReturn', {
        form: shown(form),
        mayKeep: keepsForm(actor, form) && !form.endedAt,
        sheets,
        blank,
        version: mapping?.version ?? 0,
        proposed: !isMapped,
        cells: isMapped ? mapping.cells : proposeCells(blank, grounds),
        fills: await fillRows(db, actor.tenant, fills),
        periods: begunPeriods(form.cycle, dayOf(now), SHOWN.periods),
      })
    },
  )
  .put(
    '/returns/:id/mapping',
    describe('mapReturn'),
    signIn,
    whoReturns,
    valid('param', oneReturn),
    valid('json', mappingWish),
    async (c) => {
      const { db, actor, deps, now } = c.var
      const { seenVersion, sheet, cells } = c.req.valid('json')
      const { procedures, directory } = await deps.rulebooks.of(actor.tenant)
      const form = await getOwnForm(db, actor, c.req.valid('param').id)
      const blank = await blankOf(c, form, sheet)
      const issues = mappingIssues(cells, { blank, procedures, directory, actor })
      if (issues.length > 0) throw new AnlanError('request-invalid', { issues })
      await saveMapping(db, actor, form.id, seenVersion, { sheet, cells, at: now })
      return answer(c, 'mapReturn', { id: form.id })
    },
  )
  .put(
    '/returns/:id',
    describe('changeReturn'),
    signIn,
    whoReturns,
    valid('param', oneReturn),
    valid('json', returnChange),
    async (c) => {
      const { id } = c.req.valid('param')
      const { superior, dueDay, ...rest } = c.req.valid('json')
      await changeForm(c.var.db, c.var.actor, id, { ...rest, superior: superior.name, ...present({ dueDay }) })
      return answer(c, 'changeReturn', { id })
    },
  )
  .post('/returns/:id/end', describe('endReturn'), signIn, whoReturns, valid('param', oneReturn), async (c) => {
    const { id } = c.req.valid('param')
    await endForm(c.var.db, c.var.actor, id, c.var.now)
    return answer(c, 'endReturn', { id })
  })

const idOf = ({ id }: KeptForm) => id
/** Where its bytes lie is nobody's business outside. */
const shown = ({ sha256: _, ...form }: KeptForm) => form
const isOwn = ({ unitId }: KeptForm, c: Context<OfficeEnv>) => unitId === c.var.actor.unitId

async function blankOf(c: Context<OfficeEnv>, { sha256 }: KeptForm, sheet: string | undefined): Promise<Blank> {
  return readBlank(await c.var.deps.files.get(c.var.actor.tenant, sha256), sheet)
}

/** The unit and those below it: a heading that names another is none of theirs to count. */
function within(directory: Directory, unitId: string): Directory {
  const path = directory.units[unitId]?.path ?? '?'
  const units = Object.entries(directory.units).filter(([, unit]) => unit.path.startsWith(path))
  return { ...directory, units: Object.fromEntries(units) }
}
