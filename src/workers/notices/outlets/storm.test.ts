import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handleCommand } from '../../../storage/write/handle.ts'
import { type TestCounty, testCounty } from '../../../testing/county.ts'
import { outletOf } from '../../../testing/outlets/given-outlet.ts'
import { plantNotices } from '../../../testing/outlets/plant-notices.ts'
import { type Receiver, receiver } from '../../../testing/outlets/receivers.ts'
import { actorOf, TEST_TENANT } from '../../../testing/people.ts'
import { deliverNotices } from '../deliver.ts'
import { createPostToOutlet } from './post-to-outlet.ts'

const NOTICES = 300
const BASE = 'https://anlan.example.cn'

let county: TestCounty
let storm: Receiver
/** Ids that the receiver took and worked through, as often as it did. */
const worked: string[] = []
const secret = `whsec_${randomBytes(32).toString('base64')}`

beforeAll(async () => {
  county = await testCounty()
  const tries = new Map<string, number>()
  storm = await receiver(({ headers, body }) => {
    new Webhook(secret).verify(body, headers)
    const id = headers['webhook-id'] ?? ''
    const attempt = (tries.get(id) ?? 0) + 1
    tries.set(id, attempt)
    // By its id a notice has one bad way to go first, and some have two.
    const way = Number.parseInt(id.slice(-2), 16) % 6
    if (attempt <= (way === 5 ? 2 : 1)) {
      if (way === 1) return { status: 500 }
      if (way === 2) return { status: 429, headers: { 'retry-after': '30' } }
      if (way === 3 && tries.size % 5 === 0) return 'hang'
      if (way === 4 || way === 5) {
        worked.push(id)
        return 'drop'
      }
    }
    worked.push(id)
    return { status: 204 }
  })
})
afterAll(async () => {
  await storm?.close()
  await county?.dispose()
})

test('notices go through a receiver that fails, hangs, asks to wait and goes away after taking them: none is lost, and a second one has the id of the first', async () => {
  await outletOf(county, 'storm', { kind: 'webhook', url: storm.url, secret })
  const open = {
    type: 'OpenMatter',
    procedure: 'tiny',
    channel: 'window',
    unitId: 'dongpu',
    form: { title: '一件' },
  } as const
  const { matter } = await handleCommand(county.deps, { actor: actorOf('dongpu-clerk'), command: open })
  const of = { tenant: TEST_TENANT, matterId: matter.id, postId: 'dongpu-clerk', at: county.deps.now() }
  await plantNotices(county.database.owner, of, NOTICES)
  const post = createPostToOutlet({ inside: ['127.0.0.1'], http: true }, BASE, 300)
  const round = () => deliverNotices(county.deps, TEST_TENANT, { baseUrl: BASE, post })
  const waiting = async () => {
    const { rows } = await county.database.owner.query<{ n: number }>(
      `select count(*)::int as n from deliveries where state <> 'sent'`,
    )
    return rows[0]?.n
  }
  let now = Date.parse(county.deps.now())
  do {
    // Two servers send at once, and time goes on.
    await Promise.all([round(), round()])
    now += 60_000
    county.setNow(new Date(now).toISOString())
  } while ((await waiting()) !== 0)
  const { rows } = await county.database.owner.query<{ id: string }>(`select id from deliveries where state = 'sent'`)
  expect(rows).toHaveLength(NOTICES)
  // Whoever keeps ids, as Standard Webhooks says, has each once.
  expect(new Set(worked)).toEqual(new Set(rows.map(({ id }) => id)))
  expect(worked.length).toBeGreaterThan(NOTICES)
})
