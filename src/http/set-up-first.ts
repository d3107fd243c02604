import type { MiddlewareHandler } from 'hono'
import { html } from 'hono/html'
import { AnlanError } from '../domain/wording/errors.ts'
import { text } from '../domain/wording/text.ts'
import { withTenant } from '../storage/connection/connect.ts'
import type { Env } from './request/env.ts'

const TITLE = text('这里还没有设置好', 'This office is not set up yet')
const WHAT = text(
  '请管理员在服务器上运行下面的命令，回答几个问题，再刷新这一页：',
  'Its administrator runs this command on the server, answers a few questions, and reloads this page:',
)

/** Answered whatever is set up: whether the server is alive, and the description of its interface. */
const ALWAYS = ['/healthz', '/readyz', '/metrics', '/docs', '/openapi.json']

/** Until `anlan init` has made the office, every page says so and every call is refused. Asks the database no more once it is there. */
export function setUpFirst(): MiddlewareHandler<Env> {
  let isSetUp = false
  return async (c, next) => {
    if (isSetUp || ALWAYS.includes(c.req.path)) return next()
    const { pool, publicTenant } = c.var.deps
    const found = await withTenant(pool, publicTenant, (client) =>
      client.query('select 1 from tenants where tenant = $1', [publicTenant]),
    )
    isSetUp = found.rows.length > 0
    if (isSetUp) return next()
    if (c.req.path.startsWith('/api/')) throw new AnlanError('not-set-up')
    const { locale } = c.var
    const page = html`<!doctype html>
<html lang="${locale === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${TITLE[locale]}</title></head>
<body><main><h1>${TITLE[locale]}</h1><p>${WHAT[locale]}</p><pre>npx anlan init</pre></main></body>
</html>`
    return c.html(page, 503, { 'cache-control': 'no-store' })
  }
}
