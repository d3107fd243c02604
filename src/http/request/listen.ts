import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { AnlanError } from '../../domain/wording/errors.ts'
import { type Text, text } from '../../domain/wording/text.ts'
import type { createApp } from '../app.ts'

/** Opens the port and answers until `close`, which lets running requests finish for a moment. */
export function listen(app: ReturnType<typeof createApp>, { host, port }: { host: string; port: number }) {
  return new Promise<{ port: number; close: () => Promise<void> }>((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, (info: AddressInfo) => {
      server.removeAllListeners('error')
      resolve({ port: info.port, close })
    })
    server.once('error', (cause: NodeJS.ErrnoException) => reject(inWords(cause, host, port)))

    const close = () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        // Live lists hold their connection open for ever.
        setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 500).unref()
      })
  })
}

/** Why a port could not be opened, and what to do; what the system says otherwise stays as it is. */
function inWords(cause: NodeJS.ErrnoException, host: string, port: number): Error {
  const words = WORDS[cause.code ?? '']?.(host, port)
  if (!words) return cause
  const issues = [{ field: cause.code === 'EADDRINUSE' || cause.code === 'EACCES' ? 'PORT' : 'HOST', rule: 'taken' }]
  return new AnlanError('request-invalid', { issues, text: words })
}

const WORDS: Readonly<Record<string, (host: string, port: number) => Text>> = {
  EADDRINUSE: (_, port) =>
    text(
      `端口${port}已经有程序在用，多半是安澜已经开着：在浏览器里打开看看。要另开一个，换个端口，例如 PORT=${port + 1}；要看是谁占着，运行 ss -ltnp 'sport = :${port}'`,
      `Port ${port} is in use, most likely by Anlan itself: open it in a browser. To run another one, take another port, e.g. PORT=${port + 1}; ss -ltnp 'sport = :${port}' tells who holds it`,
    ),
  EACCES: (_, port) =>
    text(
      `这个用户不能用端口${port}：1024以下的端口要管理员权限。用 8080 之类的，前面放一个代理（见 docs/operations.md）`,
      `This user may not open port ${port}: those below 1024 take root. Use one like 8080 behind a proxy (docs/operations.md)`,
    ),
  EADDRNOTAVAIL: (host) => text(`HOST=${host} 不是这台机器的地址`, `HOST=${host} is no address of this machine`),
  ENOTFOUND: (host) => text(`HOST=${host} 找不到`, `HOST=${host} is not known`),
}
