import { type Context, Hono } from 'hono'
import { personalKinds } from '../../domain/free-text/personal-data.ts'
import {
  allVersions,
  INDICATOR_KEEPERS,
  type IndicatorDefinition,
  mayKeepIndicators,
  versionFor,
} from '../../domain/indicators/definition.ts'
import { MEASURES } from '../../domain/indicators/measures.ts'
import { lastQuarter, namedPeriod, periodChoices } from '../../domain/indicators/named-period.ts'
import { PACKED_INDICATORS } from '../../domain/indicators/packs/all-packs.ts'
import { present } from '../../domain/present.ts'
import { dayOf } from '../../domain/time/time.ts'
import { AnlanError, type IssueRule } from '../../domain/wording/errors.ts'
import { csvLines } from '../../exchange/sheet/csv-text.ts'
import { ledgerBook } from '../../exchange/workbook/write/ledger-book.ts'
import { addCause, addIndicator, readCauses, readIndicators } from '../../storage/compare/indicator-store.ts'
import { newId } from '../../storage/write/ids.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import { sendFile } from '../readings/export-file.ts'
import type { OfficeEnv } from '../request/env.ts'
import { readsOf } from '../request/reads.ts'
import { valid } from '../request/valid.ts'
import { signIn } from '../sign-in/signed-in.ts'
import { behindOf } from './behind-of.ts'
import { compareOf } from './compare-of.ts'
import { behindAsked, causeSaid, compareAsked, newVersion, signsAsked, trial } from './compare-schemas.ts'
import type { Comparing } from './count-lines.ts'
import { exportTable } from './export-table.ts'
import { indicatorKinds } from './indicator-kinds.ts'
import { faultOf } from './lint-words.ts'
import { signsOf } from './signs-of.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const FIRST = 'on-time'

/** Units beside each other, indicator by indicator, in the order of the administration; and what the indicators are. */
export const compareRoutes = new Hono<OfficeEnv>()
  .get('/compare', describe('compareUnits'), signIn, valid('query', compareAsked), async (c) =>
    answer(c, 'compareUnits', await viewOf(c, c.req.valid('query'))),
  )
  .get('/compare/signs', describe('compareSigns'), signIn, valid('query', signsAsked), async (c) => {
    const comparing = await comparingOf(c)
    return answer(c, 'compareSigns', await signsOf(comparing, wishOf(c, c.req.valid('query'))))
  })
  .get('/compare/matters', describe('listCompared'), signIn, valid('query', behindAsked), async (c) => {
    const { sign, measure, indicator, line, page = 1, ...asked } = c.req.valid('query')
    const comparing = await comparingOf(c)
    const wish = wishOf(c, asked)
    const definition = sign ? undefined : await definitionOf(c, indicator, wish.period.to)
    const figure = sign
      ? { sign }
      : { measure: measure ?? 'closed', of: present({ kinds: definition?.kinds, by: definition?.by }) }
    return answer(c, 'listCompared', await behindOf(comparing, { ...wish, line, page, figure }))
  })
  .get('/compare/csv', describe('exportCompared'), signIn, valid('query', compareAsked), async (c) => {
    const { title, mark, headings, rows } = await tableOf(c, c.req.valid('query'))
    async function* lines() {
      yield headings
      for (const { cells } of rows) yield cells
      yield [mark]
    }
    return sendFile(c, { name: `${title}.csv`, type: 'text/csv; charset=utf-8', pieces: bytesOf(csvLines(lines())) })
  })
  .get('/compare/xlsx', describe('exportComparedBook'), signIn, valid('query', compareAsked), async (c) => {
    const { rows, kinds, ...book } = await tableOf(c, c.req.valid('query'))
    async function* each() {
      yield* rows
    }
    const pieces = ledgerBook({ ...book, kinds: [...kinds], rows: each() })
    return sendFile(c, { name: `${book.title}.xlsx`, type: XLSX, pieces })
  })
  .post('/compare/causes', describe('sayCause'), signIn, valid('json', causeSaid), async (c) => {
    const said = c.req.valid('json')
    const { actor, db } = c.var
    const { directory } = await comparingOf(c)
    const unit = directory.units[said.unitId]
    // A village does not speak for its township, nor anybody for the whole office.
    if (!unit || actor.unitId !== unit.id) throw new AnlanError('out-of-scope', { unitId: said.unitId })
    // It is read across the office and goes on into lessons: what a unit says names nobody.
    if (personalKinds(said.text)) throw refused('text', 'personal-data')
    await definitionOf(c, said.indicator, namedPeriod(said.period)?.to)
    const id = newId(Date.parse(c.var.now))
    await addCause(db, byOf(c), { id, ...said })
    return answer(c, 'sayCause', { id })
  })
  .get('/indicators', describe('listIndicators'), signIn, async (c) => {
    const today = dayOf(c.var.now)
    const { procedures } = await comparingOf(c)
    return answer(c, 'listIndicators', {
      mayKeep: await mayKeep(c),
      today,
      period: lastQuarter(today),
      periods: periodChoices(today),
      measures: Object.entries(MEASURES).map(([id, { title }]) => ({ id, title })),
      kinds: indicatorKinds(procedures).map(({ id, title }) => ({ id, title })),
      indicators: await versionsOf(c),
    })
  })
  .post('/indicators/trial', describe('tryIndicator'), signIn, valid('json', trial), async (c) => {
    const { period, ...given } = c.req.valid('json')
    await checkKinds(c, given)
    const [known] = (await versionsOf(c)).find(([each]) => each?.id === given.id) ?? []
    const effectiveFrom = dayOf(c.var.now)
    const definition = defined({ ...given, version: 1, effectiveFrom, ...present({ pack: known?.pack }) })
    const fault = faultOf(definition)
    if (fault) return answer(c, 'tryIndicator', { fault, lint: [], preview: null })
    const preview = await compareOf(await comparingOf(c), wishOf(c, present({ period })), definition)
    return answer(c, 'tryIndicator', { fault: null, lint: preview.lint, preview })
  })
  .post('/indicators', describe('addIndicatorVersion'), signIn, valid('json', newVersion), async (c) => {
    if (!(await mayKeep(c))) throw new AnlanError('not-allowed', { roles: INDICATOR_KEEPERS })
    const { seenVersion, ...given } = c.req.valid('json')
    await checkKinds(c, given)
    const [before] = (await versionsOf(c)).find(([each]) => each?.id === given.id) ?? []
    const version = before?.version ?? 0
    if (version !== seenVersion) throw new AnlanError('version-conflict', { version })
    // What was counted by an earlier version stays as it was told.
    if (before && given.effectiveFrom < dayOf(c.var.now)) throw refused('effectiveFrom', 'not-a-date')
    // Version 1 is that of a pack, or was never there.
    const definition = defined({ ...given, version: Math.max(2, version + 1), ...present({ pack: before?.pack }) })
    if (faultOf(definition)) throw refused('formula', 'wrong-form')
    await addIndicator(c.var.db, byOf(c), definition)
    return answer(c, 'addIndicatorVersion', { id: definition.id })
  })

