import { Hono } from 'hono'
import { readerOf } from '../public/reader.ts'
import type { Env } from '../request/env.ts'
import { calendarFeedRoutes } from './calendar/feed-routes.ts'
import { feedRoutes } from './feeds/feed-routes.ts'
import { open311Routes } from './open311/open311-routes.ts'
import { standardsPage } from './page/standards-page.ts'

/** The doors that speak standards of others, for programs that do not sign in, and the page that says which. */
export const standardsRoutes = new Hono<Env>()
  .route('/', calendarFeedRoutes)
  .route('/', open311Routes)
  .route('/', feedRoutes)
  .get('/standards', async (c) => c.html(standardsPage(await readerOf(c, '/standards'))))
