import { Hono } from 'hono'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { KindName } from '../../domain/views/views.ts'
import { levelNames } from '../../domain/wording/level-names.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
import { signIn } from '../sign-in/signed-in.ts'

/** Units and posts of the tenant, with the officials who hold them, and the kinds of matter. */
export const directoryRoutes = new Hono<OfficeEnv>().get('/directory', describe('getDirectory'), signIn, async (c) => {
  const { actor, deps } = c.var
  const { directory, procedures } = await deps.rulebooks.of(actor.tenant)
  return answer(c, 'getDirectory', {
    units: Object.values(directory.units),
    posts: Object.values(directory.posts),
    offices: Object.values(directory.offices ?? {}),
    kinds: newestKinds(procedures),
  })
})

/** Each kind once, by its newest version, in the order of the tabs. */
const newestKinds = (procedures: readonly Procedure[]): KindName[] =>
  [...new Map(procedures.map((procedure) => [procedure.id, procedure])).values()].map(
    ({ id, version, title, short, prefix, opening, record, exercise, forms }) => ({
      ...{ id, version, title, short, prefix, by: opening.by },
      ...(record && !record.work ? { isRecord: true } : {}),
      ...(exercise ? { isExercise: true } : {}),
      ...(Object.keys(levelNames({ forms })).length > 0 ? { levels: levelNames({ forms }) } : {}),
    }),
  )
