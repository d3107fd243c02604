import { hc } from 'hono/client'
import type { LinkType } from '../../domain/matter/link.ts'
import type { FileRef, FormValues } from '../../domain/procedure/form.ts'
import type { Post, Unit } from '../../domain/unit/unit.ts'
import type {
  ChainCheck,
  DuplicateView,
  KindCount,
  MatterPage,
  MatterView,
  SessionView,
  TodayView,
} from '../../domain/views/views.ts'
import type { Api } from '../../http/app.ts'
import { answer, keyed } from './answer.ts'
import type { OpenChannel } from './channels.ts'
import { newKey } from './new-key.ts'

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
export type BulkResult = {
  readonly done: readonly string[]
  readonly refused: readonly { readonly id: string; readonly title: string }[]
}
export type SavedView = { readonly id: string; readonly name: string; readonly query: string }
export type OpenedFields = { readonly values: FormValues; readonly closesAt: string }

/** Routes and their types are the server's own. */
const { api } = hc<Api>('/')

/** Who is signed in, in which post, and what time the server has. */
export const getSession = () => answer<SessionView>(api.session.$get())
/** Acts in another of one's posts from now on. */
export const switchPost = (postId: string) => answer<SessionView>(api.session.post.$post({ json: { postId } }))
/** Checks account and password and sets the session cookie. */
export const signIn = (username: string, password: string) =>
  answer<unknown>(api.auth['sign-in'].username.$post({ json: { username, password } }))
/** Ends the session. */
export const signOut = () => answer<unknown>(api.auth['sign-out'].$post())
/** Replaces the password and ends other sessions. */
export const changePassword = (currentPassword: string, newPassword: string) =>
  answer<unknown>(api.auth['change-password'].$post({ json: { currentPassword, newPassword } }))

/** Units and posts, for names and pickers. */
export const getDirectory = () =>
  answer<{ readonly units: readonly Unit[]; readonly posts: readonly Post[] }>(api.directory.$get())
/** What waits for me. */
export const getToday = () => answer<TodayView>(api.today.$get())
/** Open and all, per kind, under the filters of a list. */
export const getCounts = (filter: LedgerFilter) =>
  answer<readonly KindCount[]>(api.counts.$get({ query: present({ ...filter }) }))
/** One page of the ledger. */
export const getMatters = (filter: LedgerFilter, cursor: string | undefined, limit: number) =>
  answer<MatterPage>(api.matters.$get({ query: present({ ...filter, cursor, limit: String(limit) }) }))
/** One matter with its story. */
export const getMatter = (id: string) => answer<MatterView>(api.matters[':id'].$get({ param: { id } }))
/** Recomputes the chain of a matter's records. */
export const verifyMatter = (id: string) => answer<ChainCheck>(api.matters[':id'].verify.$post({ param: { id } }))

export type NewMatter = {
  readonly procedure: string
  readonly channel: OpenChannel
  readonly form: FormValues
}
/** Registers a matter. */
export const openMatter = (matter: NewMatter, key: string) =>
  answer<Opened>(api.matters.$post({ json: matter }, keyed(key)))
/** Takes a step; refused when somebody wrote since `seenVersion`. */
export const takeStep = (id: string, step: string, seenVersion: number, form: FormValues, key: string) =>
  answer<StepResult>(
    api.matters[':id'].steps[':step'].$post({ param: { id, step }, json: { seenVersion, form } }, keyed(key)),
  )
/** Urges several matters at once; each that refuses says why. */
export const urgeAll = (
  matters: readonly { readonly id: string; readonly seenVersion: number }[],
  form: FormValues,
  key: string,
) =>
  answer<BulkResult>(api.matters.bulk.steps.$post({ json: { step: 'urge', matters: [...matters], form } }, keyed(key)))
/** Opens personal fields for ten minutes; the reason is recorded. */
export const openFields = (id: string, fields: readonly string[], reason: string) =>
  answer<OpenedFields>(
    api.matters[':id'].fields.open.$post({ param: { id }, json: { fields: [...fields], reason } }, keyed(newKey())),
  )
/** Links a matter to another by its reference. */
export const addLink = (id: string, type: LinkType, reference: string) =>
  answer<unknown>(api.matters[':id'].links.$post({ param: { id }, json: { type, reference } }, keyed(newKey())))

export type DuplicateQuestion = {
  readonly procedure: string
  readonly title: string
  readonly description?: string
  readonly category?: string
  readonly placeUnitId?: string
  readonly place?: string
}
/** Matters that may be the same as one about to be registered. */
export const findDuplicates = (question: DuplicateQuestion) =>
  answer<readonly DuplicateView[]>(api.duplicates.$post({ json: question }))

/** My saved ledger filters. */
export const getSavedViews = () => answer<readonly SavedView[]>(api['saved-views'].$get())
/** Keeps a filter under a name. */
export const saveView = (name: string, query: string) =>
  answer<SavedView>(api['saved-views'].$post({ json: { name, query } }, keyed(newKey())))
/** Forgets a saved filter. */
export const removeView = (id: string) => answer<unknown>(api['saved-views'][':id'].$delete({ param: { id } }))

/** Where the bytes of a matter's file are. */
export const fileAddress = (matterId: string, { sha256 }: FileRef) => `/api/matters/${matterId}/files/${sha256}`

/** Without what is not set. */
const present = <T extends Record<string, string | undefined>>(query: T) =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== '')) as Record<
    string,
    string
  >
