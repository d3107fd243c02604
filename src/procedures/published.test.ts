import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { canonicalJson } from '../engine/record/canonical-json.ts'
import { PROCEDURES } from './all.ts'
import published from './published.json' with { type: 'json' }

const digests = Object.fromEntries(
  PROCEDURES.map((procedure) => [
    `${procedure.id}@${procedure.version}`,
    createHash('sha256').update(canonicalJson(procedure)).digest('hex'),
  ]),
)

const broken = () =>
  Object.keys(digests).filter((name) => digests[name] !== (published as Record<string, string>)[name])

// Matters keep the version they were opened under, so a published one never changes. To change a rule, copy the file to the
// next version with a later effectiveOn, list it in all.ts, and put its digest (shown here as received) into published.json.
test('a published version of a procedure is never changed', () => {
  const several = broken().length > 1
  const advice = several
    ? `${broken().join(', ')} changed at once: what they share is frozen as well. Put the new words into shared/v2 and use them from new versions`
    : `${broken().join()} changed: copy its folder to the next version`
  expect(digests, advice).toEqual(published)
})
