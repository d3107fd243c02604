import type { FileRef, FormValues } from '../../domain/form.ts'
import type { LinkType } from '../../domain/link.ts'
import type { Channel } from '../../domain/matter.ts'
import type { Post, Unit } from '../../domain/unit.ts'
import type { ChainCheck, DuplicateView, KindCount, MatterPage, MatterView, SessionView, TodayView } from '../../domain/views.ts'
import { request } from './request.ts'

/** The ledger's questions, as they stand in the address. */
export type LedgerFilter = {
  readonly procedure?: string | undefined
  readonly group?: string | undefined
  readonly state?: string | undefined
  readonly unit?: string | undefined
  readonly place?: string | undefined
  readonly category?: string | undefined
  readonly level?: string | undefined
  readonly channel?: string | undefined
  readonly owner?: string | undefined
  readonly dueFrom?: string | undefined
  readonly dueTo?: string | undefined
  readonly overdue?: 'true' | undefined
  readonly text?: string | undefined
  readonly sort?: 'opened' | 'due' | undefined
}

export type Opened = { readonly id: string; readonly reference: string; readonly version: number }
export type StepResult = Opened & {
  readonly state: string
  readonly opened: readonly { readonly id: string; readonly reference: string; readonly procedure: string }[]
}
export type BulkResult = { readonly done: readonly string[]; readonly refused: readonly { readonly id: string; readonly title: string }[] }
export type SavedView = { readonly id: string; readonly name: string; readonly query: string }
export type OpenedFields = { readonly values: FormValues; readonly closesAt: string }

/** Who is signed in, in which post, and what time the server has. */
export const getSession = () => request<SessionView>('/api/session')
/** Acts in another of one's posts from now on. */
export const switchPost = (postId: string) => request<SessionView>('/api/session/post', { method: 'POST', body: { postId } })
/** Checks account and password and sets the session cookie. */
export const signIn = (username: string, password: string) =>
  request<unknown>('/api/auth/sign-in/username', { method: 'POST', body: { username, password } })
/** Ends the session. */
export const signOut = () => request<unknown>('/api/auth/sign-out', { method: 'POST', body: {} })
/** Replaces the password and ends other sessions. */
export const changePassword = (currentPassword: string, newPassword: string) =>
  request<unknown>('/api/auth/change-password', { method: 'POST', body: { currentPassword, newPassword, revokeOtherSessions: true } })

/** Units and posts, for names and pickers. */
export const getDirectory = () => request<{ readonly units: readonly Unit[]; readonly posts: readonly Post[] }>('/api/directory')
/** What waits for me. */
export const getToday = () => request<TodayView>('/api/today')
/** Open and all, per kind, in my scope. */
export const getCounts = () => request<readonly KindCount[]>('/api/counts')
/** One page of the ledger. */
export const getMatters = (filter: LedgerFilter, cursor: string | undefined, limit: number) =>
  request<MatterPage>('/api/matters', { query: { ...filter, cursor, limit } })
/** One matter with its story. */
export const getMatter = (id: string) => request<MatterView>(`/api/matters/${id}`)
/** Recomputes the chain of a matter's records. */
export const verifyMatter = (id: string) => request<ChainCheck>(`/api/matters/${id}/verify`, { method: 'POST', body: {} })

export type NewMatter = {
  readonly procedure: string
  readonly channel: Channel
  readonly unitId?: string
  readonly form: FormValues
  readonly links?: readonly { readonly type: LinkType; readonly reference: string }[]
}
/** Registers a matter. */
export const openMatter = (matter: NewMatter, key: string) => request<Opened>('/api/matters', { method: 'POST', body: matter, key })
/** Takes a step; refused when somebody wrote since `seenVersion`. */
export const takeStep = (id: string, step: string, seenVersion: number, form: FormValues, key: string) =>
  request<StepResult>(`/api/matters/${id}/steps/${step}`, { method: 'POST', body: { seenVersion, form }, key })
/** Urges several matters at once; each that refuses says why. */
export const urgeAll = (matters: readonly { readonly id: string; readonly seenVersion: number }[], form: FormValues, key: string) =>
  request<BulkResult>('/api/matters/bulk/steps', { method: 'POST', body: { step: 'urge', matters, form }, key })
/** Opens personal fields for ten minutes; the reason is recorded. */
export const openFields = (id: string, fields: readonly string[], reason: string) =>
  request<OpenedFields>(`/api/matters/${id}/fields/open`, { method: 'POST', body: { fields, reason }, key: crypto.randomUUID() })
/** Links a matter to another by its reference. */
export const addLink = (id: string, type: LinkType, reference: string, note: string) =>
  request<unknown>(`/api/matters/${id}/links`, { method: 'POST', body: { type, reference, ...(note ? { note } : {}) }, key: crypto.randomUUID() })

export type DuplicateQuestion = {
  readonly description?: string
  readonly procedure: string
  readonly title: string
  readonly category?: string
  readonly placeUnitId?: string
  readonly place?: string
}
/** Matters that may be the same as one about to be registered. */
export const findDuplicates = (question: DuplicateQuestion) =>
  request<readonly DuplicateView[]>('/api/duplicates', { method: 'POST', body: question })

/** My saved ledger filters. */
export const getSavedViews = () => request<readonly SavedView[]>('/api/saved-views')
/** Keeps a filter under a name. */
export const saveView = (name: string, query: string) =>
  request<SavedView>('/api/saved-views', { method: 'POST', body: { name, query }, key: crypto.randomUUID() })
/** Forgets a saved filter. */
export const removeView = (id: string) => request<unknown>(`/api/saved-views/${id}`, { method: 'DELETE' })

/** Where the bytes of a matter's file are. */
export const fileAddress = (matterId: string, { sha256 }: FileRef) => `/api/matters/${matterId}/files/${sha256}`
