import type { Polygon, Position, Ring } from '../../domain/map/map-area.ts'
import { present } from '../../domain/present.ts'
import { AnlanError, type IssueRule } from '../../domain/wording/errors.ts'
import { type Comparisons, crossingsOf } from './crossings.ts'

/** What a file may hold. A large city with all its villages stays far below each. */
const MOST = {
  features: 3_000,
  polygons: 500,
  rings: 200,
  points: 200_000,
  comparisons: 4_000_000,
  population: 200_000_000,
}
const LONGEST_NAME = 60
/** Near the poles the drawing would be torn apart, and nobody governs a county there. */
const HIGHEST_LATITUDE = 85
/** A closed line has three corners and comes back. */
const LEAST_POINTS = 4
/** Decimals of a degree that are kept: one metre. */
const GRID = 1e5

/** A shape of a GeoJSON file and what it says of itself. */
export type Shape = {
  readonly name?: string
  readonly code?: string
  /** The name of the unit above, where names alone would not tell places apart. */
  readonly parent?: string
  readonly population?: number
  readonly polygons: readonly Polygon[]
  readonly points: number
  readonly crossings: number
}

type Limits = { points: number; readonly comparisons: Comparisons }

/**
 * The shapes of a GeoJSON file (RFC 7946): a FeatureCollection of Polygons and MultiPolygons in degrees. Nothing of a feature is
 * kept but its shape, its name or code, the name above it, and its population.
 * @throws AnlanError request-invalid, naming the feature and what is wrong with it
 */
export function readShapes(bytes: Uint8Array): Shape[] {
  const file = objectIn(parse(bytes), 'file')
  if (file.type !== 'FeatureCollection') refuse('file.type', 'not-an-option', 'FeatureCollection')
  const features = listIn(file.features, 'features', MOST.features)
  const limits: Limits = { points: MOST.points, comparisons: { left: MOST.comparisons } }
  return features.map((feature, at) => shapeOf(feature, `features.${at + 1}`, limits))
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return refuse('file', 'wrong-form', 'GeoJSON')
  }
}

function shapeOf(given: unknown, path: string, limits: Limits): Shape {
  const feature = objectIn(given, path)
  const properties = feature.properties == null ? {} : objectIn(feature.properties, `${path}.properties`)
  const geometry = objectIn(feature.geometry, `${path}.geometry`)
  const where = `${path}.geometry`
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon')
    refuse(`${where}.type`, 'not-an-option', 'Polygon, MultiPolygon')
  const shapes =
    geometry.type === 'Polygon' ? [geometry.coordinates] : listIn(geometry.coordinates, where, MOST.polygons)
  const before = limits.points
  const polygons = shapes.map((polygon) =>
    listIn(polygon, where, MOST.rings).map((ring) => ringOf(ring, where, limits)),
  )
  return {
    polygons,
    points: before - limits.points,
    crossings: crossingsIn(polygons, where, limits),
    ...present({
      name: word(properties.name ?? properties.NAME ?? properties.名称),
      code: word(feature.id ?? properties.unit ?? properties.code ?? properties.adcode),
      parent: word(properties.parent ?? properties.上级),
      population: populationOf(properties.population ?? properties.人口, path),
    }),
  }
}

function ringOf(given: unknown, path: string, limits: Limits): Ring {
  const positions = listIn(given, path, MOST.points).map((position) => positionOf(position, path))
  const [first] = positions
  const last = positions.at(-1)
  // Left open, as some programs write it.
  const closed = first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...positions, first] : positions
  if (closed.length < LEAST_POINTS) refuse(path, 'too-small', LEAST_POINTS)
  limits.points -= closed.length
  if (limits.points < 0) refuse('file', 'too-large', MOST.points)
  return closed
}

function positionOf(given: unknown, path: string): Position {
  if (!Array.isArray(given) || given.length < 2 || given.length > 4) refuse(path, 'wrong-form', '[lon, lat]')
  const [longitude, latitude] = given as unknown[]
  return [degrees(longitude, 180, path), degrees(latitude, HIGHEST_LATITUDE, path)]
}

function degrees(given: unknown, most: number, path: string): number {
  // JSON has no NaN; 1e999 arrives as infinity.
  if (typeof given !== 'number' || !Number.isFinite(given)) return refuse(path, 'wrong-type', '[lon, lat]')
  if (Math.abs(given) > most) return refuse(path, given > 0 ? 'too-large' : 'too-small', given > 0 ? most : -most)
  return Math.round(given * GRID) / GRID
}

function crossingsIn(polygons: readonly Polygon[], path: string, { comparisons }: Limits): number {
  let sum = 0
  for (const ring of polygons.flat()) {
    const crossings = crossingsOf(ring, comparisons)
    if (crossings === undefined) return refuse(path, 'too-large', MOST.comparisons)
    sum += crossings
  }
  return sum
}

function populationOf(given: unknown, path: string): number | undefined {
  if (given === undefined || given === null || given === '') return undefined
  const people = typeof given === 'string' ? Number(given) : given
  if (typeof people !== 'number' || !Number.isInteger(people) || people < 0)
    return refuse(`${path}.properties.population`, 'wrong-type')
  if (people > MOST.population) return refuse(`${path}.properties.population`, 'too-large', MOST.population)
  // Nobody lives there: there is nothing to count a rate by.
  return people === 0 ? undefined : people
}

/** A name or code, cut to what one has; anything else is none. */
function word(given: unknown): string | undefined {
  const text = typeof given === 'number' ? String(given) : given
  if (typeof text !== 'string') return undefined
  return text.normalize('NFC').trim().slice(0, LONGEST_NAME) || undefined
}

function objectIn(given: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return refuse(path, 'wrong-form')
  return given as Record<string, unknown>
}

function listIn(given: unknown, path: string, most: number): readonly unknown[] {
  if (!Array.isArray(given)) return refuse(path, 'wrong-form')
  if (given.length === 0) return refuse(path, 'too-small', 1)
  if (given.length > most) return refuse(path, 'too-large', most)
  return given
}

function refuse(field: string, rule: IssueRule, limit?: number | string): never {
  throw new AnlanError('request-invalid', { issues: [{ field, rule, ...present({ limit }) }] })
}
