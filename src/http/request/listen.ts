import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { createApp } from '../app.ts'

/** Opens the port and answers until `close`, which lets running requests finish for a moment. */
export function listen(app: ReturnType<typeof createApp>, { host, port }: { host: string; port: number }) {
  return new Promise<{ port: number; close: () => Promise<void> }>((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, (info: AddressInfo) => {
      server.off('error', reject)
      resolve({ port: info.port, close })
    })
    server.once('error', reject)

    const close = () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        // Live lists hold their connection open for ever.
        setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 500).unref()
      })
  })
}
