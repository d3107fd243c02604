import { type Context, Hono } from 'hono'
import { below } from '../../domain/counts/count-query.ts'
import {
  type CountRequest,
  figureOf,
  fitsDays,
  MOST_CELLS,
  queryOf,
  readCountRequest,
} from '../../domain/counts/count-request.ts'
import { toldCells } from '../../domain/counts/told-cells.ts'
import { dayOf } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { countCells, countedMatters, scopeOf } from '../../storage/counts/count-cells.ts'
import type { CountScope } from '../../storage/counts/count-rows.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
import { readsOf } from '../request/reads.ts'
import { valid } from '../request/valid.ts'
import { signIn } from '../sign-in/signed-in.ts'
import { countsAsked, mattersAsked } from './count-schemas.ts'

/** Matters on one page of the list behind a figure. */
const PAGE = 100

/** One counting operation for every figure, and the list behind each. */
export const countRoutes = new Hono<OfficeEnv>()
  .get('/counted', describe('countMatters'), signIn, valid('query', countsAsked), async (c) => {
    const { told, ...asked } = c.req.valid('query')
    const scope = await scopeFor(c)
    const query = queryOf(requestOf(c, asked, scope), c.var.now)
    const cells = await countCells(await readsOf(c), scope, query)
    if (cells.length > MOST_CELLS)
      throw new AnlanError('request-invalid', { issues: [{ field: 'by', rule: 'too-large', limit: MOST_CELLS }] })
    const { span, by, counted } = query
    return answer(c, 'countMatters', { span, by, counted, cells: told ? toldCells(cells, counted) : cells })
  })
  .get('/counted/matters', describe('listCounted'), signIn, valid('query', mattersAsked), async (c) => {
    const { page = 1, ...asked } = c.req.valid('query')
    const scope = await scopeFor(c)
    const query = figureOf(requestOf(c, asked, scope), c.var.now)
    const found = await countedMatters(await readsOf(c), scope, query, { page, limit: PAGE })
    return answer(c, 'listCounted', { span: query.span, counted: query.counted[0], page, ...found })
  })

const scopeFor = async (c: Context<OfficeEnv>): Promise<CountScope> =>
  scopeOf(c.var.actor, await c.var.deps.rulebooks.of(c.var.actor.tenant))

/** @throws AnlanError request-invalid for days out of order, and for kinds and units that are not known */
function requestOf(
  { var: { now } }: Context<OfficeEnv>,
  asked: Readonly<Record<string, string | undefined>>,
  { kinds, directory }: CountScope,
): CountRequest {
  const request = readCountRequest(asked)
  if (!request) throw new AnlanError('request-invalid', { issues: [{ field: 'counted', rule: 'required' }] })
  if (!fitsDays(request, dayOf(now)))
    throw new AnlanError('request-invalid', { issues: [{ field: 'from', rule: 'not-a-date' }] })
  const strange = request.kinds?.find((kind) => !kinds.includes(kind))
  if (strange !== undefined)
    throw new AnlanError('request-invalid', { issues: [{ field: 'kinds', rule: 'not-an-option', limit: strange }] })
  for (const [field, unit] of [['unit', request.unit] as const, ['place', request.place] as const])
    if (unit !== undefined && !below(directory, unit)(unit))
      throw new AnlanError('request-invalid', { issues: [{ field, rule: 'not-a-unit' }] })
  return request
}
