import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { LedgerFilter } from '../../domain/views/ledger-filter.ts'
import {
  type DuplicateQuestion,
  findDuplicates,
  getCameBack,
  getCounts,
  getCoverage,
  getDirectory,
  getInbox,
  getLearned,
  getMail,
  getMatter,
  getMatters,
  getSatisfaction,
  getSavedViews,
  getSession,
  getSheet,
  getToday,
  getUnread,
  getWatch,
  type InboxFilter,
} from './api.ts'
import { type Asked, needDefinitions } from './definitions.ts'

const FOUND_ROWS = 12
const PAGE_ROWS = 50
const MINUTE = 60_000

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: getSession,
  staleTime: 5 * MINUTE,
  retry: false,
})
export const watchQuery = queryOptions({ queryKey: ['admin', 'watch'], queryFn: getWatch })
export const directoryQuery = queryOptions({ queryKey: ['directory'], queryFn: getDirectory, staleTime: 10 * MINUTE })
export const unreadQuery = queryOptions({ queryKey: ['inbox', 'unread'], queryFn: getUnread })
export const mailQuery = queryOptions({ queryKey: ['mail'], queryFn: getMail })
export const todayQuery = queryOptions({ queryKey: ['today'], queryFn: readToday })
/** How many of each kind a filter leaves; no filter: all in sight. */
export const countsQuery = (filter: LedgerFilter = {}) =>
  queryOptions({ queryKey: ['counts', filter], queryFn: () => getCounts(filter) })
export const savedViewsQuery = queryOptions({ queryKey: ['saved-views'], queryFn: getSavedViews })
export const matterQuery = (id: string) => queryOptions({ queryKey: ['matter', id], queryFn: () => readMatter(id) })

/** Under the key of its matter, so that a step brings it up to date. */
export const coverageQuery = (id: string) =>
  queryOptions({ queryKey: ['matter', id, 'coverage'], queryFn: () => getCoverage(id) })

/** Lessons with where they were applied. */
export const learnedQuery = queryOptions({
  queryKey: ['matters', 'learned'],
  queryFn: async () => {
    const view = await getLearned()
    await needDefinitions(view.lessons)
    return view
  },
})
/** One lesson unit by unit, under the key of its matter. */
export const cameBackQuery = (id: string) =>
  queryOptions({
    queryKey: ['matter', id, 'came-back'],
    queryFn: async () => {
      const view = await getCameBack(id)
      await needDefinitions([{ procedure: view.kinds.checks }])
      return view
    },
  })

/** The ledger, page after page; there is no last row but the last. */
export const ledgerQuery = (filter: LedgerFilter) =>
  infiniteQueryOptions({
    queryKey: ['matters', filter],
    queryFn: ({ pageParam }) => readLedger(filter, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
  })

/** What I was told, page after page. */
export const inboxQuery = (filter: InboxFilter) =>
  infiniteQueryOptions({
    queryKey: ['inbox', 'page', filter],
    queryFn: ({ pageParam }) => getInbox({ ...filter, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
  })

/** The ledger of one kind as its definition lays it out. */
export const sheetQuery = (filter: LedgerFilter & { readonly procedure: string }) =>
  queryOptions({ queryKey: ['matters', 'sheet', filter], queryFn: () => getSheet(filter) })

/** What reporters said of the answers, by unit. */
export const satisfactionQuery = (asked: Parameters<typeof getSatisfaction>[0]) =>
  queryOptions({ queryKey: ['matters', 'satisfaction', asked], queryFn: () => getSatisfaction(asked) })

/** The first few matters under a filter, to pick one. */
export const foundQuery = (filter: LedgerFilter) =>
  queryOptions({
    queryKey: ['matters', 'found', filter],
    queryFn: async () => {
      const { rows } = await getMatters(filter, undefined, FOUND_ROWS)
      await needDefinitions(rows.map(asked))
      return rows
    },
  })

/** How many matters a filter leaves. */
export const countQuery = (filter: LedgerFilter) =>
  queryOptions({ queryKey: ['matters', 'count', filter], queryFn: () => getMatters(filter, undefined, 1) })

/** The definition of a kind, at its newest. */
export const definitionQuery = (procedure: string) =>
  queryOptions({
    queryKey: ['definition', procedure],
    queryFn: () => needDefinitions([{ procedure }]).then(() => procedure),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Matters that may be the same as one about to be registered. */
export const duplicatesQuery = (question: DuplicateQuestion | undefined) =>
  queryOptions({
    queryKey: ['duplicates', question],
    queryFn: async () => {
      const found = question ? await findDuplicates(question) : []
      await needDefinitions(found)
      return found
    },
    enabled: question !== undefined,
  })

// An answer comes with the definitions of the matters it speaks of, so that a page never shows a matter without its words.
async function readToday() {
  const today = await getToday()
  await needDefinitions([...today.work, ...today.turnedOverdue, ...today.sent, ...today.exercises].map(asked))
  return today
}

async function readLedger(filter: LedgerFilter, cursor: string | undefined) {
  const kind = filter.procedure ? [{ procedure: filter.procedure }] : []
  const [page] = await Promise.all([getMatters(filter, cursor, PAGE_ROWS), needDefinitions(kind)])
  await needDefinitions(page.rows.map(asked))
  return page
}

async function readMatter(id: string) {
  const view = await getMatter(id)
  const children = view.timeline.flatMap(({ child }) => child ?? [])
  await needDefinitions([asked(view.matter), ...view.links, ...children])
  return view
}

const asked = (matter: { readonly procedure: string; readonly procedureVersion: number }): Asked => ({
  procedure: matter.procedure,
  version: matter.procedureVersion,
})
