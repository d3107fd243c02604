import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PROCEDURES } from '../../src/procedures/all.ts'
import { runAnlan } from '../support/command.ts'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { signIn } from '../support/person.ts'
import { settled } from '../support/settled.ts'

/** The lines of docs/mission.md: what is asked, and what answers it. */
const LINES = readFileSync(new URL('../../docs/mission.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\| (asked|-)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, asked = '', , open = '']) => ({ asked, open: open.replaceAll('`', '') }))
const pages = LINES.filter(({ open }) => open.startsWith('/'))
const commands = LINES.filter(({ open }) => open.startsWith('anlan '))

let journey: JourneyServer
let office: Page
beforeAll(async () => {
  journey = await startJourneyServer()
  await journey.account('administrator')
  office = await journey.visit()
  await signIn(office, 'administrator')
  await settled(office)
})
afterAll(() => journey?.stop())

describe('what the office is asked', () => {
  test.each(pages)('$asked: $open', async ({ open }) => {
    const kind = new URL(open, journey.url).searchParams.get('procedure')
    if (kind) expect(PROCEDURES.map(({ id }) => id)).toContain(kind)
    await office.goto(open)
    await office.getByRole('heading', { level: 1 }).first().waitFor()
    expect(await office.getByText('没有这一页').count()).toBe(0)
    expect(journey.faults).toEqual([])
  })

  test.each(commands)('$asked: $open', async ({ open }) => {
    const ended = await runAnlan([...open.split(' ').slice(1), '--help'])
    expect(ended.code).toBe(0)
    expect(ended.out).toContain(open)
  })

  test('is answered, or says that it is not yet', () => {
    const others = LINES.filter((line) => !pages.includes(line) && !commands.includes(line))
    expect(new Set(others.map(({ open }) => open))).toEqual(new Set(['not yet']))
    expect(pages.length + commands.length).toBeGreaterThan(30)
  })

  test('names every kind of matter', () => {
    const named = pages.flatMap(({ open }) => new URL(open, journey.url).searchParams.get('procedure') ?? [])
    const matters = PROCEDURES.filter(({ record }) => !record).map(({ id }) => id)
    expect([...new Set(matters)].filter((id) => !named.includes(id))).toEqual([])
  })
})
