import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { AnswerTextWish } from '../../domain/answer-texts/answer-text.ts'
import { unknownPlaceholders } from '../../domain/answer-texts/fill.ts'
import { personalKinds } from '../../domain/free-text/personal-data.ts'
import { present } from '../../domain/present.ts'
import { AnlanError, type Issue } from '../../domain/wording/errors.ts'
import {
  addAnswerText,
  changeAnswerText,
  listAnswerTexts,
  listTextVersions,
} from '../../storage/answer-texts/answer-texts.ts'
import { newId } from '../../storage/write/ids.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
import { valid } from '../request/valid.ts'
import { signIn } from '../sign-in/signed-in.ts'

const kind = z.string().min(1).max(60)
const wish = {
  title: z.string().trim().min(2).max(60),
  body: z.string().trim().min(2).max(3000),
  procedure: kind.optional(),
  category: kind.optional(),
}
const textQuery = z.strictObject({
  procedure: kind.optional(),
  category: kind.optional(),
  query: z.string().trim().min(1).max(60).optional(),
})
const newText = z.strictObject(wish)
const textChange = z.strictObject({ seenVersion: z.int().min(1), ...wish })
const removal = z.strictObject({ seenVersion: z.int().min(1) })
const one = z.object({ id: z.uuid() })

/** Words that an office answers with: kept by the unit, read by it and those below. */
export const answerTextRoutes = new Hono<OfficeEnv>()
  .get('/answer-texts', describe('listAnswerTexts'), signIn, valid('query', textQuery), async (c) => {
    const { query: words, ...rest } = c.req.valid('query')
    return answer(c, 'listAnswerTexts', await listAnswerTexts(c.var.db, c.var.actor, present({ ...rest, words })))
  })
  .post('/answer-texts', describe('addAnswerText'), signIn, valid('json', newText), async (c) => {
    const text = await sound(c, c.req.valid('json'))
    const writing = writingOf(c, newId(Date.parse(c.var.now)))
    await addAnswerText(c.var.db, c.var.actor, writing, text)
    return answer(c, 'addAnswerText', { id: writing.id })
  })
  .put(
    '/answer-texts/:id',
    describe('changeAnswerText'),
    signIn,
    valid('param', one),
    valid('json', textChange),
    async (c) => {
      const { seenVersion, ...given } = c.req.valid('json')
      const { id } = c.req.valid('param')
      const text = await sound(c, given)
      await changeAnswerText(c.var.db, c.var.actor, writingOf(c, id), { seenVersion, wish: text })
      return answer(c, 'changeAnswerText', { id })
    },
  )
  .post(
    '/answer-texts/:id/remove',
    describe('removeAnswerText'),
    signIn,
    valid('param', one),
    valid('json', removal),
    async (c) => {
      const { id } = c.req.valid('param')
      await changeAnswerText(c.var.db, c.var.actor, writingOf(c, id), c.req.valid('json'))
      return answer(c, 'removeAnswerText', { id })
    },
  )
  .get('/answer-texts/:id/versions', describe('listTextVersions'), signIn, valid('param', one), async (c) => {
    const { id } = c.req.valid('param')
    return answer(c, 'listTextVersions', await listTextVersions(c.var.db, c.var.actor, id))
  })

const writingOf = (c: Context<OfficeEnv>, id: string) => ({
  id,
  personName: c.var.signedIn.person.name,
  at: c.var.now,
})

type Given = { title: string; body: string; procedure?: string | undefined; category?: string | undefined }

/**
 * Words that stand in many answers name nobody, and their braces stand for something.
 * @throws AnlanError request-invalid
 */
async function sound(c: Context<OfficeEnv>, { title, body, procedure, category }: Given): Promise<AnswerTextWish> {
  const personal = Object.entries({ title, body }).flatMap(([field, words]): Issue[] => {
    const limit = personalKinds(words)
    return limit ? [{ field, rule: 'personal-data', limit }] : []
  })
  const [unknown] = unknownPlaceholders(body)
  const strange: Issue[] = unknown === undefined ? [] : [{ field: 'body', rule: 'not-an-option', limit: unknown }]
  const { procedures } = await c.var.deps.rulebooks.of(c.var.actor.tenant)
  const versions = procedures.filter(({ id }) => id === procedure)
  const isKind = procedure === undefined ? category === undefined : versions.length > 0
  const kinds: Issue[] = isKind ? [] : [{ field: 'procedure', rule: 'not-an-option' }]
  const issues = [...personal, ...strange, ...kinds]
  if (issues.length > 0) throw new AnlanError('request-invalid', { issues })
  return { title, body, ...present({ procedure, category }) }
}
