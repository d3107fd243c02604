import type { Text } from '../../domain/wording/text.ts'

/** One thing that was looked at: in order, worth a thought, or to be mended now, with what to do. */
export type Finding = {
  readonly check: string
  readonly state: 'good' | 'warn' | 'bad'
  readonly says: Text
  readonly todo?: Text
}

/** A finding in a line; `todo` only where there is something to do. */
export const finding = (
  check: string,
  state: Finding['state'],
  [zh, en]: readonly [string, string],
  todo?: readonly [string, string],
): Finding => ({ check, state, says: { zh, en }, ...(todo ? { todo: { zh: todo[0], en: todo[1] } } : {}) })
