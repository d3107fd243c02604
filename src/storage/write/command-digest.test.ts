import { createHash, createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '../../domain/matter/actor.ts'
import type { Command } from '../../domain/matter/command.ts'
import { canonicalJson } from '../../engine/record/canonical-json.ts'
import { type TestCounty, testCounty } from '../../testing/county.ts'
import { actorOf, TEST_TENANT } from '../../testing/people.ts'
import { commandDigest } from './command-digest.ts'
import { handleCommand } from './handle.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county?.dispose())

const clerk = actorOf('clerk')
const reported = (phone: string): Command => ({
  type: 'OpenMatter',
  procedure: 'tiny',
  channel: 'window',
  unitId: 'dongpu',
  form: { title: '路灯不亮', phone },
})
const PHONE = '00000001234'
/** Everybody who has the table knows how long a number is and can try them all; here ten thousand with the right one among them. */
const numbers = Array.from({ length: 10_000 }, (_, index) => String(index).padStart(11, '0'))

const rowOf = async (key: string) =>
  (await county.database.owner.query<Record<string, unknown>>('select * from commands where key = $1', [key])).rows[0]

describe('the hash of a used key’s command', () => {
  test('is found by trying numbers with the deployment key, and not with the database alone', async () => {
    const key = 'key-with-a-phone-number'
    const { matter } = await handleCommand(county.deps, { actor: clerk, key, command: reported(PHONE) })
    const digest = (await rowOf(key))?.['digest']
    const tried = (hash: (text: string, phone: string) => string) =>
      numbers.filter((phone) => {
        const { personId, postId } = clerk
        return hash(canonicalJson({ personId, postId, command: reported(phone) }), phone) === digest
      })
    expect(
      numbers.filter((phone) => commandDigest(county.deps.keys, { actor: clerk, command: reported(phone) }) === digest),
    ).toEqual([PHONE])
    const inDatabase = [key, matter.id, TEST_TENANT, 'k1', 'command', 'command-digest', '']
    expect(tried((text) => createHash('sha256').update(text).digest('hex'))).toEqual([])
    for (const known of inDatabase) {
      expect(tried((text) => createHmac('sha256', known).update(text).digest('hex'))).toEqual([])
      expect(tried((text) => createHash('sha256').update(`${known}\n${text}`).digest('hex'))).toEqual([])
    }
  })

  test('does not outlive the shredding of the matter', async () => {
    const key = 'key-before-shredding'
    const { matter } = await handleCommand(county.deps, { actor: clerk, key, command: reported(PHONE) })
    expect(await rowOf(key)).toMatchObject({ matter_id: matter.id })
    await handleCommand(county.deps, {
      actor: systemActor(TEST_TENANT),
      matterId: matter.id,
      command: { type: 'ShredFields', reason: '保存期满' },
    })
    expect(await rowOf(key)).toBeUndefined()
  })
})
