import { hc } from 'hono/client'
import type { Api } from '../../http/app.ts'
import { watchedFetch } from './connection.ts'

/** The server's routes; their types are the server's own. */
export const { api } = hc<Api>('/', { fetch: watchedFetch })
