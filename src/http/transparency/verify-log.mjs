#!/usr/bin/env node
// Checks a transparency log of Anlan, or of anybody who follows C2SP tlog-tiles. One file, nothing but Node.js 20 or newer; written
// apart from the program that keeps the log, so that one mistake is not made twice.
//
//   node verify-log.mjs log FOLDER|URL KEY [OLD-CHECKPOINT …]   every entry, tile and head; the old heads are its beginning
//   node verify-log.mjs receipt FILE KEY [WITNESS-KEY …]        a proof that one record is in the log
//
// Ends with 0 and "OK …" when all holds, else with 1 and what does not hold.
import { createHash, createHmac, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const fail = (message) => {
  throw new Error(message)
}
const sha = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest()
const leafHash = (entry) => sha(Buffer.of(0), entry)
const nodeHash = (left, right) => sha(Buffer.of(1), left, right)

const base64 = (text) => {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : fail(`not Base64: ${text}`)
}

/** A key as a line: name+id+base64(type ‖ key). */
function readKey(line) {
  const [, name, id, material] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(line.trim()) ?? fail(`not a key: ${line}`)
  const bytes = base64(material)
  if (bytes.length !== 33 || ![1, 4].includes(bytes[0])) fail('only Ed25519 keys of logs and witnesses are known')
  const keyId = sha(Buffer.from(`${name}\n`), bytes).subarray(0, 4)
  if (keyId.toString('hex') !== id) fail('the key does not fit its own number')
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), bytes.subarray(1)])
  return { name, keyId, type: bytes[0], key: createPublicKey({ key: der, format: 'der', type: 'spki' }) }
}

/** A signed head. The log's own signature must be good; whose cosignatures are good is told. */
function readCheckpoint(note, keyLine, witnessLines = []) {
  const end = note.lastIndexOf('\n\n')
  if (end < 0 || !note.endsWith('\n')) fail('not a signed note')
  const text = note.slice(0, end + 1)
  const signatures = note
    .slice(end + 2, -1)
    .split('\n')
    .map((line) => /^— (\S+) (\S+)$/.exec(line) ?? fail('not a signature line'))
    .map(([, name, data]) => ({ name, data: base64(data) }))
  const [origin, size, root] = text.split('\n')
  if (!/^(0|[1-9]\d{0,15})$/.test(size ?? '') || base64(root ?? '').length !== 32) fail('not a checkpoint')
  const by = (key) => {
    const own = signatures.filter(({ name, data }) => name === key.name && data.subarray(0, 4).equals(key.keyId))
    const good = own.map(({ data }) => isGood(text, key, data.subarray(4)))
    if (good.includes(false)) fail(`a signature of ${key.name} is forged`)
    return good.length > 0
  }
  const key = readKey(keyLine)
  if (key.type !== 1 || key.name !== origin) fail(`the head is of ${origin}, the key of ${key.name}`)
  if (!by(key)) fail('the log did not sign this head')
  const witnesses = witnessLines.map(readKey).filter(by)
  return { size: Number(size), root: base64(root), witnesses: witnesses.map(({ name }) => name) }
}

function isGood(text, { type, key }, signature) {
  if (type === 1) return verify(null, Buffer.from(text), key, signature)
  if (signature.length !== 72) return false
  const head = `cosignature/v1\ntime ${signature.readBigUInt64BE(0)}\n`
  return verify(null, Buffer.from(head + text), key, signature.subarray(8))
}

const tilePath = (n, width) => {
  const digits = String(n)
  const parts = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g)
  const place = parts.map((part, at) => (at < parts.length - 1 ? `x${part}` : part)).join('/')
  return width === 256 ? place : `${place}.p/${width}`
}

/** Reads from a folder or an address; a tile that is full by now may have gone as a partial one. */
function readerOf(place) {
  if (!/^https?:/.test(place)) return async (path) => readFileSync(join(place, path))
  return async (path) => {
    const answer = await fetch(`${place.replace(/\/$/, '')}/${path}`)
    return answer.ok ? Buffer.from(await answer.arrayBuffer()) : fail(`${path}: ${answer.status}`)
  }
}

const split = (bytes) => Array.from({ length: bytes.length / 32 }, (_, at) => bytes.subarray(at * 32, at * 32 + 32))

/** Entries of a bundle, each with its length in front. */
function entriesOf(bytes) {
  const found = []
  for (let at = 0; at < bytes.length; ) {
    const length = bytes.readUInt16BE(at)
    if (at + 2 + length > bytes.length) fail('a bundle ends in the middle of an entry')
    found.push(bytes.subarray(at + 2, at + 2 + length))
    at += 2 + length
  }
  return found
}

/** Hashes of perfect subtrees, from the left; what they give is the root. */
const rootOf = (peaks) =>
  peaks.length === 0 ? sha() : peaks.map(({ root }) => root).reduceRight((right, left) => nodeHash(left, right))

