import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

/** Worlds that tests and benches are tried on, and nobody else. */
const FOR_TESTS = /^src\/statistics\/simulator\//

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))

/** What a file imports, at once, lazily or as a thread of its own. */
const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import|URL)\s*\(?\s*'(\.[^']+)'/g)].map(([, path = '']) =>
    normalize(join(dirname(file), path)),
  )

// What nobody can reach helps nobody: a command, a door, a worker or a page leads to every file of the statistics.
test('every part of the statistics is reached from a command, a door, a worker or a page', () => {
  const seen = new Set<string>()
  const waiting = ['cli', 'http', 'workers', 'web'].flatMap((room) => filesUnder(`src/${room}`))
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file) || !existsSync(file)) continue
    seen.add(file)
    waiting.push(...importsOf(file))
  }
  expect(filesUnder('src/statistics').filter((file) => !seen.has(file) && !FOR_TESTS.test(file))).toEqual([])
})
