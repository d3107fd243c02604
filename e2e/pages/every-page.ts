import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PROCEDURES } from '../../src/procedures/all.ts'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { faultsWideAndNarrow } from '../support/page-faults.ts'
import { DATA, enter, type Planted, plantMatters, TYPED } from '../support/planted-matters.ts'
import { plantSurvey } from '../support/planted-survey.ts'
import { putMap } from '../support/put-map.ts'
import { settled } from '../support/settled.ts'

const KINDS = [...new Set(PROCEDURES.map(({ id }) => id))]
const ADDRESSES = [
  '/',
  '/matters',
  `/matters?procedure=hazard&text=${encodeURIComponent(TYPED.hazard)}`,
  '/matters?procedure=dispute&level=low',
  '/matters/nothing',
  '/inbox',
  '/inbox?show=all',
  '/texts',
  '/account',
  '/bring-back',
  '/duty',
  '/map',
  '/warnings',
  '/warnings/panels/place%3Axiatang%3Areport%2Ffacility%3Aweek',
  '/overview',
  '/wall',
  '/compare?period=2026-Q1',
  '/compare?period=2026-Q1&indicator=on-time&unit=dongpu&measure=overdueOpen',
  '/compare?tab=signs',
  '/compare?tab=indicators',
  '/forecast',
  '/forecast?unit=dongpu&kind=hazard&weeks=4',
  '/counted?counted=open',
  '/counted?counted=overdue&kinds=hazard',
  '/map?counted=open&by=unit&show=rate',
  '/bulletins',
  '/returns',
  '/rules?part=calendar',
  '/nowhere',
  ...KINDS.flatMap((kind) => [`/rules?procedure=${kind}`, `/matters/new/${kind}`]),
]

/** Every page of the office in one language, wide and narrow: no barrier, and no word of the other language. */
export function lookAtEveryPage(locale: 'zh' | 'en'): void {
  let journey: JourneyServer
  let planted: Planted
  let desk: Page
  beforeAll(async () => {
    journey = await startJourneyServer()
    planted = await plantMatters(journey)
    await journey.account('administrator')
    await journey.account('leader', { firstPassword: true })
    desk = (await enter(journey, await journey.visit({ locale }), 'triage')).page
  })
  afterAll(() => journey?.stop())
  const look = async (page: Page, path: string) => {
    await page.goto(path)
    await settled(page)
    // What was drawn may have asked for more; a page that waits for ever has no barrier either.
    await settled(page)
    return faultsWideAndNarrow(page, locale, DATA)
  }

  test.each(ADDRESSES)('%s', async (path) => {
    expect(await look(desk, path)).toEqual([])
  })

  test.each(['hazard', 'dispute', 'report'] as const)('the page of a %s', async (kind) => {
    expect(await look(desk, `/matters/${planted[kind]}`)).toEqual([])
  })

  test('the sign-in page', async () => {
    expect(await look(await journey.visit({ locale }), '/')).toEqual([])
  })

  test('/transparency', async () => {
    expect(await look(await journey.visit({ locale }), '/transparency')).toEqual([])
  })

  test('the page that asks for a password of one’s own', async () => {
    const { page } = await enter(journey, await journey.visit({ locale }), 'leader')
    expect(await look(page, '/')).toEqual([])
  })

  test('the administrator’s pages', async () => {
    const { page } = await enter(journey, await journey.visit({ locale }), 'administrator')
    for (const part of ['units&unit=dongpu', 'people', 'signIn', 'imports', 'changes', 'jobs']) {
      expect(await look(page, `/admin?part=${part}`), part).toEqual([])
    }
  })

  test('a survey as it is written, while answers come and when it is taken in, and its page for residents', async () => {
    const survey = await plantSurvey(journey)
    const clerk = (await enter(journey, await journey.visit({ locale }), 'dongpu-clerk')).page
    expect(await look(clerk, survey.path), 'written').toEqual([])
    const address = await survey.open()
    expect(await look(clerk, survey.path), 'open').toEqual([])
    expect(await look(await journey.visit({ locale }), address), 'for residents').toEqual([])
    await survey.close()
    expect(await look(clerk, survey.path), 'taken in').toEqual([])
    expect(await look(desk, '/surveys'), 'the list').toEqual([])
  })

  test('the map, once it is put in', async () => {
    const { page } = await enter(journey, await journey.visit({ locale }), 'administrator')
    await putMap(journey, page)
    expect(await look(page, '/map?area=dongpu')).toEqual([])
    expect(await look(page, '/map?show=rate&unit=dongpu')).toEqual([])
  })

  test('no page made an error', () => {
    expect(journey.faults).toEqual([])
  })
}
