import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { InferRequestType } from 'hono/client'
import type { WaitingPost } from '../../../domain/views/admin-views.ts'
import { answer } from '../../client/answer.ts'
import { api } from '../../client/server.ts'

const REJECTED_ROWS = 50

const {
  units,
  posts,
  people,
  changes,
  jobs,
  backups,
  'dead-deliveries': mails,
  'import-batches': batches,
  'waiting-posts': waiting,
  'security-events': security,
} = api.admin

export const adminUnitsQuery = queryOptions({
  queryKey: ['admin', 'units'],
  queryFn: () => answer(units.$get()),
})
export const adminPostsQuery = queryOptions({
  queryKey: ['admin', 'posts'],
  queryFn: () => answer(posts.$get()),
})
export const adminPeopleQuery = queryOptions({
  queryKey: ['admin', 'people'],
  queryFn: () => answer(people.$get()),
})
export const adminChangesQuery = queryOptions({
  queryKey: ['admin', 'changes'],
  queryFn: () => answer(changes.$get()),
})
export const importBatchesQuery = queryOptions({
  queryKey: ['admin', 'imports'],
  queryFn: () => answer(batches.$get()),
})

export const waitingPostsQuery = queryOptions({
  queryKey: ['admin', 'waiting'],
  queryFn: () => answer(waiting.$get()),
})
export const securityEventsQuery = queryOptions({
  queryKey: ['admin', 'security'],
  queryFn: () => answer(security.$get({ query: {} })),
})
export const failingJobsQuery = queryOptions({
  queryKey: ['admin', 'jobs'],
  queryFn: () => answer(jobs.$get()),
})

export const backupsQuery = queryOptions({
  queryKey: ['admin', 'backups'],
  queryFn: () => answer(backups.$get()),
})

export const deadMailsQuery = queryOptions({
  queryKey: ['admin', 'dead-mails'],
  queryFn: () => answer(mails.$get()),
})

/** The rejected rows of one import, page after page. */
export const rejectedRowsQuery = (batchId: string) =>
  infiniteQueryOptions({
    queryKey: ['admin', 'rejected', batchId],
    queryFn: ({ pageParam }) =>
      answer(
        batches[':id'].rejected.$get({
          param: { id: batchId },
          query: { after: String(pageParam), limit: String(REJECTED_ROWS) },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next,
  })

type NewUnit = InferRequestType<typeof units.$post>['json']
type UnitChange = InferRequestType<(typeof units)[':id']['$patch']>['json']
type NewPost = InferRequestType<typeof posts.$post>['json']
type PostChange = InferRequestType<(typeof posts)[':id']['$patch']>['json']
type NewPerson = InferRequestType<typeof people.$post>['json']
type PersonChange = InferRequestType<(typeof people)[':id']['$patch']>['json']
type NewAccount = InferRequestType<(typeof people)[':id']['account']['$post']>['json']

/** Adds a unit below another. */
export const addUnit = (json: NewUnit) => answer(units.$post({ json }))
/** Changes a unit's name or kind. */
export const changeUnit = (id: string, json: UnitChange) => answer(units[':id'].$patch({ param: { id }, json }))
/** Closes a unit for a reason. */
export const closeUnit = (id: string, reason: string) =>
  answer(units[':id'].close.$post({ param: { id }, json: { reason } }))
/** Adds a post to a unit. */
export const addPost = (json: NewPost) => answer(posts.$post({ json }))
/** Changes a post's title, roles or holder. */
export const changePost = (id: string, json: PostChange) => answer(posts[':id'].$patch({ param: { id }, json }))
/** Closes a post for a reason. */
export const closePost = (id: string, reason: string) =>
  answer(posts[':id'].close.$post({ param: { id }, json: { reason } }))
/** Adds an official with an account; the answer is the only place where the password stands. */
export const addPerson = (json: NewPerson) => answer(people.$post({ json }))
/** Corrects an official's name. */
export const renamePerson = (id: string, json: PersonChange) => answer(people[':id'].$patch({ param: { id }, json }))
/** Lets an official leave. */
export const leavePerson = (id: string, reason: string) =>
  answer(people[':id'].leave.$post({ param: { id }, json: { reason } }))
/** Gives an official without an account one; the answer is the only place where the password stands. */
export const giveAccount = (id: string, json: NewAccount) =>
  answer(people[':id'].account.$post({ param: { id }, json }))
/** Gives a new one-time password. */
export const resetPassword = (id: string, reason: string) =>
  answer(people[':id']['reset-password'].$post({ param: { id }, json: { reason } }))
/** Ends all sessions of an official; the password stays. */
export const endPersonSessions = (id: string, reason: string) =>
  answer(people[':id']['end-sessions'].$post({ param: { id }, json: { reason } }))
/** Confirms, as the second person, that somebody holds a post with the roles that were shown. */
export const confirmHolder = ({ postId: id, personId, roles }: WaitingPost, reason: string) =>
  answer(posts[':id'].confirm.$post({ param: { id }, json: { personId, roles: [...roles], reason } }))
/** Lets a mail that was given up go out again. */
export const retryMail = (id: string) => answer(mails[':id'].retry.$post({ param: { id } }))
/** Lets work that failed run again at once. */
export const retryJob = (id: string) => answer(jobs[':id'].retry.$post({ param: { id } }))
