import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { quantile, rounded } from '../quantiles.ts'
import { type ServedOffice, serveOffice } from './served-office.ts'

export type SoakAsked = { readonly minutes: number; readonly perSecond: number }

/** More at once than a server of a county ever has: on a machine that does not keep up, the rest is counted and not sent. */
const MOST_AT_ONCE = 100

/** How often memory is looked at, in ms. */
const LOOK_MS = 5_000

/**
 * A real server under a steady mix of requests for minutes: pages of lists, searches, matters, Today, counts, new matters and steps.
 * Requests are sent by the clock, whatever the answers take. Memory is flat when the second half of the run does not climb.
 */
export async function soak({ minutes, perSecond }: SoakAsked, say: (note: string) => void) {
  const folder = join(import.meta.dirname, `../../.anlan/bench-soak-${process.pid}`)
  await rm(folder, { recursive: true, force: true })
  const office = await serveOffice({ ANLAN_DATA: folder })
  try {
    const end = performance.now() + minutes * 60_000
    const memory = watchMemory(office, end)
    const took: number[] = []
    const answers = new Map<string, number>()
    const known: { id: string; version: number }[] = []
    const sent = new Set<Promise<void>>()
    let unsent = 0
    const begun = performance.now()
    for (let turn = 0; performance.now() < end; turn += 1) {
      const due = begun + (turn * 1000) / perSecond
      if (due > performance.now()) await pause(due - performance.now())
      if (sent.size >= MOST_AT_ONCE) {
        unsent += 1
        continue
      }
      const at = performance.now()
      const answered = request(office, turn, known).then(
        (status) => {
          took.push(performance.now() - at)
          answers.set(String(status), (answers.get(String(status)) ?? 0) + 1)
        },
        (cause: Error) => void answers.set(cause.name, (answers.get(cause.name) ?? 0) + 1),
      )
      sent.add(answered)
      answered.finally(() => sent.delete(answered))
      if (turn % (perSecond * 10) === 0)
        say(`${Math.round((performance.now() - begun) / 1000)} s, ${took.length} answered`)
    }
    await Promise.all(sent)
    const { atTenth, atEnd, mbAnHour } = climbOf(await memory)
    const others = [...answers].filter(([status]) => !/^2|^409/.test(status)).reduce((sum, [, count]) => sum + count, 0)
    took.sort((a, b) => a - b)
    return {
      figures: {
        minutes,
        requests: took.length,
        perSecond: rounded((took.length * 1000) / (performance.now() - begun)),
        failed: others,
        unsent,
        p50Ms: rounded(quantile(took, 0.5)),
        p99Ms: rounded(quantile(took, 0.99)),
        memoryMbAtTenth: Math.round(atTenth),
        memoryMbAtEnd: Math.round(atEnd),
        memoryMbAnHourInSecondHalf: Math.round(mbAnHour),
        answered: Object.fromEntries(answers),
      },
    }
  } finally {
    await office.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** One of the mix, by its turn: a fifth writes. */
async function request(office: ServedOffice, turn: number, known: { id: string; version: number }[]): Promise<number> {
  const one = known[turn % Math.max(known.length, 1)]
  const read = async (path: string) => {
    const answer = await office.send(path)
    await answer.arrayBuffer()
    return answer.status
  }
  switch (turn % 10) {
    case 0:
      return open(office, known)
    case 1:
      return one ? step(office, one) : open(office, known)
    case 2:
      return read('/api/today')
    case 3:
      return read('/api/counts')
    case 4:
      return read('/api/matters?text=路灯')
    case 5:
    case 6:
      return one ? read(`/api/matters/${one.id}`) : read('/api/session')
    default:
      return read(`/api/matters?limit=50&sort=${turn % 2 ? 'opened' : 'due'}`)
  }
}

/** As many matters as a clerk has in reach; older ones are only in the lists. */
const KNOWN = 200

async function open(office: ServedOffice, known: { id: string; version: number }[]): Promise<number> {
  const form = { title: '路灯不亮', category: 'facility', description: '从桥头到三组有五盏不亮。', place: '三组' }
  const answer = await office.send('/api/matters', { procedure: 'report', channel: 'phone', form }, randomUUID())
  if (answer.status !== 201) return answer.status
  known.push((await answer.json()) as { id: string; version: number })
  if (known.length > KNOWN) known.shift()
  return answer.status
}

async function step(office: ServedOffice, one: { id: string; version: number }): Promise<number> {
  const seenVersion = one.version
  one.version += 1
  const name = seenVersion === 1 ? 'accept' : 'recordProgress'
  const form = seenVersion === 1 ? { difficulty: 'ordinary' } : { progress: '已到现场。' }
  const answer = await office.send(`/api/matters/${one.id}/steps/${name}`, { seenVersion, form }, randomUUID())
  await answer.arrayBuffer()
  if (!answer.ok) one.version -= 1
  return answer.status
}

async function watchMemory(office: ServedOffice, end: number): Promise<readonly number[]> {
  const seen: number[] = []
  while (performance.now() < end) {
    seen.push(await office.memoryMb())
    await pause(LOOK_MS)
  }
  return seen
}

/** Where memory stood after the first tenth and at the end, and how much an hour it climbed in the second half (least squares). */
export function climbOf(seen: readonly number[]): { atTenth: number; atEnd: number; mbAnHour: number } {
  const half = seen.slice(Math.floor(seen.length / 2))
  const mean = (numbers: readonly number[]) =>
    numbers.reduce((sum, each) => sum + each, 0) / Math.max(numbers.length, 1)
  const middle = (half.length - 1) / 2
  const level = mean(half)
  const above = half.reduce((sum, mb, at) => sum + (at - middle) * (mb - level), 0)
  const spread = half.reduce((sum, _, at) => sum + (at - middle) ** 2, 0)
  const mbALook = spread === 0 ? 0 : above / spread
  return {
    atTenth: seen[Math.floor(seen.length / 10)] ?? 0,
    atEnd: mean(half.slice(-3)),
    mbAnHour: (mbALook * 3_600_000) / LOOK_MS,
  }
}
