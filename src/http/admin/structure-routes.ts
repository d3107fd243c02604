import { Hono } from 'hono'
import { addPost, changePost, closePost, listAdminPosts } from '../../storage/admin/admin-posts.ts'
import { addUnit, changeUnit, closeUnit, listAdminUnits } from '../../storage/admin/admin-units.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
import { valid } from '../request/valid.ts'
import { adminAct, shortId } from './act.ts'
import { closing, newPost, newUnit, postChange, unitChange } from './schemas.ts'

/** Units and posts. After each change the next decision reads them anew. */
export const structureRoutes = new Hono<OfficeEnv>()
  .get('/units', describe('listUnits'), async (c) =>
    answer(c, 'listUnits', await listAdminUnits(c.var.db, c.var.actor.tenant)),
  )
  .post('/units', describe('addUnit'), valid('json', newUnit), async (c) => {
    const id = shortId('u')
    await addUnit(c.var.db, adminAct(c), { id, ...c.req.valid('json') })
    c.var.deps.rulebooks.forget(c.var.actor.tenant)
    return answer(c, 'addUnit', { id })
  })
  .patch('/units/:id', describe('changeUnit'), valid('json', unitChange), async (c) => {
    await changeUnit(c.var.db, adminAct(c), c.req.param('id'), c.req.valid('json'))
    c.var.deps.rulebooks.forget(c.var.actor.tenant)
    return answer(c, 'changeUnit', { id: c.req.param('id') })
  })
  .post('/units/:id/close', describe('closeUnit'), valid('json', closing), async (c) => {
    await closeUnit(c.var.db, adminAct(c), c.req.param('id'), c.req.valid('json').reason)
    c.var.deps.rulebooks.forget(c.var.actor.tenant)
    return answer(c, 'closeUnit', { id: c.req.param('id') })
  })
  .get('/posts', describe('listPosts'), async (c) =>
    answer(c, 'listPosts', await listAdminPosts(c.var.db, c.var.actor.tenant)),
  )
  .post('/posts', describe('addPost'), valid('json', newPost), async (c) => {
    const id = shortId('p')
    await addPost(c.var.db, adminAct(c), { id, ...c.req.valid('json') })
    c.var.deps.rulebooks.forget(c.var.actor.tenant)
    return answer(c, 'addPost', { id })
  })
  .patch('/posts/:id', describe('changePost'), valid('json', postChange), async (c) => {
    await changePost(c.var.db, adminAct(c), c.req.param('id'), c.req.valid('json'))
    c.var.deps.rulebooks.forget(c.var.actor.tenant)
    return answer(c, 'changePost', { id: c.req.param('id') })
  })
  .post('/posts/:id/close', describe('closePost'), valid('json', closing), async (c) => {
    await closePost(c.var.db, adminAct(c), c.req.param('id'), c.req.valid('json').reason)
    c.var.deps.rulebooks.forget(c.var.actor.tenant)
    return answer(c, 'closePost', { id: c.req.param('id') })
  })
