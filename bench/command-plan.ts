import { actorOfPost } from '../src/demo/choose-actor.ts'
import type { Actor } from '../src/domain/matter/actor.ts'
import type { Command } from '../src/domain/matter/command.ts'
import type { Rulebook } from '../src/domain/procedure/rulebook.ts'
import { dayOf } from '../src/domain/time/time.ts'
import { continueDraft, type Draft } from '../src/storage/bulk/bulk-draft.ts'
import { commandDigest } from '../src/storage/write/command-digest.ts'
import type { Grounds } from '../src/storage/write/decide-command.ts'
import { findStatement } from '../src/storage/write/find-standing.ts'
import type { CommandRequest } from '../src/storage/write/handle.ts'
import { newId } from '../src/storage/write/ids.ts'
import { CHAIN_START } from '../src/storage/write/write-rows.ts'
import { rowsOf, writeStatement } from '../src/storage/write/write-statement.ts'
import { BENCH_TENANT } from './bench-installation.ts'
import { leanCommand } from './lean-floor.ts'

/** Units that matters come in for, taken in turn: one unit alone would make all writers meet on its counters. */
export const UNITS = ['dongpu', 'yuehu', 'housing', 'fire']

/** The commands of one matter's life that a clerk gives: register, accept, tell, answer. */
export const lifeIn = (unitId: string): readonly Command[] => [
  {
    type: 'OpenMatter',
    procedure: 'report',
    channel: 'phone',
    unitId,
    form: {
      title: '渔湾村路灯不亮',
      category: 'facility',
      description: '从桥头到三组有五盏不亮，放学路上很黑。',
      place: '东浦镇渔湾村三组',
      placeUnit: 'yuwan',
      contactName: '张示例',
      contactPhone: '000-0000-1234',
    },
  },
  { type: 'TakeStep', step: 'accept', form: { difficulty: 'ordinary', note: '与反映人通过电话。' } },
  {
    type: 'TakeStep',
    step: 'tell',
    form: {
      toldOn: dayOf(new Date().toISOString()),
      toldHow: 'message',
      words: '您的反映已经受理，由东浦镇办，办完告诉您。',
    },
  },
  {
    type: 'TakeStep',
    step: 'answer',
    form: { opinion: 'solved', reply: '已到现场看过，情况属实，更换了三盏灯，今天恢复照明。', toldHow: 'phone' },
  },
]

export const COMMANDS_A_MATTER = lifeIn('').length

export const benchActor = (rulebook: Rulebook): Actor => actorOfPost(rulebook, BENCH_TENANT, 'clerk')

let begun = 0
const nextLife = () => {
  begun += 1
  return { id: newId(Date.now()), life: lifeIn(UNITS[begun % UNITS.length] as string) }
}

/** The requests of one matter, as the HTTP door would make them: each with an idempotency key. */
export function requestsOf(actor: Actor, run: string): ((matterId: string | undefined) => CommandRequest)[] {
  const { id, life } = nextLife()
  return life.map((command, index) => (matterId) => ({
    actor,
    command,
    key: `${run}-${id}-${index}`,
    ...(matterId ? { matterId } : {}),
  }))
}

export type Statement = { readonly name: string; readonly text: string; readonly values: unknown[] }

/** Two statements with their parameters worked out beforehand. */
export type RawCommand = { readonly find: Statement; readonly write: Statement }

/** The same commands as raw statements, decided beforehand: the program's own two, or the leanest two there could be. */
export function rawCommandsOf(grounds: Grounds, actor: Actor, run: string, floor: 'same' | 'lean'): RawCommand[] {
  const { id, life } = nextLife()
  const identity = { matterId: id, reference: `SQ-9999-${id.slice(-12)}` }
  let draft: Draft | undefined
  let head = CHAIN_START
  return life.map((command, index) => {
    const at = new Date().toISOString()
    const before = draft
    draft = continueDraft(grounds, before, { command, actor, now: at, identity })
    const events = draft.events.slice(before?.events.length ?? 0)
    const rows = rowsOf(before?.matter, draft.matter, events, head, draft.procedure, grounds.rulebook)
    head = rows.columns.head
    if (floor === 'lean') return leanCommand(rows, at, before?.matter.version)
    const key = `${run}-${id}-${index}`
    const extras = {
      keyId: grounds.keys.id,
      shreds: false,
      command: { key, digest: commandDigest(grounds.keys, { actor, command }) },
      wrappedKey: before ? undefined : draft.wrappedKey,
      vault: before ? [] : draft.vault,
    }
    return {
      find: findStatement({ tenant: BENCH_TENANT, matterId: before ? id : undefined, key }),
      write: writeStatement(BENCH_TENANT, rows, extras, at, before?.matter.version),
    }
  })
}
