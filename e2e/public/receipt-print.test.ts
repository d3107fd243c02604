import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'

let server: JourneyServer
beforeAll(async () => {
  server = await startJourneyServer()
})
afterAll(() => server?.stop())

/** Pages of a PDF as browsers write it. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0

test.each(['zh', 'en'] as const)('the receipt prints on one sheet of A5, in %s', async (locale) => {
  const page = await server.visit({ locale })
  await page.goto(`/public?lang=${locale}`)
  await page.fill(
    '#description',
    '青石村村口石桥的栏杆断了一截，大概两米，孩子上学都走这里，下雨天更危险，已经有人摔过',
  )
  await page.selectOption('#category', 'facility')
  await page.fill('#place', '青石村村口石桥')
  server.passes(1)
  await page.click('main button[type=submit].button')
  await page.waitForURL(/receipt/)
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false })
  if (process.env['ANLAN_KEEP_PICTURES'])
    await writeFile(`${process.env['ANLAN_KEEP_PICTURES']}/receipt-${locale}.pdf`, pdf)
  expect(pagesOf(pdf)).toBe(1)
})
