import { isAscii, isUtf8 } from 'node:buffer'

/** Encodings in which offices here save tables. GB18030 holds GBK and GB 2312. */
export const ENCODINGS = ['utf-8', 'gb18030', 'gbk', 'gb2312', 'big5', 'utf-16le', 'utf-16be'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** Why bytes are no text that could be read without guessing. `line` is the first that does not fit. */
export type EncodingFault = {
  readonly rule: 'workbook' | 'old-workbook' | 'mixed' | 'no-text' | 'other-encoding' | 'long-line'
  readonly line?: number
}

/** Listens to the bytes of a file in order; at their end says how they are written. */
export type EncodingWatch = {
  readonly take: (bytes: Buffer) => void
  /** @param said the encoding that somebody named; it decides where the bytes leave a choice */
  readonly end: (said?: Encoding) => Encoding | EncodingFault
}

const LINE_END = 0x0a
/** How a zip archive (xlsx) and the container of old office files (xls) begin. */
const WORKBOOKS: Readonly<Record<string, EncodingFault>> = {
  '504b0304': { rule: 'workbook' },
  d0cf11e0: { rule: 'old-workbook' },
}
/** A line with so many characters of three bytes that are right in UTF-8 is UTF-8 and nothing else. */
const SURE = 2
/** Bytes of one line: a row of five hundred full cells has fewer. Whoever has more has no lines. */
const LONGEST_LINE = 4_000_000
/** A text holds none; a handful stand in cells of a damaged export, and cost their rows only. */
const MOST_NULS = 100

/** Finds the encoding from all bytes, not from the first: headings are often plain where the cells are not. */
export function watchEncoding(): EncodingWatch {
  let start: Buffer = Buffer.alloc(0)
  let rest: Buffer = Buffer.alloc(0)
  let line = 1
  const seen = { utf8: 0, other: 0, otherLine: 0, bad: 0, pairs: 0, plainPairs: 0, nuls: 0 }
  let tooLong = 0
  const takeLines = (lines: Buffer) => {
    if (isAscii(lines)) line += count(lines, LINE_END)
    else if (isUtf8(lines)) {
      seen.utf8 += longCharacters(lines) >= SURE ? 1 : 0
      line += count(lines, LINE_END)
    } else for (const one of linesOf(lines)) takeLine(one)
  }
  const takeLine = (one: Buffer) => {
    if (!isAscii(one) && isUtf8(one)) seen.utf8 += longCharacters(one) >= SURE ? 1 : 0
    else if (!isAscii(one)) {
      seen.other += 1
      seen.otherLine ||= line
      const { pairs, plain, isWhole } = chinesePairs(one)
      seen.pairs += pairs
      seen.plainPairs += plain
      if (!isWhole) seen.bad ||= line
    }
    line += one.at(-1) === LINE_END ? 1 : 0
  }
  return {
    take: (bytes) => {
      if (start.length < 4096) start = Buffer.concat([start, bytes.subarray(0, 4096)])
      if (tooLong > 0) return
      seen.nuls += count(bytes, 0)
      const cut = bytes.lastIndexOf(LINE_END) + 1
      if (rest.length + (cut === 0 ? bytes.length : bytes.indexOf(LINE_END)) > LONGEST_LINE) {
        tooLong = line
        rest = Buffer.alloc(0)
        return
      }
      if (cut === 0) rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes])
      else {
        takeLines(rest.length === 0 ? bytes.subarray(0, cut) : Buffer.concat([rest, bytes.subarray(0, cut)]))
        rest = bytes.subarray(cut)
      }
    },
    end: (said) => {
      const workbook = WORKBOOKS[start.subarray(0, 4).toString('hex')]
      if (workbook) return workbook
      if (tooLong > 0) return { rule: 'long-line', line: tooLong }
      const wide = wideEncoding(start)
      if (wide) return wide
      if (seen.nuls > MOST_NULS) return { rule: 'no-text', line: 1 }
      if (rest.length > 0) takeLines(rest)
      rest = Buffer.alloc(0)
      return judged(seen, said, isMarked(start))
    },
  }
}

type Seen = { utf8: number; other: number; otherLine: number; bad: number; pairs: number; plainPairs: number }

function judged(seen: Seen, said: Encoding | undefined, marked: boolean): Encoding | EncodingFault {
  if (said === 'utf-16le' || said === 'utf-16be') return said
  if (said === 'utf-8' || marked) return seen.other > 0 ? { rule: 'other-encoding', line: seen.otherLine } : 'utf-8'
  if (seen.other === 0) return said === undefined || seen.utf8 > 0 ? utf8Or(said, seen) : said
  if (seen.utf8 > 0) return { rule: 'mixed', line: seen.otherLine }
  if (said === 'big5') return said
  if (seen.bad > 0) return { rule: 'no-text', line: seen.bad }
  // Text of Western Europe read as GB 18030 gives rare characters; Chinese text is nearly all of the two common levels.
  if (said === undefined && seen.plainPairs < 0.7 * seen.pairs) return { rule: 'no-text', line: seen.otherLine }
  return said ?? 'gb18030'
}

/** Bytes that can only be UTF-8 under the name of another encoding would come out as wrong characters. */
const utf8Or = (said: Encoding | undefined, seen: Seen): Encoding | EncodingFault =>
  said === undefined ? 'utf-8' : seen.utf8 > 0 ? { rule: 'other-encoding', line: 1 } : said

const isMarked = (start: Buffer) => start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf

/** UTF-16 by its mark, or by the empty half of its plain characters. */
function wideEncoding(start: Buffer): Encoding | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  for (const [index, byte] of start.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const most = start.length / 20
  if (odd > most && odd > 10 * even) return 'utf-16le'
  return even > most && even > 10 * odd ? 'utf-16be' : undefined
}

function* linesOf(bytes: Buffer): Generator<Buffer> {
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(LINE_END, from)
    const to = end < 0 ? bytes.length : end + 1
    yield bytes.subarray(from, to)
    from = to
  }
}

function count(bytes: Buffer, byte: number): number {
  let found = 0
  for (let at = bytes.indexOf(byte); at >= 0; at = bytes.indexOf(byte, at + 1)) found += 1
  return found
}

/** Characters of three bytes, as Chinese ones are in UTF-8; counting stops where it is clear. */
function longCharacters(bytes: Buffer): number {
  let found = 0
  for (let index = 0; index < bytes.length && found < SURE; index += 1) if ((bytes[index] ?? 0) >= 0xe3) found += 1
  return found
}

/** Double bytes of GB 18030: how many, how many of the two common levels and signs, and whether nothing else is there. */
function chinesePairs(bytes: Buffer): { pairs: number; plain: number; isWhole: boolean } {
  let pairs = 0
  let plain = 0
  for (let index = 0; index < bytes.length; index += 1) {
    const lead = bytes[index] ?? 0
    if (lead < 0x80) continue
    const trail = bytes[index + 1] ?? 0
    const isFour = trail >= 0x30 && trail <= 0x39 && (bytes[index + 2] ?? 0) >= 0x81
    if (lead === 0x80 || lead === 0xff || trail === 0x7f || (trail < 0x40 && !isFour))
      return { pairs, plain, isWhole: false }
    pairs += 1
    if (trail >= 0xa1 && (lead <= 0xa9 ? lead >= 0xa1 : lead >= 0xb0 && lead <= 0xf7)) plain += 1
    index += isFour ? 3 : 1
  }
  return { pairs, plain, isWhole: true }
}
