import pg from 'pg'
import { wholeWhereLean } from '../../engine/record/lean-matter.ts'

/**
 * How values arrive from PostgreSQL, settled once. Not through pg.types.setTypeParser, which changes the whole process.
 *
 * - date: text `2026-09-28`; a JavaScript Date would move the day with the time zone
 * - timestamptz: text `2026-09-28T01:12:00.000Z`; finer parts of a second are cut, so store whole milliseconds
 * - bigint, numeric: numbers; a whole number too large to be exact is an error, so select such a column as text
 * - timestamp without time zone, interval: text as it is
 * - json: parsed
 * - jsonb: parsed; a matter that its row keeps lean is whole again, whoever selects it
 */
export function getTypeParser(oid: number, format?: 'text' | 'binary') {
  return (format === 'binary' ? undefined : PARSERS.get(oid)) ?? pg.types.getTypeParser(oid, format)
}

type Parse = (text: string) => unknown

const text: Parse = (value) => value

/** A whole or decimal number that a JavaScript number holds without losing units. */
function exactNumber(value: string): number {
  const number = Number(value)
  if (Number.isInteger(number) && !Number.isSafeInteger(number)) {
    throw new RangeError(`${value} is too large to be exact as a number: select it as text`)
  }
  return number
}

/** The server speaks ISO in UTC (`connect` asks for it): `2026-09-28 01:12:00.5+00`. */
export function instant(value: string): string {
  if (!value.endsWith('+00')) return value // infinity, and years before our era
  const [day = '', time = ''] = value.slice(0, -3).split(' ')
  const [seconds = '', fraction = ''] = time.split('.')
  return `${day}T${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}Z`
}

const TEXT_ARRAY: number = 1009
const parseTextArray: (value: string) => unknown[] = pg.types.getTypeParser(TEXT_ARRAY, 'text')

const arrayOf =
  (parse: Parse): Parse =>
  (value) =>
    parseTextArray(value).map(function parseItem(item: unknown): unknown {
      return Array.isArray(item) ? item.map(parseItem) : typeof item === 'string' ? parse(item) : null
    })

/** By type number; the second is that of the array. From PostgreSQL's pg_type.dat, where they are fixed for ever. */
const SCALARS: [oid: number, arrayOid: number, parse: Parse][] = [
  [20, 1016, exactNumber], // bigint
  [1700, 1231, exactNumber], // numeric
  [1082, 1182, text], // date
  [1114, 1115, text], // timestamp
  [1184, 1185, instant], // timestamptz
  [1186, 1187, text], // interval
]

const JSONB = 3802

const PARSERS = new Map<number, Parse>([
  ...SCALARS.flatMap(([oid, arrayOid, parse]): [number, Parse][] => [
    [oid, parse],
    [arrayOid, arrayOf(parse)],
  ]),
  [JSONB, (value) => wholeWhereLean(JSON.parse(value))],
])
