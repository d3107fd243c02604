import { createHmac } from 'node:crypto'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Command } from '../../domain/matter/command.ts'
import { canonicalJson } from '../../engine/record/canonical-json.ts'
import { secretOf } from '../keys/ciphers.ts'
import { derivedKey, type Keys } from '../keys/keys.ts'

/** How long a used idempotency key is known, in milliseconds: seven days. A client that tries longer than that looks first. */
export const RETRY_WINDOW_MS = 7 * 86_400_000

/**
 * What tells a repeated command from another under the same key. Keyed, because the command carries personal values: a
 * plain hash would let anybody with the table find a telephone number by trying. The actor belongs to it: nobody learns
 * of a matter by sending somebody else's key.
 */
export const commandDigest = (keys: Keys, { actor, command }: { actor: Actor; command: Command }): string =>
  createHmac('sha256', secretOf(derivedKey(keys, 'command-digest')))
    .update(canonicalJson({ personId: actor.personId, postId: actor.postId, command }))
    .digest('hex')
