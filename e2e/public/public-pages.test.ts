import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publicWords } from '../../src/http/public/words/words.ts'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { faultsWideAndNarrow } from '../support/page-faults.ts'
import { report } from '../support/resident.ts'

const TOLD = { story: '村口路灯不亮，三天了', category: '公共设施', place: '下塘村巷口', area: '下塘村' }
/** What the resident typed; the first clause becomes the title. */
const TYPED = [TOLD.story, '村口路灯不亮', TOLD.place]
/** Names of headers, codes and standards. */
const STANDARD = [
  'UTC',
  'ISO 8601',
  'URL',
  'Idempotency-Key',
  'X-File-Name',
  'version-conflict',
  'CAP',
  'docx',
  'xlsx',
  'xlsm',
]
const PUBLIC_BYTES = 60_000

let journey: JourneyServer
let code: string
beforeAll(async () => {
  journey = await startJourneyServer()
  code = (await report(await journey.visit(), journey, TOLD)).replaceAll(/\W/g, '')
})
afterAll(() => journey?.stop())

describe.each(['zh', 'en'] as const)(
  'in %s, wide and narrow, no barrier and no word of the other language on',
  (locale) => {
    const words = publicWords(locale)
    let reader: Page
    beforeAll(async () => {
      reader = await journey.visit({ locale })
    })
    const look = () => faultsWideAndNarrow(reader, locale, TYPED)
    const send = async (button: string) => {
      journey.passes(1)
      await reader.getByRole('button', { name: button }).click()
    }

    test('the form, empty and refused', async () => {
      await reader.goto('/public')
      expect(await look()).toEqual([])
      await send(words.send)
      await reader.getByRole('alert').waitFor()
      expect(await look()).toEqual([])
    })

    test('the receipt', async () => {
      await reader.goto('/public')
      await reader.getByLabel(words.what).fill(TOLD.story)
      await reader.getByLabel(words.category).selectOption('facility')
      await reader.getByLabel(words.where).fill(TOLD.place)
      await send(words.send)
      await reader.getByRole('heading', { name: words.receivedTitle }).waitFor()
      expect(await look()).toEqual([])
    })

    test('the page that asks for a code, and what it says of a wrong one', async () => {
      await reader.goto('/public/track')
      expect(await look()).toEqual([])
      await reader.getByLabel(words.code).fill('7K42 MQ9F 3X')
      await reader.getByRole('button', { name: words.look }).click()
      await reader.getByText(words.codeWrong).first().waitFor()
      expect(await look()).toEqual([])
    })

    test('the report’s progress, adding, withdrawing', async () => {
      for (const path of ['', '/add', '/withdraw']) {
        await reader.goto(`/t/${code}${path}`)
        expect(await look(), path).toEqual([])
      }
      await send(words.withdraw)
      await reader.getByRole('alert').waitFor()
      expect(await look()).toEqual([])
    })

    test('a page that is not there', async () => {
      await reader.goto('/public/nowhere')
      expect(await look()).toEqual([])
    })

    test('large type', async () => {
      await reader.goto('/public?size=large')
      expect(await look()).toEqual([])
    })

    test('the description of the API', async () => {
      await reader.goto(`/docs?lang=${locale}`)
      expect(await faultsWideAndNarrow(reader, locale, STANDARD)).toEqual([])
    })
  },
)

test('a public page comes in 60 KB with all it needs, packed or not', async () => {
  const reader = await journey.visit()
  let bytes = 0
  reader.on('response', async (answer) => {
    bytes += (await answer.body()).byteLength
  })
  for (const path of ['/public', '/public/track', `/t/${code}`]) {
    bytes = 0
    await reader.goto(path, { waitUntil: 'networkidle' })
    expect(bytes, path).toBeLessThan(PUBLIC_BYTES)
  }
})

test('no public page made an error', () => {
  expect(journey.faults).toEqual([])
})
