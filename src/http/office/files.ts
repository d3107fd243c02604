import { type Context, Hono } from 'hono'
import { nameByType } from '../../domain/procedure/file-kinds.ts'
import type { FileRef } from '../../domain/procedure/form.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { MAX_FILE_BYTES } from '../../storage/files/file-name.ts'
import { getMatter } from '../../storage/read/get-matter.ts'
import { recordReadings } from '../../storage/read/readings.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import { wholeBody } from '../request/body.ts'
import type { OfficeEnv } from '../request/env.ts'
import { sentFileName } from '../request/sent-file-name.ts'
import { signIn } from '../sign-in/signed-in.ts'

/** Types a browser may show by itself; everything else is downloaded, never run. */
const SHOWN = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf']

/** A file from outside must not act as a page of ours. Browsers show no PDF in a sandbox; their viewer is one itself. */
const policyFor = (type: string) =>
  type === 'application/pdf'
    ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
    : "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox"

/** Handing files in, and reading those of a matter one may see. */
export const fileRoutes = new Hono<OfficeEnv>()
  .post('/files', describe('uploadFile'), signIn, async (c) => {
    const { actor, now, deps } = c.var
    const bytes = await wholeBody(c, MAX_FILE_BYTES).catch(tooLargeAsFile)
    const by = { tenant: actor.tenant, uploader: actor.personId }
    return answer(c, 'uploadFile', await deps.files.put(by, sentFileName(c), bytes, now))
  })
  .get('/matters/:id/files/:sha256', describe('readFile'), signIn, async (c) => {
    const { actor, db, deps, now } = c.var
    const rulebook = await deps.rulebooks.of(actor.tenant)
    const { matter } = await getMatter(db, actor, c.req.param('id'), rulebook)
    const file = matter.files.find(({ sha256 }) => sha256 === c.req.param('sha256'))
    if (!file) throw new AnlanError('not-found')
    await recordReadings(db, [matter], { actor, what: 'file', now }, rulebook.directory)
    // Asked for again each time, so that who may no longer see the matter, or sits down after, does not see it from the cache.
    c.header('cache-control', 'private, no-cache')
    c.header('etag', tagOf(file))
    // With a 304, too: browsers put its headers on what they keep.
    c.set('policy', policyFor(file.type))
    if (c.req.header('if-none-match') === tagOf(file)) return c.body(null, 304)
    const bytes = await deps.files.get(actor.tenant, file.sha256).catch((cause: Error) => {
      // Its time of keeping was over; the record still says that there was one. Else nobody but the disk has lost it.
      if (!(cause instanceof AnlanError) || cause.code !== 'not-found') throw cause
      throw new AnlanError(matter.shreddedAt ? 'field-shredded' : 'file-damaged', { sha256: file.sha256 })
    })
    return fileAnswer(c, file, bytes)
  })

/** The door speaks of a body; people hand in a file. */
function tooLargeAsFile(cause: Error): never {
  const isTooLarge = cause instanceof AnlanError && JSON.stringify(cause.details).includes('"too-large"')
  throw isTooLarge ? new AnlanError('file-refused', { rule: 'too-large', limit: MAX_FILE_BYTES }) : cause
}

const tagOf = ({ sha256 }: FileRef) => `"${sha256}"`

function fileAnswer(c: Context<OfficeEnv>, { name, type }: FileRef, bytes: Buffer): Response {
  const disposition = SHOWN.includes(type) ? 'inline' : 'attachment'
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': type,
    'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(nameByType(name, type))}`,
  })
}