async function checkLog(place, keyLine, oldNotes) {
  const read = readerOf(place)
  const head = readCheckpoint((await read('checkpoint')).toString('utf8'), keyLine)
  const old = oldNotes.map((note) => readCheckpoint(note, keyLine))
  for (const { size } of old) if (size > head.size) fail(`the log was cut: it had ${size} entries and has ${head.size}`)
  const wanted = new Map()
  const peaks = []
  const levels = []
  const note = (size) => wanted.set(size, rootOf(peaks))
  const sizes = new Set(old.map(({ size }) => size))
  if (sizes.has(0)) note(0)
  let size = 0
  for (let n = 0; n * 256 < head.size; n += 1) {
    const width = Math.min(256, head.size - n * 256)
    const entries = entriesOf(await read(`tile/entries/${tilePath(n, width)}`))
    const hashes = split(await read(`tile/0/${tilePath(n, width)}`))
    if (entries.length !== width || hashes.length !== width) fail(`tile ${n} has not ${width} entries`)
    for (const [at, entry] of entries.entries()) {
      const leaf = leafHash(entry)
      if (!leaf.equals(hashes[at])) fail(`entry ${n * 256 + at} is not what its tile says`)
      add(peaks, leaf, (level, root) => {
        levels[level] ??= []
        levels[level].push(root)
      })
      size += 1
      if (sizes.has(size)) note(size)
    }
  }
  for (const [level, hashes] of levels.entries()) await checkLevel(read, level, hashes ?? [])
  if (!rootOf(peaks).equals(head.root)) fail('the entries do not give the root that was signed')
  for (const one of old)
    if (!wanted.get(one.size).equals(one.root))
      fail(`the log was rewritten: its first ${one.size} entries are not those that were signed before`)
  return head
}

/** Puts a leaf at the end; a subtree of 256 to the power of a level is a hash of that level. */
function add(peaks, leaf, onTile) {
  let [width, root] = [1, leaf]
  while (peaks.length > 0 && peaks[peaks.length - 1].width === width) {
    root = nodeHash(peaks.pop().root, root)
    width *= 2
    const level = Math.log2(width) / 8
    if (Number.isInteger(level)) onTile(level, root)
  }
  peaks.push({ width, root })
}

async function checkLevel(read, level, hashes) {
  for (let n = 0; n * 256 < hashes.length; n += 1) {
    const own = hashes.slice(n * 256, n * 256 + 256)
    const bytes = await read(`tile/${level}/${tilePath(n, own.length)}`)
    if (!bytes.equals(Buffer.concat(own))) fail(`tile ${level}/${n} is not what the entries give`)
  }
}

/** RFC 9162, 2.1.3.2. */
function isIncluded(leaf, index, size, proof, root) {
  if (index >= size) return false
  let [at, last, found] = [index, size - 1, leaf]
  for (const other of proof) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      found = nodeHash(other, found)
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)]
    } else found = nodeHash(found, other)
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return last === 0 && found.equals(root)
}

/** What a receipt proves: this text, whole, stands at this place of the log that was signed. */
function checkReceipt(text, keyLine, witnessLines) {
  const end = text.indexOf('\n\n')
  const [first, extraLine, indexLine, ...lines] = text.slice(0, end).split('\n')
  if (first !== 'c2sp.org/tlog-proof@v1' || !extraLine.startsWith('extra ')) fail('not a proof of this log')
  const { entry, key } = JSON.parse(base64(extraLine.slice(6)).toString('utf8'))
  const index = Number(/^index (0|[1-9]\d{0,15})$/.exec(indexLine)?.[1] ?? fail('no place in the log'))
  const head = readCheckpoint(text.slice(end + 2), keyLine, witnessLines)
  const commitment = createHmac('sha256', base64(key)).update(entry).digest()
  if (!isIncluded(leafHash(commitment), index, head.size, lines.map(base64), head.root))
    fail('the record is not in the log that was signed')
  const [, kind, subject, versions, digest, at] = entry.split('\n')
  return { ...head, index, kind, subject, versions, digest, at }
}

async function main([what, place, key, ...more]) {
  if (what === 'log' && key) {
    const head = await checkLog(
      place,
      key,
      more.map((file) => readFileSync(file, 'utf8')),
    )
    return `OK: ${head.size} entries, root ${head.root.toString('base64')}, ${more.length} earlier heads are its beginning`
  }
  if (what === 'receipt' && key) {
    const found = checkReceipt(readFileSync(place, 'utf8'), key, more)
    const by = found.witnesses.length > 0 ? `, witnessed by ${found.witnesses.join(', ')}` : ''
    return `OK: entry ${found.index} of ${found.size}: ${found.subject} ${found.versions}, logged ${found.at}, fingerprint ${found.digest}${by}`
  }
  return fail('usage: verify-log.mjs log FOLDER|URL KEY [OLD-CHECKPOINT …] | receipt FILE KEY [WITNESS-KEY …]')
}

main(process.argv.slice(2)).then(
  (said) => process.stdout.write(`${said}\n`),
  (cause) => {
    process.stdout.write(`FAILED: ${cause.message}\n`)
    process.exitCode = 1
  },
)
