import { Hono } from 'hono'
import { z } from 'zod'
import { AnlanError } from '../../domain/wording/errors.ts'
import { mayHandOver } from '../../engine/hand-over/why-it-stays.ts'
import { startHandOver } from '../../storage/hand-over/hand-over.ts'
import { getHandOver } from '../../storage/hand-over/read-hand-overs.ts'
import { previewHandOver } from '../../storage/hand-over/seated-matters.ts'
import { hasTeam, readGaps, readTeam } from '../../storage/team/read-team.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
import { readsOf } from '../request/reads.ts'
import { valid } from '../request/valid.ts'
import { signIn } from '../sign-in/signed-in.ts'

const word = z.string().min(1).max(100)
const reason = z.string().trim().min(4).max(200)
const route = z.strictObject({ from: word, to: word })
const act = z.strictObject({ id: z.uuid(), from: word, to: word, reason })
const undo = z.strictObject({ id: z.uuid(), reason })

/** The posts that somebody oversees: their load, who stands in, where nobody is there, and what one hands over to another. */
export const teamRoutes = new Hono<OfficeEnv>()
  .get('/team', describe('getTeam'), signIn, async (c) => {
    const { actor, now, deps } = c.var
    if (!hasTeam(actor)) throw new AnlanError('not-allowed', { rule: 'team' })
    return answer(c, 'getTeam', await readTeam(await readsOf(c), actor, now, await deps.rulebooks.of(actor.tenant)))
  })
  .get('/team/gaps', describe('getGaps'), signIn, async (c) => {
    const { db, actor, deps } = c.var
    return answer(c, 'getGaps', { gaps: await readGaps(db, actor, await deps.rulebooks.of(actor.tenant)) })
  })
  .post('/hand-overs/preview', describe('previewHandOver'), signIn, valid('json', route), async (c) => {
    const { db, actor, now, deps } = c.var
    const rulebook = await deps.rulebooks.of(actor.tenant)
    const asked = c.req.valid('json')
    if (!mayHandOver(actor, asked.from, rulebook.directory)) throw new AnlanError('not-allowed', { rule: 'hand-over' })
    return answer(c, 'previewHandOver', await previewHandOver(db, actor, asked, rulebook, now))
  })
  .post('/hand-overs', describe('handOver'), signIn, valid('json', act), async (c) => {
    const { db, actor, now, deps } = c.var
    const rulebook = await deps.rulebooks.of(actor.tenant)
    const asked = c.req.valid('json')
    await startHandOver(db, actor, asked, rulebook, now)
    return answer(c, 'handOver', await getHandOver(db, actor, rulebook.directory, asked.id))
  })
  .get(
    '/hand-overs/:id',
    describe('getHandOver'),
    signIn,
    valid('param', z.strictObject({ id: z.uuid() })),
    async (c) => {
      const { db, actor, deps } = c.var
      const { directory } = await deps.rulebooks.of(actor.tenant)
      return answer(c, 'getHandOver', await getHandOver(db, actor, directory, c.req.valid('param').id))
    },
  )
  .post(
    '/hand-overs/:id/undo',
    describe('undoHandOver'),
    signIn,
    valid('param', z.strictObject({ id: z.uuid() })),
    valid('json', undo),
    async (c) => {
      const { db, actor, now, deps } = c.var
      const rulebook = await deps.rulebooks.of(actor.tenant)
      const { id, reason: why } = c.req.valid('json')
      const { id: undoes, from, to } = await getHandOver(db, actor, rulebook.directory, c.req.valid('param').id)
      await startHandOver(db, actor, { id, from: to, to: from, reason: why, undoes }, rulebook, now)
      return answer(c, 'undoHandOver', await getHandOver(db, actor, rulebook.directory, id))
    },
  )
