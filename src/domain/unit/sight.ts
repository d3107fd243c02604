import type { Role } from './role.ts'

/**
 * Who sees matters of a kind with a domain of its own, beside those who take part. `only`: posts with one of these roles.
 * `line`: the unit itself and nobody above it (`own`), or every post of the tenant (`everyone`: what all refer to); else
 * whoever has charge of its units. `readings`: each opening of such a matter is recorded, and shown to the roles of `only` and to
 * the auditor, where they see it.
 */
export type Sight = {
  readonly only?: readonly Role[]
  readonly line?: 'own' | 'everyone'
  readonly readings?: true
}
