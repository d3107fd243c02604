import { queryOptions } from '@tanstack/react-query'
import type { Block, BulletinKind, BulletinScope } from '../../../domain/bulletins/bulletin.ts'
import type { BulletinPeriod } from '../../../domain/bulletins/period.ts'
import { answer, keyed } from '../../client/answer.ts'
import { needDefinitions } from '../../client/definitions.ts'
import { newKey } from '../../client/new-key.ts'
import { api } from '../../client/server.ts'

const one = api.bulletins[':id']

export const bulletinsQuery = queryOptions({
  queryKey: ['bulletins'],
  queryFn: () => answer(api.bulletins.$get()),
})

/** A bulletin, with the words of the kinds it counts. */
export const bulletinQuery = (id: string) =>
  queryOptions({ queryKey: ['bulletins', id], queryFn: () => getBulletin(id) })

/** The bulletin as it stands now. */
export async function getBulletin(id: string) {
  const view = await answer(one.$get({ param: { id } }))
  await needDefinitions(view.scope.kinds.map((procedure) => ({ procedure })))
  return view
}

/** The matters behind one of its numbers. */
export const figureQuery = (id: string, code: string, page: number) =>
  queryOptions({
    queryKey: ['bulletins', id, 'figure', code, page],
    queryFn: async () => {
      const view = await answer(one.figures[':code'].$get({ param: { id, code }, query: { page: String(page) } }))
      await needDefinitions(view.rows.map(({ procedure, procedureVersion: version }) => ({ procedure, version })))
      return view
    },
  })

export const casesQuery = (id: string) =>
  queryOptions({ queryKey: ['bulletins', id, 'cases'], queryFn: () => answer(one.cases.$get({ param: { id } })) })

type Wish = { readonly scope: BulletinScope; readonly period: BulletinPeriod }
const wishOf = ({ scope, period }: Wish) => ({ period, scope: { unitId: scope.unitId, kinds: [...scope.kinds] } })

/** Begins a bulletin and counts its figures. */
export const addBulletin = (kind: BulletinKind, wish: Wish) =>
  answer(api.bulletins.$post({ json: { kind, ...wishOf(wish) } }, keyed(newKey())))

/** Keeps what was written since `seenVersion`. */
export const writeBulletin = (id: string, seenVersion: number, title: string, blocks: readonly Block[]) =>
  answer(one.$put({ param: { id }, json: { seenVersion, title, blocks: blocks.map(plain) } }))

const plain = ({ cases, ...block }: Block) => ({
  ...block,
  ...(cases ? { cases: cases.map((each) => ({ ...each })) } : {}),
})

/** Counts again, for another period or scope. */
export const recountBulletin = (id: string, seenVersion: number, wish: Wish) =>
  answer(one.recount.$post({ param: { id }, json: { seenVersion, ...wishOf(wish) } }))

type Act = (id: string, seenVersion: number) => Promise<{ readonly id: string }>
/** What is done with a bulletin as a whole. */
export const ACTS = {
  sign: (id, seenVersion) => answer(one.sign.$post({ param: { id }, json: { seenVersion } })),
  issue: (id, seenVersion) => answer(one.issue.$post({ param: { id }, json: { seenVersion } })),
  drop: (id, seenVersion) => answer(one.drop.$post({ param: { id }, json: { seenVersion } })),
  correct: (id) => answer(one.correct.$post({ param: { id } })),
} as const satisfies Record<string, Act>
