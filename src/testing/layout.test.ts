import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PROCEDURES } from '../procedures/all.ts'
import { linesOf, readFile, repositoryFiles } from './repository.ts'

/** Who may import whom. A room that is not listed is off limits; type imports count too. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  domain: [],
  procedures: ['domain'],
  engine: ['domain'],
  statistics: ['domain'],
  exchange: ['domain', 'engine'],
  papers: ['domain'],
  storage: ['domain', 'engine'],
  imports: ['domain', 'engine', 'exchange', 'storage'],
  workers: ['domain', 'engine', 'statistics', 'exchange', 'storage', 'imports'],
  http: ['domain', 'engine', 'statistics', 'exchange', 'papers', 'storage', 'imports'],
  server: ['domain', 'procedures', 'engine', 'imports', 'storage', 'workers', 'http'],
  demo: ['domain', 'procedures', 'engine', 'storage', 'http', 'server'],
  web: ['domain', 'procedures', 'engine', 'statistics', 'papers', 'http'],
  cli: [
    'domain',
    'procedures',
    'engine',
    'statistics',
    'exchange',
    'imports',
    'storage',
    'workers',
    'http',
    'server',
    'demo',
  ],
}

/** Time, randomness and hashing come in as values, so that a rule gives the same answer to the same facts. */
const PURE_ROOMS: Record<string, readonly string[]> = {
  domain: ['zod'],
  procedures: ['zod'],
  engine: [],
  statistics: [],
  // They fill a template and keep no time.
  papers: ['docxtemplater', 'pizzip', 'saxes'],
}
const IMPURE =
  /\bDate\.now\b|\bMath\.random\b|\bnew Date\(\s*\)|(?<!new )\bDate\(\)|\bTemporal\.Now\b|\bperformance\.now\b/

const LONGEST_FILE = 400
const FULLEST_FOLDER = 25
/** Files that are one long table, with the reason; rules and screens do not belong here. */
// Generated from the catalogue, one type a table.
const LONG_FILES: readonly string[] = ['src/storage/schema/tables.ts']

