import type { LinkType } from '../../domain/matter/link.ts'
import type { MailPreference } from '../../domain/notice/mail-preference.ts'
import type { NoticeKind } from '../../domain/notice/notice.ts'
import type { ChosenPurpose } from '../../domain/personal/opening-purpose.ts'
import type { FileRef, FormValues } from '../../domain/procedure/form.ts'
import type { LedgerFilter } from '../../domain/views/ledger-filter.ts'
import { answer, keyed } from './answer.ts'
import type { OpenChannel } from './channels.ts'
import { newKey } from './new-key.ts'
import { api } from './server.ts'

/** Who is signed in, in which post, and what time the server has. */
export const getSession = () => answer(api.session.$get())
/** Acts in another of one's posts from now on. */
export const switchPost = (postId: string) => answer(api.session.post.$post({ json: { postId } }))
/** Checks account and password and sets the session cookie. */
export const signIn = (username: string, password: string) =>
  answer(api.auth['sign-in'].username.$post({ json: { username, password } }))
/** Ends the session. */
export const signOut = () => answer(api.auth['sign-out'].$post())
/** Replaces the password and ends other sessions. */
export const changePassword = (currentPassword: string, newPassword: string) =>
  answer(api.auth['change-password'].$post({ json: { currentPassword, newPassword } }))

/** For administrators and auditors: holders that wait for a second person, and who opened more than allowed. */
export const getWatch = async () => ({
  waiting: await answer(api.admin['waiting-posts'].$get()),
  limited: await answer(api.admin['security-events'].$get({ query: { what: 'openingsLimited' } })),
})

export type InboxFilter = { readonly unread?: 'true'; readonly kind?: NoticeKind; readonly cursor?: string }
/** A page of what I was told. */
export const getInbox = (filter: InboxFilter) => answer(api.inbox.$get({ query: filter }))
/** How many notices are unread. */
export const getUnread = () => answer(api.inbox.unread.$get())
/** Notices that I have read, by id or all up to one. */
export const markRead = (which: { ids: string[] } | { upTo: string }) => answer(api.inbox.read.$post({ json: which }))

/** Whether and how I am told by mail. */
export const getMail = () => answer(api.inbox.mail.$get())
/** From now on I am told by mail like this. */
export const changeMail = (preference: MailPreference) =>
  answer(api.inbox.mail.$put({ json: { ...preference, reasons: preference.reasons && [...preference.reasons] } }))
/** Mails a code to the address that was given. */
export const sendMailCode = () => answer(api.inbox.mail.code.$post())
/** Gives the code back that was mailed. */
export const confirmMail = (code: string) => answer(api.inbox.mail.confirm.$post({ json: { code } }))
/** No more mails. */
export const stopMail = () => answer(api.inbox.mail.$delete())

/** Units and posts, for names and pickers. */
export const getDirectory = () => answer(api.directory.$get())
/** What waits for me. */
export const getToday = () => answer(api.today.$get())
/** Open and all, per kind, under the filters of a list. */
export const getCounts = (filter: LedgerFilter) => answer(api.counts.$get({ query: filter }))
/** One page of the ledger. */
export const getMatters = (filter: LedgerFilter, cursor: string | undefined, limit: number) =>
  answer(api.matters.$get({ query: { ...filter, cursor, limit: String(limit) } }))
/** The ledger of one kind as its definition lays it out. */
export const getSheet = (filter: LedgerFilter & { readonly procedure: string }) =>
  answer(api.sheet.$get({ query: filter }))
/** What reporters said of the answers, by unit. */
export const getSatisfaction = (
  query: Pick<LedgerFilter, 'openedFrom' | 'openedTo'> & { readonly procedure: string },
) => answer(api.satisfaction.$get({ query }))
/** One matter with its story. */
export const getMatter = (id: string) => answer(api.matters[':id'].$get({ param: { id } }))
/** How far a campaign has come, unit by unit. */
export const getCoverage = (id: string) => answer(api.matters[':id'].coverage.$get({ param: { id } }))
/** Lessons, where they were applied and what came back. */
export const getLearned = () => answer(api.lessons.$get())
/** One lesson, unit by unit. */
export const getCameBack = (id: string) => answer(api.matters[':id']['came-back'].$get({ param: { id } }))
/** Recomputes the chain of a matter's records. */
export const verifyMatter = (id: string) => answer(api.matters[':id'].verify.$post({ param: { id } }))

export type NewMatter = {
  readonly procedure: string
  readonly channel: OpenChannel
  readonly form: FormValues
}
/** Registers a matter. */
export const openMatter = (matter: NewMatter, key: string) => answer(api.matters.$post({ json: matter }, keyed(key)))
/** Takes a step; refused when somebody wrote since `seenVersion`. */
export const takeStep = (id: string, step: string, seenVersion: number, form: FormValues, key: string) =>
  answer(api.matters[':id'].steps[':step'].$post({ param: { id, step }, json: { seenVersion, form } }, keyed(key)))
/** Urges several matters at once; each that refuses says why. */
export const urgeAll = (
  matters: readonly { readonly id: string; readonly seenVersion: number }[],
  form: FormValues,
  key: string,
) => answer(api.matters.bulk.steps.$post({ json: { step: 'urge', matters: [...matters], form } }, keyed(key)))
/** Opens personal fields for ten minutes; purpose and reason are recorded. */
export const openFields = (id: string, fields: readonly string[], purpose: ChosenPurpose, reason: string) =>
  answer(
    api.matters[':id'].fields.open.$post(
      { param: { id }, json: { fields: [...fields], purpose, reason } },
      keyed(newKey()),
    ),
  )
/** Writes down what a person says against the record. */
export const addStatement = (id: string, text: string) =>
  answer(api.matters[':id'].statements.$post({ param: { id }, json: { text } }, keyed(newKey())))
/** What I opened in this matter a moment ago; nothing is open any more when `closesAt` has passed. */
export const getOpenedFields = (id: string) => answer(api.matters[':id'].fields.open.$get({ param: { id } }))
/** Gives the reporter a new code; the old one opens nothing any more. */
export const issueCode = (id: string, reason: string) =>
  answer(api.matters[':id'].code.$post({ param: { id }, json: { reason } }, keyed(newKey())))
/** Links a matter to another by its reference. */
export const addLink = (id: string, type: LinkType, reference: string) =>
  answer(api.matters[':id'].links.$post({ param: { id }, json: { type, reference } }, keyed(newKey())))

export type DuplicateQuestion = {
  /** The matter itself, once it is registered. */
  readonly matterId?: string
  readonly procedure: string
  readonly title: string
  readonly description?: string
  readonly category?: string
  readonly placeUnitId?: string
  readonly place?: string
}
/** Matters that may be the same as one that is, or is about to be, registered. */
export const findDuplicates = (question: DuplicateQuestion) => answer(api.duplicates.$post({ json: question }))

/** My saved ledger filters. */
export const getSavedViews = () => answer(api['saved-views'].$get())
/** Keeps a filter under a name. */
export const saveView = (name: string, query: string) =>
  answer(api['saved-views'].$post({ json: { name, query } }, keyed(newKey())))
/** Forgets a saved filter. */
export const removeView = (id: string) => answer(api['saved-views'][':id'].$delete({ param: { id } }))

/** Where the bytes of a matter's file are. */
export const fileAddress = (matterId: string, { sha256 }: FileRef) => `/api/matters/${matterId}/files/${sha256}`
