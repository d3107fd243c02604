import { describe, expect, test } from 'vitest'
import { safeFileName } from './file-name.ts'

describe('the name of a file', () => {
  test.each([
    ['ninety-nine letters, an emoji and a tail', `${'字'.repeat(99)}😀${'尾'.repeat(40)}.jpg`],
    ['an emoji where the ending begins', `${'a'.repeat(120)}😀${'b'.repeat(11)}.jpg`],
    ['a family of four at the cut', `${'字'.repeat(98)}👨‍👩‍👧‍👦${'尾'.repeat(40)}.jpg`],
    ['nothing but emoji', `${'😀'.repeat(90)}.jpg`],
    ['one letter under five hundred marks', `a${'\u0301'.repeat(500)}.jpg`],
    ['half a pair', `现场\ud83d.jpg`],
  ])('with %s stays whole and short', (_, name) => {
    const safe = safeFileName(name)
    expect(safe.isWellFormed()).toBe(true)
    expect(safe.length).toBeLessThanOrEqual(120)
    expect(safe).toMatch(/\.jpg$/)
  })

  test('keeps a family together or leaves it out', () => {
    expect(safeFileName(`${'字'.repeat(98)}👨‍👩‍👧‍👦${'尾'.repeat(40)}.jpg`)).toBe(
      `${'字'.repeat(98)}…${'尾'.repeat(12)}.jpg`,
    )
  })

  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\photos\\现场.jpg', '现场.jpg'],
    ['照片\u202egpj.exe', '照片gpj.exe'],
    ['a\u0000b\nc.png', 'abc.png'],
    ['  ', 'file'],
  ])('%j becomes %s', (name, safe) => {
    expect(safeFileName(name)).toBe(safe)
  })
})
