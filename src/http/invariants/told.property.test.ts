import { afterAll, beforeAll, expect, test } from 'vitest'
import { getDefinition } from '../../domain/procedure/definition.ts'
import { isSealed } from '../../domain/procedure/form.ts'
import { json } from '../../testing/office.ts'
import { listenerAt } from '../../testing/oracle/listener.ts'
import { type PlayedOffice, playedOffice } from '../../testing/oracle/played-office.ts'
import { expectNothingElse, type Known, readerAt } from '../../testing/oracle/reader.ts'
import { type Story, sees, tellings, upTo } from '../../testing/oracle/story.ts'
import { POSTS } from '../../testing/people.ts'
import { codeHash } from '../public/find-report.ts'
import type { MatterChange } from '../request/notices.ts'

/** What the office says without being asked for one matter, against the same oracle: live lists, readings, records of the administration, public pages. */
const SEED = 20_261_128

let played: PlayedOffice
let known: Known
const read = async () => {
  known = { procedures: played.procedures, stories: await played.stories() }
}
beforeAll(async () => {
  played = await playedOffice(SEED)
  await read()
}, 240_000)
afterAll(() => played?.dispose())

test('each open screen hears of the changes that its post sees, before or after, and of no other', async () => {
  const { office, county } = played
  const listeners = await Promise.all(POSTS.map(async (post) => [post, await listenerAt(office, post)] as const))
  const changes: MatterChange[] = []
  const stop = office.deps.notices.listen((change) => changes.push(change))
  const tell = office.deps.notices.tell
  for (let turn = 0; turn < 150; turn += 1) await county.turn()
  await read()
  stop()
  // What is last is for everybody: whoever has heard it has heard all that came before.
  const last = known.stories.find(({ matter }) => matter.procedure === 'organisation')?.matter
  if (!last) throw new Error('no organisation')
  tell({ tenant: last.tenant, matter: { ...last, id: 'the-last' } })
  expect(changes.length).toBeGreaterThan(50)
  for (const [post, listener] of listeners) {
    const isSeen = (change: MatterChange) => {
      const story = known.stories.find(({ matter }) => matter.id === change.matter.id) as Story
      const versions = [...(change.before ? [change.before.version] : []), change.matter.version]
      return versions.some((version) => sees(post, upTo(story, version), known.procedures))
    }
    const expected = changes.filter(isSeen).map(({ matter }) => matter.id)
    expect((await listener.until('the-last')).toSorted(), post.id).toEqual(expected.toSorted())
  }
})

test('who read what of the kinds that keep it is kept, of each look, and of no other', async () => {
  const { owner } = played.office.county.database
  await owner.query('delete from readings')
  const keeping = (story: Story) =>
    played.procedures.some(({ id, sight }) => id === story.matter.procedure && sight?.readings)
  const expected = new Set<string>()
  for (const post of POSTS) {
    const { ask, get } = await readerAt(played.office, post)
    for (const { matter, ...story } of known.stories.filter(keeping).slice(0, 8)) {
      const isSeen = sees(post, { matter, ...story }, known.procedures)
      const file = matter.files[0]
      for (const [what, path] of [
        ['page', ''],
        ['records', '/events'],
        ...(file ? [['file', `/files/${file.sha256}`]] : []),
      ] as const) {
        const { status } = await ask(`/api/matters/${matter.id}${path}`)
        expect(status).toBe(isSeen ? 200 : 404)
        if (isSeen) expected.add(`${matter.id} ${post.id} ${what}`)
      }
    }
    for (const { id, sight } of played.procedures) {
      const sheet = await get<{ rows: { id: string }[] }>(`/api/sheet?procedure=${id}`)
      if (sight?.readings) for (const row of sheet.rows) expected.add(`${row.id} ${post.id} sheet`)
    }
  }
  const { rows } = await owner.query<{ reading: string }>(
    `select distinct matter_id || ' ' || post_id || ' ' || what as reading from readings`,
  )
  expect(rows.map(({ reading }) => reading).sort()).toEqual([...expected].sort())
  expect(expected.size).toBeGreaterThan(50)
})

test('the records of the administration name no matter that their reader does not see', async () => {
  const sealed = known.stories.filter(({ matter }) => Object.values(matter.fields).some(isSealed))
  for (const post of POSTS) {
    const { ask } = await readerAt(played.office, post)
    for (const { matter } of sealed.slice(0, 40)) {
      const fields = Object.keys(matter.fields).filter((name) => isSealed(matter.fields[name]))
      await ask(`/api/matters/${matter.id}/fields/open`, json({ fields, reason: '核实地点' }))
    }
  }
  const { owner } = played.office.county.database
  await owner.query(
    `insert into jobs (tenant, id, kind, payload, run_at, attempts, last_error)
     select tenant, gen_random_uuid(), 'relay', jsonb_build_object('matterId', id), now(), 3, 'matter-not-found' from matters`,
  )
  for (const post of POSTS.filter(({ roles }) => roles.includes('administrator') || roles.includes('auditor'))) {
    const { get, heard } = await readerAt(played.office, post)
    for (const path of ['security-events', 'security-events?what=fieldsOpened', 'jobs', 'changes', 'import-batches'])
      await get(`/api/admin/${path}`)
    expect(tellings(heard.join('')).size).toBeGreaterThan(3)
    expectNothingElse(post, heard, known)
  }
})

test('the page behind a code tells of its own report what is for residents, and names no official', async () => {
  const { office, codes } = played
  for (const code of codes) {
    const page = await (await office.ask(`/t/${code}`)).text()
    const { rows } = await office.county.database.owner.query<{ id: string }>(
      'select matter_id as id from report_codes where code_hash = $1',
      [codeHash(office.deps.keys, code)],
    )
    const line = known.stories.filter(({ matter }) => isOfLine(matter.id, rows[0]?.id ?? ''))
    expect(line.length).toBeGreaterThan(0)
    const allowed = tellings(JSON.stringify(line.map(forResidents)))
    expect([...tellings(page)].filter((each) => !allowed.has(each))).toEqual([])
    for (const { holder } of POSTS) expect(page).not.toContain(holder?.name)
  }
})

/** The report's own number and first words, and what a definition says is for residents. */
const forResidents = ({ matter, events }: Story) =>
  events.map((event) => {
    if (event.type === 'MatterOpened') return [matter.reference, matter.title, event.form]
    if (event.type !== 'StepTaken') return []
    const definition = getDefinition(played.procedures, matter)
    const fields = definition.forms[definition.steps[event.step]?.form ?? '']?.fields ?? {}
    return Object.entries(event.form).filter(([name]) => fields[name]?.public)
  })

/** Whether a matter is the report, or came of it. */
function isOfLine(id: string, reportId: string): boolean {
  if (id === reportId) return true
  const opener = known.stories.find(({ matter }) => matter.id === id)?.matter
  const from = opener?.channel === 'system' ? opener.links[0]?.matterId : undefined
  return from !== undefined && isOfLine(from, reportId)
}
