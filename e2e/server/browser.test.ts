import { expect, test } from 'vitest'
import { launchBrowser } from '../../src/testing/chromium.ts'

test('a browser starts as whoever runs the tests, and shows Chinese text', async () => {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await page.setContent('<h1>清澜县</h1>')
    expect(await page.locator('h1').innerText()).toBe('清澜县')
  } finally {
    await browser.close()
  }
})
