import type { Instant } from '../time/time.ts'

/** Longitude and latitude in degrees, as GeoJSON writes them. Which datum does not matter: nothing lies below the areas. */
export type Position = readonly [longitude: number, latitude: number]

/** A closed line: its last position is its first. */
export type Ring = readonly Position[]

/** The outer line, then the holes in it. */
export type Polygon = readonly Ring[]

/** Where a unit lies on the office's map. */
export type MapArea = {
  readonly unitId: string
  readonly polygons: readonly Polygon[]
  /** People who live there, where the file says so: what a rate is counted by. */
  readonly population?: number
}

/** The office's map as it is now. */
export type OfficeMap = {
  readonly version: number
  readonly fileName: string
  readonly at: Instant
  readonly areas: readonly MapArea[]
}

/** What the map page gets: without a map it says who may put one in. */
export type MapView = { readonly mayChange: boolean; readonly map?: OfficeMap }

/** Why a shape of a file stands for no unit: nothing is called so, several are, or an earlier shape of the file is its area. */
export type AreaTrouble = 'unknown' | 'several' | 'taken'

/** One shape of a file, as whoever puts it in looks it through. */
export type AreaRow = {
  /** Which one of the file, from 1. */
  readonly row: number
  readonly name?: string
  readonly code?: string
  readonly unitId?: string
  readonly trouble?: AreaTrouble
  readonly points: number
  /** Places where its line crosses itself: drawn all the same, and worth a look. */
  readonly crossings: number
  readonly population?: number
}

/** What a file says, before it becomes the map. */
export type AreaReport = {
  readonly rows: readonly AreaRow[]
  /** Units beside those on the map that would have no area. */
  readonly without: readonly string[]
}

/** Bytes of a file with shapes: the outlines of a large city's counties, as published, are under one million. */
export const MOST_MAP_BYTES = 4_000_000
