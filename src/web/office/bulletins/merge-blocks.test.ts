import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block } from '../../../domain/bulletins/bulletin.ts'
import { mergeBlocks } from './merge-blocks.ts'

const block = (id: string, text: string): Block => ({ id, kind: 'text', title: id, text })
const base = [block('b1', 'one'), block('b2', 'two'), block('b3', 'three')]
const texts = (blocks: readonly Block[]) => blocks.map(({ id, text }) => `${id} ${text}`)

test('parts that only one of two changed are taken from whoever did', () => {
  const mine = [block('b1', 'mine'), ...base.slice(1)]
  const theirs = [...base.slice(0, 2), block('b3', 'theirs'), block('b4', 'new')]
  const { blocks, conflicts } = mergeBlocks(base, mine, theirs)
  expect(texts(blocks)).toEqual(['b1 mine', 'b2 two', 'b3 theirs', 'b4 new'])
  expect(conflicts).toEqual([])
})

test('where both wrote, mine stays and theirs is named', () => {
  const { blocks, conflicts } = mergeBlocks(
    base,
    [block('b1', 'mine'), ...base.slice(1)],
    [block('b1', 'theirs'), ...base.slice(1)],
  )
  expect(texts(blocks)[0]).toBe('b1 mine')
  expect(conflicts).toEqual([{ id: 'b1', theirs: block('b1', 'theirs') }])
})

test('what I took away and they wrote in comes back, and is named', () => {
  const { blocks, conflicts } = mergeBlocks(base, base.slice(1), [block('b1', 'theirs'), ...base.slice(1)])
  expect(texts(blocks)).toContain('b1 theirs')
  expect(conflicts.map(({ id }) => id)).toEqual(['b1'])
})

test('my order stays when I moved something, theirs when I did not', () => {
  const moved = [base[2], base[0], base[1]] as Block[]
  expect(mergeBlocks(base, moved, base).blocks.map(({ id }) => id)).toEqual(['b3', 'b1', 'b2'])
  expect(mergeBlocks(base, base, moved).blocks.map(({ id }) => id)).toEqual(['b3', 'b1', 'b2'])
})

test('whatever two people do, no text that either of them wrote is lost', () => {
  const version = fc.uniqueArray(
    fc.record({ id: fc.constantFrom('b1', 'b2', 'b3', 'b4'), text: fc.constantFrom('one', 'two', 'x', 'y') }),
    {
      selector: ({ id }) => id,
    },
  )
  fc.assert(
    fc.property(version, version, (m, t) => {
      const [mine, theirs] = [m.map(({ id, text }) => block(id, text)), t.map(({ id, text }) => block(id, text))]
      const { blocks, conflicts } = mergeBlocks(base, mine, theirs)
      const kept = new Set([...texts(blocks), ...texts(conflicts.flatMap((conflict) => conflict.theirs ?? []))])
      const written = [...mine, ...theirs].filter(
        (one) => !base.some((was) => was.id === one.id && was.text === one.text),
      )
      expect(texts(written).filter((text) => !kept.has(text))).toEqual([])
    }),
  )
})
