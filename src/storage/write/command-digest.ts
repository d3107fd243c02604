import type { Actor } from '../../domain/matter/actor.ts'
import type { Command } from '../../domain/matter/command.ts'
import { canonicalJson } from '../../engine/record/canonical-json.ts'
import { type Keys, keyedHash } from '../keys/keys.ts'

/**
 * What tells a repeated command from another under the same key. Keyed, because the command carries personal values: a
 * plain hash would let anybody with the table find a telephone number by trying. The actor belongs to it: nobody learns
 * of a matter by sending somebody else's key.
 */
export const commandDigest = (keys: Keys, { actor, command }: { actor: Actor; command: Command }): string =>
  keyedHash(keys, 'command', canonicalJson({ personId: actor.personId, postId: actor.postId, command }))
