import { Hono } from 'hono'
import { addPost, changePost, closePost, listAdminPosts } from '../../storage/admin/admin-posts.ts'
import { addUnit, changeUnit, closeUnit, listAdminUnits } from '../../storage/admin/admin-units.ts'
import { confirmHolder, listWaitingPosts } from '../../storage/admin/confirmations.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
import { valid } from '../request/valid.ts'
import { adminAct, shortId } from './act.ts'
import { because, confirmation, newPost, newUnit, postChange, unitChange } from './schemas.ts'

/** Units and posts. After each change the next decision reads them anew. */
export const structureRoutes = new Hono<OfficeEnv>()
  .get('/units', describe('listUnits'), async (c) =>
    answer(c, 'listUnits', await listAdminUnits(c.var.db, c.var.actor.tenant)),
  )
  .post('/units', describe('addUnit'), valid('json', newUnit), async (c) => {
    const id = shortId('u')
    const { reason, ...given } = c.req.valid('json')
    await addUnit(c.var.db, adminAct(c, reason), { id, ...given })
    c.var.deps.rulebooks.forget(c.var.actor.tenant)
    return answer(c, 'addUnit', { id })
  })
  .patch('/units/:id', describe('changeUnit'), valid('json', unitChange), async (c) => {
    const { reason, ...change } = c.req.valid('json')
    await changeUnit(c.var.db, adminAct(c, reason), c.req.param('id'), change)
    c.var.deps.rulebooks.forget(c.var.actor.tenant)
    return answer(c, 'changeUnit', { id: c.req.param('id') })
  })
  .post('/units/:id/close', describe('closeUnit'), valid('json', because), async (c) => {
    await closeUnit(c.var.db, adminAct(c, c.req.valid('json').reason), c.req.param('id'))
    c.var.deps.rulebooks.forget(c.var.actor.tenant)
    return answer(c, 'closeUnit', { id: c.req.param('id') })
  })
  .get('/posts', describe('listPosts'), async (c) =>
    answer(c, 'listPosts', await listAdminPosts(c.var.db, c.var.actor.tenant)),
  )
  .post('/posts', describe('addPost'), valid('json', newPost), async (c) => {
    const id = shortId('p')
    const { reason, ...given } = c.req.valid('json')
    await addPost(c.var.db, adminAct(c, reason), { id, ...given })
    c.var.deps.rulebooks.forget(c.var.actor.tenant)
    return answer(c, 'addPost', { id })
  })
  .patch('/posts/:id', describe('changePost'), valid('json', postChange), async (c) => {
    const { reason, ...change } = c.req.valid('json')
    await changePost(c.var.db, adminAct(c, reason), c.req.param('id'), change)
    c.var.deps.rulebooks.forget(c.var.actor.tenant)
    return answer(c, 'changePost', { id: c.req.param('id') })
  })
  .post('/posts/:id/close', describe('closePost'), valid('json', because), async (c) => {
    await closePost(c.var.db, adminAct(c, c.req.valid('json').reason), c.req.param('id'))
    c.var.deps.rulebooks.forget(c.var.actor.tenant)
    return answer(c, 'closePost', { id: c.req.param('id') })
  })
  .get('/waiting-posts', describe('listWaitingPosts'), async (c) =>
    answer(c, 'listWaitingPosts', await listWaitingPosts(c.var.db, c.var.actor.tenant)),
  )
  .post('/posts/:id/confirm', describe('confirmHolder'), valid('json', confirmation), async (c) => {
    const { reason, ...seen } = c.req.valid('json')
    await confirmHolder(c.var.db, adminAct(c, reason), { postId: c.req.param('id'), ...seen })
    return answer(c, 'confirmHolder', { id: c.req.param('id') })
  })
