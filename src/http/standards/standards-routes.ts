import { Hono } from 'hono'
import type { Env } from '../request/env.ts'
import { calendarFeedRoutes } from './calendar/feed-routes.ts'
import { open311Routes } from './open311/open311-routes.ts'

/** The doors that speak standards of others, for programs that do not sign in. */
export const standardsRoutes = new Hono<Env>().route('/', calendarFeedRoutes).route('/', open311Routes)
