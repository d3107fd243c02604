import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { systemActor } from '../../domain/matter/actor.ts'
import type { MatterView, SessionView } from '../../domain/views/views.ts'
import { handleCommand } from '../../storage/write/handle.ts'
import { bodyOf, json, type Send, type TestOffice, testOffice } from '../../testing/office.ts'
import { TEST_TENANT } from '../../testing/people.ts'
import { leaveProcedure } from '../../testing/procedures/leave-procedure.ts'

let office: TestOffice
beforeEach(async () => {
  await office?.dispose()
  office = await testOffice(undefined, [leaveProcedure])
})
afterAll(() => office?.dispose())

const setNow = (day: string, time = '09:00') => office.county.setNow(new Date(`${day}T${time}:00+08:00`).toISOString())
const sessionOf = async (send: Send) => bodyOf<SessionView>(await send('/api/session'))
const postsOf = async (postId: string) => (await sessionOf(await office.as(postId))).posts.map(({ id }) => id)

/** The holder of `postId`, acting in the post `as` that the session lets them switch to. */
async function acting(postId: string, as: string): Promise<Send> {
  const send = await office.as(postId)
  return (path, init) =>
    send(path, { ...init, headers: { ...Object.fromEntries(new Headers(init?.headers)), cookie: `anlan-post=${as}` } })
}
async function opened(send: Send, form: object, procedure = 'away', unitId = 'qinglan') {
  const body = await bodyOf<{ id: string }>(
    await send('/api/matters', json({ procedure, channel: 'window', unitId, form })),
  )
  return body.id
}
async function step(send: Send, id: string, name: string, form: object = {}) {
  const { matter } = await bodyOf<MatterView>(await send(`/api/matters/${id}`))
  return send(`/api/matters/${id}/steps/${name}`, json({ seenVersion: matter.version, form }))
}
const refusal = async (answer: Response) => {
  const { status, guard, rule, issues } = await bodyOf<Record<string, unknown>>(answer)
  return { status, guard, rule, issues }
}

/** The leave of a post with somebody who stands in, asked by the clerk and granted. */
async function onLeave(post: string, deputy: string | undefined, from: string, until: string) {
  const form = { title: '公出', post, from, until, ...(deputy ? { deputy } : {}) }
  const id = await opened(await office.as('clerk'), form)
  const command = { type: 'TakeStep', step: 'grant' } as const
  await handleCommand(office.deps, { actor: systemActor(TEST_TENANT), matterId: id, command })
  return id
}

describe('a deputy', () => {
  test('acts for a week and no longer, and the story says for whom', async () => {
    await onLeave('leader', 'triage', '2026-03-09', '2026-03-13')
    expect(await postsOf('triage')).toEqual(['triage'])
    const asLeader = await acting('triage', 'leader')
    setNow('2026-03-08', '23:59')
    expect((await sessionOf(asLeader)).post.id).toBe('triage')

    setNow('2026-03-09', '00:00')
    const { post } = await sessionOf(asLeader)
    expect(post).toMatchObject({
      id: 'leader',
      roles: ['leader'],
      standsIn: { until: '2026-03-13T16:00:00.000Z', ownPostId: 'triage', withheld: [] },
    })
    const other = await opened(await office.as('clerk'), {
      title: '休假',
      post: 'handler',
      from: '2026-03-10',
      until: '2026-03-10',
    })
    expect((await step(asLeader, other, 'grant')).status).toBe(200)
    const { timeline } = await bodyOf<MatterView>(await asLeader(`/api/matters/${other}`))
    expect(timeline.at(-1)).toMatchObject({ postId: 'leader', ownPostId: 'triage', personName: '吴范本' })

    setNow('2026-03-13', '23:59')
    expect((await sessionOf(asLeader)).post.id).toBe('leader')
    setNow('2026-03-14', '00:00')
    expect((await sessionOf(asLeader)).post.id).toBe('triage')
    expect(await postsOf('triage')).toEqual(['triage'])
    const late = await opened(await office.as('clerk'), {
      title: '休假',
      post: 'handler',
      from: '2026-03-16',
      until: '2026-03-16',
    })
    expect((await refusal(await step(asLeader, late, 'grant'))).status).toBe(403)
  })

  test('acts until another day once the leave is made shorter or longer, and no more once it is ended or another is named', async () => {
    const id = await onLeave('leader', 'triage', '2026-03-02', '2026-03-13')
    expect(await postsOf('triage')).toEqual(['triage', 'leader'])
    const clerk = await office.as('clerk')
    await step(clerk, id, 'change', { deputy: 'triage', until: '2026-03-03' })
    setNow('2026-03-04')
    expect(await postsOf('triage')).toEqual(['triage'])
    await step(clerk, id, 'change', { deputy: 'triage', until: '2026-03-05' })
    expect(await postsOf('triage')).toEqual(['triage', 'leader'])
    await step(clerk, id, 'change', { deputy: 'inspector', until: '2026-03-05' })
    expect(await postsOf('triage')).toEqual(['triage'])
    expect(await postsOf('inspector')).toEqual(['inspector', 'leader'])
    await step(await office.as('leader'), id, 'end')
    expect(await postsOf('inspector')).toEqual(['inspector'])
  })

  test('of somebody does not thereby act for whom that one stands in: one level only', async () => {
    await onLeave('leader', 'triage', '2026-03-02', '2026-03-13')
    await onLeave('triage', 'inspector', '2026-03-02', '2026-03-13')
    expect(await postsOf('inspector')).toEqual(['inspector', 'triage'])
  })

  test('must be another person, of the same unit or one above it', async () => {
    const form = { title: '公出', post: 'leader', from: '2026-03-09', until: '2026-03-13' }
    const ask = async (deputy: string) => {
      const body = { procedure: 'away', channel: 'window', unitId: 'qinglan', form: { ...form, deputy } }
      return (await refusal(await (await office.as('clerk'))('/api/matters', json(body)))).issues
    }
    expect(await ask('dongpu-leader')).toMatchObject([{ field: 'deputy', rule: 'not-in-line' }])
  })
})