/** Where some machine keeps its files says nothing to a reader elsewhere. */
const MACHINE_PATH = /(?:^|[\s'"`(=:])\/(?:work|root|home\/\w+|Users\/\w+)\//

const sources = repositoryFiles().filter((file) => /^(src|e2e|bench|scripts)\/.*\.(ts|tsx|mjs)$/.test(file))
const shipped = sources.filter(
  (file) =>
    !file.includes('.test.') &&
    roomOf(file) !== 'testing' &&
    !file.startsWith('e2e/') &&
    // Drives a browser by hand; it is started by its path.
    file !== 'bench/today-load.ts' &&
    // Breaks servers and reads plans, as tests do.
    !file.startsWith('bench/scale/'),
)

describe.each(Object.entries(MAY_IMPORT))('room %s', (room, allowed) => {
  const files = shipped.filter((file) => roomOf(file) === room)

  test(`imports only itself and ${allowed.join(', ') || 'no other room'}`, () => {
    const strays = files.flatMap((file) =>
      importsOf(file)
        .filter(({ target }) => target !== undefined && target !== room && !allowed.includes(target))
        .map(({ path }) => `${file} imports ${path}: move the shared part down, or hand the value in as an argument`),
    )
    expect(strays).toEqual([])
  })
})

describe.each(Object.entries(PURE_ROOMS))('room %s', (room, packages) => {
  const files = shipped.filter((file) => roomOf(file) === room)

  test('has no clock, no dice, and no package that has them', () => {
    const strays = files.flatMap((file) => [
      ...linesOf(file)
        .filter(({ text }) => IMPURE.test(text))
        .map(({ at, text }) => `${at} has "${text.trim()}": take the instant or the number as an argument`),
      ...importsOf(file)
        .filter(({ path }) => !path.startsWith('.') && !packages.includes(path))
        .map(
          ({ path }) => `${file} imports ${path}: move what needs it to another room, or take its result as a value`,
        ),
    ])
    expect(strays).toEqual([])
  })
})

test('the pages know the server by its types only', () => {
  const strays = shipped
    .filter((file) => roomOf(file) === 'web')
    .flatMap((file) =>
      importsOf(file)
        .filter(({ target, isType }) => target === 'http' && !isType)
        .map(({ path }) => `${file} imports ${path}: write "import type"`),
    )
  expect(strays).toEqual([])
})

test('nothing that ships imports the test helpers', () => {
  const strays = shipped.flatMap((file) =>
    importsOf(file)
      .filter(({ target }) => target === 'testing')
      .map(({ path }) => `${file} imports ${path}: move the helper into the room that needs it`),
  )
  expect(strays).toEqual([])
})

test('every room is on the map', () => {
  const rooms = new Set(sources.filter((file) => /^src\/[^/]+\//.test(file)).map(roomOf))
  const unknown = [...rooms].filter((room) => room !== 'testing' && !(room in MAY_IMPORT))
  expect(unknown, 'add the room to docs and to MAY_IMPORT, or use one that exists').toEqual([])
})

test(`a file has at most ${LONGEST_FILE} lines`, () => {
  const long = sources
    .filter((file) => !file.includes('.generated.') && !LONG_FILES.includes(file))
    .map((file) => ({ file, lines: linesOf(file).length }))
    .filter(({ lines }) => lines > LONGEST_FILE)
    .map(({ file, lines }) => `${file} has ${lines} lines: split it by meaning`)
  expect(long).toEqual([])
})

test('no files import each other in a circle', () => {
  expect(circlesIn(new Map(sources.map((file) => [file, filesImportedBy(file)])))).toEqual([])
})

test('no rooms import each other in a circle', () => {
  const rooms = new Map<string, string[]>()
  for (const file of shipped) {
    const room = roomOf(file)
    const others = filesImportedBy(file).map(roomOf)
    rooms.set(
      room,
      [...new Set([...(rooms.get(room) ?? []), ...others])].filter((other) => other !== room),
    )
  }
  expect(circlesIn(rooms)).toEqual([])
})

test('what ships does not import the benches', () => {
  const strays = sources.filter(
    (file) => file.startsWith('src/') && filesImportedBy(file).some((path) => path.startsWith('bench/')),
  )
  expect(strays, 'bench is a program of its own').toEqual([])
})

test(`a folder holds at most ${FULLEST_FOLDER} files`, () => {
  const folders = Map.groupBy(
    repositoryFiles().filter((file) => /^(src|e2e|bench|scripts)\//.test(file)),
    (file) => dirname(file),
  )
  // Migrations are one numbered list: nobody looks for one by what it is for.
  const full = [...folders].filter(
    ([folder, files]) => folder !== 'src/storage/schema/migrations' && files.length > FULLEST_FOLDER,
  )
  expect(
    full.map(([folder, files]) => `${folder} holds ${files.length} files: sort them into folders by what they are for`),
  ).toEqual([])
})

test('file names are kebab-case', () => {
  const odd = sources.filter((file) => !/^([a-z0-9-]+\/)*[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(file))
  expect(odd).toEqual([])
})

test('no text speaks of a particular machine', () => {
  const strays = repositoryFiles()
    .filter((file) => /\.(ts|tsx|mjs|css|html|json|md|sql|yml|yaml)$|^\.ci\//.test(file))
    .flatMap(linesOf)
    .filter(({ text }) => MACHINE_PATH.test(text))
    .map(({ at, text }) => `${at} has "${text.trim()}": write it relative to the repository`)
  expect(strays).toEqual([])
})

test('reasoning, storage, office routes and workers name no kind of matter: what differs between kinds is data', () => {
  const rooms = /^src\/(engine|storage|workers|http\/office)\//
  const word = new RegExp(`(['"\`])(${[...new Set(PROCEDURES.map(({ id }) => id))].join('|')})\\1`)
  const strays = shipped
    .filter((file) => rooms.test(file))
    .flatMap(linesOf)
    .filter(({ text }) => word.test(text))
    .map(({ at, text }) => `${at} has "${text.trim()}": let the definition say it`)
  expect(strays).toEqual([])
})

test('every migration has a number of its own, without gaps', () => {
  const names = repositoryFiles()
    .filter((file) => file.startsWith('src/storage/schema/migrations/') && file.endsWith('.sql'))
    .map((file) => file.slice('src/storage/schema/migrations/'.length))
    .sort()
  const numbers = names.map((name) => Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1]))
  expect(numbers, `rename the newer one: ${names.join(', ')}`).toEqual(names.map((_, index) => index + 1))
})

type Import = { path: string; isType: boolean; target: string | undefined }

/** Static, side-effect and dynamic imports; `target` is the room of a file of ours. */
function importsOf(file: string): Import[] {
  const text = readFile(file)
  const found = [
    ...text.matchAll(/^\s*(?:import|export)\s+(type\s)?[^'"`;]*?from\s+'([^']+)'/gm),
    ...text.matchAll(/^\s*import\s+()'([^']+)'/gm),
    ...text.matchAll(/\bimport\(\s*()'([^']+)'/g),
  ]
  return found.map(([, type, path = '']) => ({
    path,
    isType: Boolean(type),
    target: path.startsWith('.') ? roomOf(join(dirname(file), path)) : undefined,
  }))
}

/** Files of ours that a file imports, as the repository names them. */
function filesImportedBy(file: string): string[] {
  return importsOf(file)
    .filter(({ path }) => path.startsWith('.'))
    .map(({ path }) => join(dirname(file), path).replaceAll('\\', '/'))
}

/** Each group of nodes that reach one another (strongly connected components after Tarjan), sorted. */
function circlesIn(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const stack: string[] = []
  const circles: string[][] = []
  const visit = (node: string) => {
    order.set(node, order.size)
    lowest.set(node, order.size - 1)
    stack.push(node)
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) visit(next)
      if (stack.includes(next)) lowest.set(node, Math.min(lowest.get(node) ?? 0, lowest.get(next) ?? 0))
    }
    if (lowest.get(node) !== order.get(node)) return
    const circle = stack.splice(stack.indexOf(node))
    if (circle.length > 1) circles.push(circle.sort())
  }
  for (const node of graph.keys()) if (!order.has(node)) visit(node)
  return circles
}

function roomOf(file: string): string {
  const [top = '', room = ''] = file.replaceAll('\\', '/').split('/')
  return top === 'src' ? room : top
}
