import { Hono } from 'hono'
import { z } from 'zod'
import { deleteSavedView, listSavedViews, saveView } from '../../storage/read/saved-views.ts'
import { newId } from '../../storage/write/ids.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
import { valid } from '../request/valid.ts'
import { signIn } from '../sign-in/signed-in.ts'

const viewBody = z.strictObject({ name: z.string().trim().min(1).max(60), query: z.string().max(2000) })

/** Filters of the ledger that somebody keeps under a name. */
export const savedViewRoutes = new Hono<OfficeEnv>()
  .get('/saved-views', describe('listSavedViews'), signIn, async (c) =>
    answer(c, 'listSavedViews', await listSavedViews(c.var.db, c.var.actor)),
  )
  .post('/saved-views', describe('saveView'), signIn, valid('json', viewBody), async (c) => {
    const { db, actor, now } = c.var
    const view = { id: newId(Date.parse(now)), ...c.req.valid('json') }
    return answer(c, 'saveView', await saveView(db, actor, view, now))
  })
  .delete(
    '/saved-views/:id',
    describe('deleteSavedView'),
    signIn,
    valid('param', z.object({ id: z.uuid() })),
    async (c) => {
      await deleteSavedView(c.var.db, c.var.actor, c.req.valid('param').id)
      return answer(c, 'deleteSavedView', { ok: true })
    },
  )