type Given = Omit<IndicatorDefinition, 'pack' | 'range' | 'fewest' | 'kinds' | 'by'> & {
  readonly [K in 'pack' | 'range' | 'fewest' | 'kinds' | 'by']?: IndicatorDefinition[K] | undefined
}
const defined = ({ pack = 'own', range, fewest, kinds, by, ...rest }: Given): IndicatorDefinition => ({
  ...rest,
  pack,
  ...present({ range, fewest, kinds, by }),
})

type Asked = {
  readonly indicator?: string | undefined
  readonly period?: string | undefined
  readonly asOf?: string | undefined
  readonly unit?: string | undefined
}

const mayKeep = async ({ var: { actor, deps } }: Context<OfficeEnv>) =>
  mayKeepIndicators(actor, (await deps.rulebooks.of(actor.tenant)).directory)

/** @throws AnlanError request-invalid for kinds that are not counted */
async function checkKinds(
  { var: { actor, deps } }: Context<OfficeEnv>,
  { id, kinds = [] }: { readonly id: string; readonly kinds?: readonly string[] | undefined },
): Promise<void> {
  const known = indicatorKinds((await deps.rulebooks.of(actor.tenant)).procedures, id).map(({ id }) => id)
  const strange = kinds.find((kind) => !known.includes(kind))
  if (strange !== undefined) throw refused('kinds', 'not-an-option', strange)
}

const refused = (field: string, rule: IssueRule, limit?: string) =>
  new AnlanError('request-invalid', { issues: [{ field, rule, ...present({ limit }) }] })

const byOf = (c: Context<OfficeEnv>) => ({ tenant: c.var.actor.tenant, postId: c.var.actor.postId, at: c.var.now })

async function comparingOf(c: Context<OfficeEnv>): Promise<Comparing> {
  const { actor, deps, now } = c.var
  const { directory, procedures } = await deps.rulebooks.of(actor.tenant)
  return { db: c.req.method === 'GET' ? await readsOf(c) : c.var.db, actor, directory, procedures, now }
}

function wishOf(c: Context<OfficeEnv>, { period, asOf, unit }: Omit<Asked, 'indicator'>) {
  const named = namedPeriod(period ?? lastQuarter(dayOf(c.var.now)))
  if (!named) throw refused('period', 'wrong-form')
  return { unitId: unit ?? c.var.actor.unitId, period: named, asOf }
}

const versionsOf = async (c: Context<OfficeEnv>) =>
  allVersions(PACKED_INDICATORS, await readIndicators(c.var.db, c.var.actor.tenant))

/** The version that held for a period. @throws AnlanError not-found */
async function definitionOf(c: Context<OfficeEnv>, id = FIRST, day = dayOf(c.var.now)): Promise<IndicatorDefinition> {
  const versions = (await versionsOf(c)).find(([each]) => each?.id === id)
  const definition = versions && versionFor(versions, day)
  if (!definition) throw new AnlanError('not-found', { indicator: id })
  return definition
}

async function viewOf(c: Context<OfficeEnv>, { indicator, ...asked }: Asked) {
  const wish = wishOf(c, asked)
  const definition = await definitionOf(c, indicator, wish.period.to)
  const comparing = await comparingOf(c)
  const { directory, actor } = comparing
  const causes = await readCauses(comparing.db, actor.tenant, { indicator: definition.id, period: wish.period.name })
  const named = causes.map((cause) => ({ ...cause, by: directory.posts[cause.by]?.title[c.var.locale] ?? '' }))
  return compareOf(comparing, wish, definition, named)
}

async function tableOf(c: Context<OfficeEnv>, asked: Asked) {
  const { directory } = await comparingOf(c)
  return exportTable(await viewOf(c, asked), directory, c.var.locale)
}

async function* bytesOf(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const line of lines) yield Buffer.from(line)
}
