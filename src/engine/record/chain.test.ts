import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Link, linkHash, verifyChain } from './chain.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Distinct events, as histories have them: at least the time differs. */
const someEvents = fc.array(fc.record({ type: fc.constantFrom('StepTaken', 'DeadlineWarned'), step: fc.string() }), {
  minLength: 2,
  maxLength: 12,
})

const chained = (events: readonly object[]): Link[] => {
  let hash = ''
  return events.map((event, index) => {
    const numbered = { ...event, at: index }
    hash = linkHash(hash, numbered, sha256)
    return { event: numbered, hash }
  })
}

const events = someEvents.map(chained)
const headOf = (links: readonly Link[]) => links.at(-1)?.hash ?? ''

describe('the chain of a matter', () => {
  test('the first link is made from the name of the way, nothing before it, and the event', () => {
    expect(linkHash('', { b: 1, a: '开' }, sha256)).toBe(sha256('sha256-jcs-1\n\n{"a":"开","b":1}'))
  })

  test('an untouched history holds', () => {
    fc.assert(
      fc.property(events, (links) => {
        expect(verifyChain(links, sha256, headOf(links))).toEqual({ ok: true })
      }),
    )
    expect(verifyChain([], sha256, '')).toEqual({ ok: true })
  })

  test('a changed event is found where it stands', () => {
    fc.assert(
      fc.property(events, fc.nat(), (links, pick) => {
        const index = pick % links.length
        const changed = links.map((link, place) =>
          place === index ? { ...link, event: { ...(link.event as object), step: 'another step' } } : link,
        )
        fc.pre(JSON.stringify(changed) !== JSON.stringify(links))
        expect(verifyChain(changed, sha256, headOf(links))).toEqual({ ok: false, index, reason: 'changed' })
      }),
    )
  })

  test('an event changed together with its hash is found one later', () => {
    fc.assert(
      fc.property(events, fc.nat(), (links, pick) => {
        const index = pick % links.length
        const event = { forged: true }
        const forged = links.map((link, place) =>
          place === index ? { event, hash: linkHash(links[index - 1]?.hash ?? '', event, sha256) } : link,
        )
        expect(verifyChain(forged, sha256, headOf(links))).toMatchObject({ ok: false, index: index + 1 })
      }),
    )
  })

  test('a dropped event is found, at the end by the head', () => {
    fc.assert(
      fc.property(events, fc.nat(), (links, pick) => {
        const index = pick % links.length
        const reason = index === links.length - 1 ? 'cut-short' : 'changed'
        const dropped = links.filter((_, place) => place !== index)
        expect(verifyChain(dropped, sha256, headOf(links))).toEqual({ ok: false, index, reason })
      }),
    )
  })

  test('two events that changed places are found', () => {
    fc.assert(
      fc.property(events, fc.nat(), (links, pick) => {
        const index = pick % (links.length - 1)
        const swapped = [...links]
        swapped.splice(index, 2, links[index + 1] as Link, links[index] as Link)
        expect(verifyChain(swapped, sha256, headOf(links))).toEqual({ ok: false, index, reason: 'changed' })
      }),
    )
  })
})
