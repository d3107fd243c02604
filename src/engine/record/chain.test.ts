import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import { type Link, linkHash, verifyChain, wholeLinkHash } from './chain.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const AT = '2026-03-02T01:00:00.000Z'
const place = (version: number) => ({ tenant: 'qinglan', matterId: 'm', version, type: 'StepTaken', at: AT })

/** Histories whose first events were stored whole, as before, and the rest as now. */
const histories = fc
  .tuple(fc.array(fc.string(), { minLength: 2, maxLength: 12 }), fc.nat(4))
  .map(([steps, whole]): Link[] => {
    let hash = ''
    return steps.map((step, index) => {
      const where = { ...place(index + 1), at: `${AT} ${index}` }
      const event = index < whole ? { type: 'StepTaken', at: where.at, step } : { step }
      const json = canonicalJson(event)
      hash = index < whole ? wholeLinkHash(hash, json, sha256) : linkHash(hash, where, json, sha256)
      return { ...where, json, event, hash }
    })
  })

const headOf = (links: readonly Link[]) => links.at(-1)?.hash ?? ''
const saying = (link: Link, event: object): Link => ({ ...link, event, json: canonicalJson(event) })

describe('the chain of a matter', () => {
  test('a link is made from the name of the way, the hash before it, what its row says, and its JSON', () => {
    expect(linkHash('9f', place(2), '{"a":"开","b":1}', sha256)).toBe(
      sha256(`sha256-jcs-2\n9f\nqinglan\nm\n2\nStepTaken\n${AT}\n{"a":"开","b":1}`),
    )
    expect(wholeLinkHash('', '{"a":"开","b":1}', sha256)).toBe(sha256('sha256-jcs-1\n\n{"a":"开","b":1}'))
  })

  test('an untouched history holds', () => {
    fc.assert(
      fc.property(histories, (links) => {
        expect(verifyChain(links, sha256, headOf(links))).toEqual({ ok: true })
      }),
    )
    expect(verifyChain([], sha256, '')).toEqual({ ok: true })
  })

  test('an event that was stored whole holds however the database spells it', () => {
    fc.assert(
      fc.property(histories, (links) => {
        const spelt = links.map((link) =>
          'type' in (link.event as object) ? { ...link, json: JSON.stringify(link.event, null, 1) } : link,
        )
        expect(verifyChain(spelt, sha256, headOf(links))).toEqual({ ok: true })
      }),
    )
  })

  test('a changed event is found where it stands', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (links, pick) => {
        const index = pick % links.length
        const changed = links.map((link, at) =>
          at === index ? saying(link, { ...(link.event as object), step: 'another step' }) : link,
        )
        fc.pre(JSON.stringify(changed) !== JSON.stringify(links))
        expect(verifyChain(changed, sha256, headOf(links))).toEqual({ ok: false, index, reason: 'changed' })
      }),
    )
  })

  test('what a row says beside its event is found changed as well', () => {
    const link = (more: object): Link => {
      const event = { step: 'accept' }
      const json = canonicalJson(event)
      return { ...place(1), json, event, hash: linkHash('', place(1), json, sha256), ...more }
    }
    expect(verifyChain([link({})], sha256)).toEqual({ ok: true })
    for (const more of [{ tenant: 'donghe' }, { matterId: 'n' }, { version: 2 }, { type: 'LinkAdded' }, { at: '2026' }])
      expect(verifyChain([link(more)], sha256)).toEqual({ ok: false, index: 0, reason: 'changed' })
  })

  test('an event changed together with its hash is found one later', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (links, pick) => {
        const index = pick % links.length
        const forged = links.map((link, at) => {
          if (at !== index) return link
          const changed = saying(link, { forged: true })
          return { ...changed, hash: linkHash(links[index - 1]?.hash ?? '', changed, changed.json, sha256) }
        })
        expect(verifyChain(forged, sha256, headOf(links))).toMatchObject({ ok: false, index: index + 1 })
      }),
    )
  })

  test('a dropped event is found, at the end by the head', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (links, pick) => {
        const index = pick % links.length
        const reason = index === links.length - 1 ? 'cut-short' : 'changed'
        const dropped = links.filter((_, at) => at !== index)
        expect(verifyChain(dropped, sha256, headOf(links))).toEqual({ ok: false, index, reason })
      }),
    )
  })

  test('two events that changed places are found', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (links, pick) => {
        const index = pick % (links.length - 1)
        const swapped = [...links]
        swapped.splice(index, 2, links[index + 1] as Link, links[index] as Link)
        expect(verifyChain(swapped, sha256, headOf(links))).toEqual({ ok: false, index, reason: 'changed' })
      }),
    )
  })
})
