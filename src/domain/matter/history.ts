import type { Instant } from '../time/time.ts'
import type { Actor } from './actor.ts'
import type { Command } from './command.ts'

/** One command of the past: who gave it and when. */
export type PastCommand<C extends Command = Command> = {
  readonly command: C
  readonly actor: Actor
  readonly at: Instant
}

/** The life of one matter as it was: opened, then step by step. Its id follows from its source, so that it is taken in once. */
export type History = {
  readonly id: string
  readonly opening: PastCommand<Extract<Command, { type: 'OpenMatter' }>>
  readonly steps: readonly PastCommand[]
}
