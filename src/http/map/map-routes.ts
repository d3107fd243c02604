import { Hono } from 'hono'
import { z } from 'zod'
import { MOST_MAP_BYTES } from '../../domain/map/map-area.ts'
import { present } from '../../domain/present.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { matchAreas } from '../../exchange/geojson/match-areas.ts'
import { readShapes } from '../../exchange/geojson/read-shapes.ts'
import { isConfirmed } from '../../storage/admin/confirmations.ts'
import { safeFileName } from '../../storage/files/file-name.ts'
import { dropUpload, keepUpload, readUpload } from '../../storage/imports/ledger-uploads.ts'
import { readMap, writeMap } from '../../storage/map/map-areas.ts'
import { adminAct } from '../admin/act.ts'
import { whoAdministers } from '../admin/who-administers.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import { wholeBody } from '../request/body.ts'
import type { OfficeEnv } from '../request/env.ts'
import { sentFileName } from '../request/sent-file-name.ts'
import { valid } from '../request/valid.ts'
import { signIn } from '../sign-in/signed-in.ts'

const newMap = z.strictObject({
  file: z.uuid(),
  seenVersion: z.int().min(0),
  reason: z.string().trim().min(2).max(500),
})

/** Where the units of the office lie. Everybody in the office sees it; an administrator puts it in. */
export const mapRoutes = new Hono<OfficeEnv>()
  .get('/map', describe('getMap'), signIn, async (c) => {
    const { db, actor } = c.var
    const map = await readMap(db, actor.tenant)
    const mayChange = actor.roles.includes('administrator') && (await isConfirmed(db, actor, 'administrator'))
    return answer(c, 'getMap', { mayChange, ...present({ map }) })
  })
  .post('/map/files', describe('sendMap'), signIn, whoAdministers, async (c) => {
    const { deps, actor } = c.var
    const bytes = await wholeBody(c, MOST_MAP_BYTES)
    const { directory } = await deps.rulebooks.of(actor.tenant)
    const { report } = matchAreas(readShapes(bytes), directory)
    const name = safeFileName(sentFileName(c))
    return answer(c, 'sendMap', { id: await keepUpload(deps, actor, name, bytes), name, ...report })
  })
  .put('/map', describe('changeMap'), signIn, whoAdministers, valid('json', newMap), async (c) => {
    const { deps, actor, db } = c.var
    const { file, reason, seenVersion } = c.req.valid('json')
    const { name, bytes } = await readUpload(deps, actor, file)
    const { directory } = await deps.rulebooks.of(actor.tenant)
    const { areas } = matchAreas(readShapes(bytes), directory)
    if (areas.length === 0) throw new AnlanError('request-invalid', { issues: [{ field: 'file', rule: 'not-a-unit' }] })
    await writeMap(db, adminAct(c, reason), { seenVersion, fileName: name, areas })
    await dropUpload(deps, actor.tenant, file)
    return answer(c, 'changeMap', { id: 'map' })
  })
