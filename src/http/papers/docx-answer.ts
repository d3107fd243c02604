import type { Context } from 'hono'
import type { OfficeEnv } from '../request/env.ts'

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A .docx to be kept by the reader, and by nothing in between. */
export function docxAnswer(c: Context<OfficeEnv>, docx: Uint8Array, name: string): Response {
  return c.body(new Uint8Array(docx), 200, {
    'content-type': DOCX,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name.replace(/[/\\:*?"<>|]/g, '_'))}`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
}
