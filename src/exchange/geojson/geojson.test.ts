import { describe, expect, test } from 'vitest'
import type { Unit } from '../../domain/unit/unit.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { text } from '../../domain/wording/text.ts'
import { matchAreas } from './match-areas.ts'
import { readShapes } from './read-shapes.ts'

const square = (x = 0, y = 0, size = 1) => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
]
const feature = (
  properties: object | null,
  coordinates: unknown = [square()],
  type = 'Polygon',
  id?: string | number,
) => ({
  type: 'Feature',
  ...(id === undefined ? {} : { id }),
  properties,
  geometry: { type, coordinates },
})
const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
const collection = (...features: unknown[]) => bytes({ type: 'FeatureCollection', features })
const read = (...features: unknown[]) => readShapes(collection(...features))

const refusal = (file: Uint8Array): string => {
  try {
    readShapes(file)
  } catch (error) {
    if (error instanceof AnlanError && error.code === 'request-invalid') {
      const [issue] = (error.details as { issues: { field: string; rule: string }[] }).issues
      return `${issue?.field} ${issue?.rule}`
    }
    throw error
  }
  return 'taken'
}

describe('a file with shapes', () => {
  test('gives each shape with its name, code, population and points, and nothing else that it says', () => {
    const [shape] = read(
      feature({ name: ' 东浦镇 ', population: 41200, phone: '13900001234' }, [square()], 'Polygon', 330102),
    )
    expect(shape).toEqual({
      name: '东浦镇',
      code: '330102',
      population: 41200,
      points: 5,
      crossings: 0,
      polygons: [[square()]],
    })
  })

  test('of several parts and with holes is taken; a line left open is closed', () => {
    const [shape] = read(
      feature({ name: '两片' }, [[square(0, 0, 9), square(1, 1)], [square(20, 20).slice(0, 4)]], 'MultiPolygon'),
    )
    expect(shape?.polygons.map((rings) => rings.map(({ length }) => length))).toEqual([[5, 5], [5]])
  })

  test('whose line crosses itself is told how often: published outlines do so here and there', () => {
    const bow = [
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 1],
      [0, 0],
    ]
    expect(read(feature(null, [bow]))[0]?.crossings).toBe(1)
    expect(
      read(
        feature(null, [
          [
            [0, 0],
            [2, 0],
            [1, 0],
            [1, 2],
            [0, 0],
          ],
        ]),
      )[0]?.crossings,
    ).toBe(0)
  })

  test.each([
    ['no JSON', bytes('kml'), 'file wrong-form'],
    ['no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 'file wrong-form'],
    ['a list', bytes([]), 'file wrong-form'],
    ['another type', bytes({ type: 'Topology' }), 'file.type not-an-option'],
    ['nothing in it', collection(), 'features too-small'],
    ['a point', collection(feature(null, [1, 2], 'Point')), 'features.1.geometry.type not-an-option'],
    ['no geometry', collection({ type: 'Feature', properties: {}, geometry: null }), 'features.1.geometry wrong-form'],
    ['packed coordinates', collection(feature(null, ['@@AB'])), 'features.1.geometry wrong-form'],
    ['NaN', bytes('{"type":"FeatureCollection","features":[NaN]}'), 'file wrong-form'],
    [
      'infinity',
      bytes(JSON.stringify({ type: 'FeatureCollection', features: [feature(null)] }).replace('[1,1]', '[1e999,1]')),
      'features.1.geometry wrong-type',
    ],
    ['null for a number', collection(feature(null, [[[null, 1], ...square()]])), 'features.1.geometry wrong-type'],
    ['metres for degrees', collection(feature(null, [square(500_000, 30)])), 'features.1.geometry too-large'],
    ['the pole', collection(feature(null, [square(0, -89)])), 'features.1.geometry too-small'],
    [
      'a line without inside',
      collection(
        feature(null, [
          [
            [0, 0],
            [1, 1],
            [0, 0],
          ],
        ]),
      ),
      'features.1.geometry too-small',
    ],
    ['half a person', collection(feature({ population: 1.5 })), 'features.1.properties.population wrong-type'],
    ['fewer than nobody', collection(feature({ population: -1 })), 'features.1.properties.population wrong-type'],
  ])('with %s is refused in words', (_, file, expected) => {
    expect(refusal(file)).toBe(expected)
  })

  test('that is deep, long or tangled is refused before it costs anything', () => {
    expect(refusal(bytes(`${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`))).toBe('file wrong-form')
    expect(refusal(collection(...Array.from({ length: 3_001 }, () => feature(null))))).toBe('features too-large')
    const long = Array.from({ length: 100_001 }, (_, at) => [at % 2, at / 2e6])
    expect(refusal(collection(feature(null, [long]), feature(null, [long])))).toMatch(/too-large$/)
    // Every segment lies over every other one.
    const tangled = Array.from({ length: 20_000 }, (_, at) => [at % 2 ? 100 : -100, (at * 7919) % 80])
    expect(refusal(collection(feature(null, [tangled])))).toBe('features.1.geometry too-large')
  })
})

describe('shapes become areas of units', () => {
  const unit = (id: string, parentId: string | undefined, zh: string, path: string): Unit => ({
    id,
    kind: parentId === undefined ? 'county' : parentId === 'county' ? 'township' : 'village',
    name: text(zh, `${id} EN`),
    path,
    ...(parentId === undefined ? {} : { parentId }),
  })
  const units = Object.fromEntries(
    [
      unit('county', undefined, '青岚县', '/county/'),
      unit('dongpu', 'county', '东浦镇', '/county/dongpu/'),
      unit('yunxi', 'county', '云溪镇', '/county/yunxi/'),
      unit('liuhe', 'county', '柳河镇', '/county/liuhe/'),
      unit('a', 'dongpu', '新村', '/county/dongpu/a/'),
      unit('b', 'yunxi', '新村', '/county/yunxi/b/'),
    ].map((each) => [each.id, each]),
  )
  const matched = (...features: unknown[]) => matchAreas(read(...features), { units, posts: {} })
  const told = (...features: unknown[]) =>
    matched(...features).report.rows.map(({ unitId, trouble }) => unitId ?? trouble)

  test('by id, by either name, and by the names above', () => {
    expect(
      told(
        feature({ code: 'dongpu', name: '别名' }),
        feature({ name: '云溪镇' }),
        feature({ name: 'liuhe EN' }),
        feature({ name: '东浦镇新村' }),
        feature({ name: '新村', parent: '云溪镇' }),
      ),
    ).toEqual(['dongpu', 'yunxi', 'liuhe', 'a', 'b'])
  })

  test('or are told of and left out: unknown, of several units, of one that has its area', () => {
    const { areas, report } = matched(
      feature({ name: '邻县' }),
      feature({ name: '新村' }),
      feature({ name: '东浦镇' }),
      feature({ name: '东浦镇' }),
      feature(null),
      feature({ code: '__proto__' }),
    )
    expect(report.rows.map(({ trouble }) => trouble)).toEqual([
      'unknown',
      'several',
      undefined,
      'taken',
      'unknown',
      'unknown',
    ])
    expect(areas.map(({ unitId }) => unitId)).toEqual(['dongpu'])
    expect(report.without).toEqual(['yunxi', 'liuhe'])
  })
})
