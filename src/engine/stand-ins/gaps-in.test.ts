import { expect, test } from 'vitest'
import { gapsIn } from './gaps-in.ts'

const at = (hour: number) => `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`
const span = (from: number, until: number) => ({ from: at(from), until: at(until) })

test('a rota without a gap has none, in any order and with overlaps', () => {
  expect(gapsIn(span(8, 20), [span(12, 20), span(8, 13)])).toEqual([])
  expect(gapsIn(span(8, 20), [span(0, 23)])).toEqual([])
})

test('before, between and after the shifts lie the gaps', () => {
  expect(gapsIn(span(8, 20), [span(15, 18), span(10, 12)])).toEqual([span(8, 10), span(12, 15), span(18, 20)])
})

test('a shift that is over or has not begun covers nothing, and nobody at all is one gap', () => {
  expect(gapsIn(span(8, 20), [span(2, 8), span(20, 22)])).toEqual([span(8, 20)])
  expect(gapsIn(span(8, 20), [])).toEqual([span(8, 20)])
})

test('a short shift inside a long one opens no gap', () => {
  expect(gapsIn(span(8, 20), [span(8, 20), span(9, 10)])).toEqual([])
})