describe('roles that a second person confirms', () => {
  const rolesOf = async (postId: string, as: string) => (await sessionOf(await acting(postId, as))).post

  test('come with standing in only for who is confirmed for them in a post of their own', async () => {
    await onLeave('triage', 'inspector', '2026-03-02', '2026-03-13')
    expect(await rolesOf('inspector', 'triage')).toMatchObject({
      roles: ['triageOfficer'],
      standsIn: { withheld: ['clerk'] },
    })
    await onLeave('triage', 'clerk', '2026-03-02', '2026-03-13')
    expect((await rolesOf('clerk', 'triage')).roles).toEqual(['triageOfficer', 'clerk'])
    await office.county.database.owner.query(
      `update posts set confirmed_person_id = null, confirmed_roles = '{}' where id = 'clerk'`,
    )
    expect((await rolesOf('clerk', 'triage')).roles).toEqual(['triageOfficer'])
  })

  test('are never administration and audit', async () => {
    await onLeave('administrator', 'auditor', '2026-03-02', '2026-03-13')
    await onLeave('auditor', 'administrator', '2026-03-02', '2026-03-13')
    expect((await rolesOf('auditor', 'administrator')).roles).toEqual([])
    expect((await rolesOf('administrator', 'auditor')).roles).toEqual([])
    expect((await (await acting('auditor', 'administrator'))('/api/admin/units')).status).toBe(403)
  })

  test('open who reported, in another’s post, only while the own one is confirmed', async () => {
    const clerk = await office.as('triage')
    const id = await opened(clerk, { title: '井盖缺失', reporter: '张示例' }, 'tiny')
    await onLeave('triage', 'clerk', '2026-03-02', '2026-03-13')
    const open = async () =>
      (await acting('clerk', 'triage'))(
        `/api/matters/${id}/fields/open`,
        json({ fields: ['reporter'], reason: '回访核实' }),
      )
    expect((await open()).status).toBe(200)
    await office.county.database.owner.query(
      `update posts set confirmed_person_id = null, confirmed_roles = '{}' where id = 'clerk'`,
    )
    expect((await open()).status).toBe(403)
  })
})

describe('what two persons must do, one does not do in two posts', () => {
  const handled = async (send: Send) => {
    const id = await opened(await office.as('clerk'), { title: '路灯不亮' }, 'tiny')
    expect((await step(send, id, 'handle', { done: '换了灯泡' })).status).toBe(200)
    return id
  }

  test('who handled it does not verify it for the verifier', async () => {
    const id = await handled(await office.as('handler'))
    await onLeave('verifier', 'handler', '2026-03-02', '2026-03-13')
    expect(await refusal(await step(await acting('handler', 'verifier'), id, 'close'))).toMatchObject({ status: 409 })
  })

  test('who handled it for the handler does not verify it in their own post', async () => {
    await onLeave('handler', 'verifier', '2026-03-02', '2026-03-13')
    const id = await handled(await acting('verifier', 'handler'))
    expect(await refusal(await step(await office.as('verifier'), id, 'close'))).toMatchObject({ status: 409 })
    setNow('2026-03-20')
    expect(await refusal(await step(await office.as('verifier'), id, 'close'))).toMatchObject({ status: 409 })
  })

  test('who registered it does not end it for another', async () => {
    const id = await handled(await office.as('handler'))
    await onLeave('verifier', 'clerk', '2026-03-02', '2026-03-13')
    expect(await refusal(await step(await acting('clerk', 'verifier'), id, 'close'))).toMatchObject({
      guard: 'notOwnPart',
    })
  })

  test('who asked for leave does not grant it for the leader; somebody else who stands in may', async () => {
    await onLeave('leader', 'clerk', '2026-03-02', '2026-03-13')
    const form = { title: '休假', post: 'clerk', deputy: 'triage', from: '2026-03-03', until: '2026-03-03' }
    const id = await opened(await office.as('clerk'), form)
    expect((await refusal(await step(await acting('clerk', 'leader'), id, 'grant'))).status).toBe(409)
    await onLeave('leader', 'inspector', '2026-03-02', '2026-03-13')
    expect((await step(await acting('inspector', 'leader'), id, 'grant')).status).toBe(200)
  })
})
