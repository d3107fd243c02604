import { actorOfPost } from '../src/demo/choose-actor.ts'
import type { Actor } from '../src/domain/matter/actor.ts'
import type { Command } from '../src/domain/matter/command.ts'
import type { Rulebook } from '../src/domain/procedure/rulebook.ts'
import { canonicalJson } from '../src/engine/record/canonical-json.ts'
import { continueDraft, type Draft } from '../src/storage/bulk/bulk-draft.ts'
import type { Grounds } from '../src/storage/write/decide-command.ts'
import { findStatement } from '../src/storage/write/find-standing.ts'
import type { CommandRequest } from '../src/storage/write/handle.ts'
import { newId, sha256 } from '../src/storage/write/ids.ts'
import { CHAIN_START } from '../src/storage/write/write-rows.ts'
import { INSERT_MATTER, rowsOf, UPDATE_MATTER, writeParameters } from '../src/storage/write/write-statement.ts'
import { BENCH_TENANT } from './bench-installation.ts'

/** The commands of one matter's life that a clerk gives: register, accept, tell, answer. */
const LIFE: readonly Command[] = [
  {
    type: 'OpenMatter',
    procedure: 'report',
    channel: 'phone',
    unitId: 'dongpu',
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
  { type: 'TakeStep', step: 'tell', form: { toldHow: 'phone', words: '您的反映已经受理，由东浦镇办，办完告诉您。' } },
  {
    type: 'TakeStep',
    step: 'answer',
    form: { opinion: 'solved', reply: '已到现场看过，情况属实，更换了三盏灯，今天恢复照明。', toldHow: 'phone' },
  },
]

export const COMMANDS_A_MATTER = LIFE.length

export const benchActor = (rulebook: Rulebook): Actor => actorOfPost(rulebook, BENCH_TENANT, 'clerk')

/** The requests of one matter, as the HTTP door would make them: each with an idempotency key. */
export function requestsOf(actor: Actor, run: string): ((matterId: string | undefined) => CommandRequest)[] {
  const id = newId(Date.now())
  return LIFE.map((command, index) => (matterId) => ({
    actor,
    command,
    key: `${run}-${id}-${index}`,
    ...(matterId ? { matterId } : {}),
  }))
}

/** The two statements of one command with their parameters worked out beforehand. */
export type RawCommand = {
  readonly find: { name: string; text: string; values: unknown[] }
  readonly write: { name: string; text: string; values: unknown[] }
}

/** The same commands as raw statements: what is left when decisions, seals and hashes cost nothing. */
export function rawCommandsOf(context: Grounds, actor: Actor, run: string): RawCommand[] {
  const id = newId(Date.now())
  const reference = `SQ-9999-${id.slice(-12)}`
  let draft: Draft | undefined
  let head = CHAIN_START
  return LIFE.map((command, index) => {
    const at = new Date().toISOString()
    const before = draft
    const identity = before ? undefined : { matterId: id, reference }
    draft = continueDraft(context, before, { command, actor, now: at, identity })
    const events = draft.events.slice(before?.events.length ?? 0)
    const rows = rowsOf(before?.matter, draft.matter, events, head, draft.procedure, context.rulebook)
    head = rows.columns.head
    const key = `${run}-${id}-${index}`
    const isFirst = !before
    const extras = {
      keyId: context.keys.id,
      shreds: false,
      command: { key, digest: sha256(canonicalJson(command)) },
      ...(isFirst && draft.wrappedKey ? { wrappedKey: draft.wrappedKey } : {}),
      vault: isFirst ? draft.vault : [],
    }
    const values = writeParameters(BENCH_TENANT, rows, extras, at, before?.matter.version)
    return {
      find: findStatement({ tenant: BENCH_TENANT, matterId: isFirst ? undefined : id, key }),
      write: isFirst
        ? { name: 'insert-matter', text: INSERT_MATTER, values }
        : { name: 'update-matter', text: UPDATE_MATTER, values },
    }
  })
}
