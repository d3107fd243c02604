import type { SurveyView } from '../../src/domain/surveys/survey-view.ts'
import type { JourneyServer } from './journey-server.ts'
import { enter, TYPED } from './planted-matters.ts'

/** A survey of a township as its clerk writes it, and how its leader lets it out and takes it in. */
export async function plantSurvey(journey: JourneyServer) {
  for (const post of ['dongpu-clerk', 'dongpu-leader']) await journey.account(post)
  const writer = await enter(journey, await journey.visit(), 'dongpu-clerk')
  const leader = await enter(journey, await journey.visit(), 'dongpu-leader')
  const { id } = await writer.ask('/api/surveys', { kind: 'safety', title: TYPED.survey })
  const at = `/api/surveys/${id}`
  const read = async () => (await (await writer.page.request.get(at)).json()) as SurveyView
  const { content } = await read()
  const strata = content.strata.slice(0, 1).map(({ unitId }) => ({ unitId, households: 300, sample: 6 }))
  const data = { seenVersion: 1, content: { ...content, opensOn: journey.now().slice(0, 10), strata } }
  const headers = { 'idempotency-key': crypto.randomUUID(), origin: journey.url }
  const saved = await writer.page.request.put(at, { data, headers })
  if (!saved.ok()) throw new Error(`${at}: ${saved.status()} ${await saved.text()}`)
  return {
    path: `/surveys/${id}`,
    /** Lets it out; the address that stands on the paper. */
    open: async () => {
      await leader.ask(`${at}/open`, { seenVersion: 2 })
      return new URL((await read()).address).pathname
    },
    /** Everybody asked answers, then it is taken in. */
    close: async () => {
      const unitId = strata[0]?.unitId
      const { codes } = (await writer.ask(`${at}/codes`, { unitId })) as unknown as { codes: string[] }
      for (const code of codes) await writer.ask(`${at}/answers`, { code, ticked: { q1: ['5'], q3: ['fraud'] } })
      await leader.ask(`${at}/close`, { seenVersion: 3 })
    },
  }
}
