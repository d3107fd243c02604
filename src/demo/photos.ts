import { crc32, deflateSync } from 'node:zlib'
import type { FileRef } from '../domain/procedure/form.ts'
import type { Instant } from '../domain/time/time.ts'
import type { FileStore } from '../storage/files/files.ts'

const WIDTH = 480
const HEIGHT = 320

type Colour = readonly [red: number, green: number, blue: number]
type Scene = {
  readonly name: string
  readonly sky: Colour
  readonly ground: Colour
  readonly wall: Colour
  readonly door: Colour
}

/** Drawn, not photographed: nobody and no real place is on them. */
const SCENES: readonly Scene[] = [
  { name: '现场一.png', sky: [196, 214, 224], ground: [150, 146, 132], wall: [206, 196, 178], door: [120, 84, 60] },
  { name: '现场二.png', sky: [222, 214, 196], ground: [128, 132, 120], wall: [186, 176, 168], door: [72, 92, 104] },
  { name: '整改后.png', sky: [204, 222, 214], ground: [140, 150, 130], wall: [224, 218, 204], door: [40, 112, 104] },
  { name: '复查.png', sky: [210, 210, 222], ground: [144, 140, 134], wall: [214, 204, 190], door: [96, 72, 92] },
]

/** Stores the pictures that the demo county's officials hand in as evidence. */
export const storePhotos = (files: FileStore, tenant: string, now: Instant): Promise<FileRef[]> =>
  Promise.all(SCENES.map((scene) => files.put({ tenant, uploader: 'demo' }, scene.name, drawScene(scene), now)))

/** A house by a road as a PNG of 480 by 320. */
function drawScene(scene: Scene): Buffer {
  const rows = Buffer.alloc((WIDTH * 3 + 1) * HEIGHT)
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const at = y * (WIDTH * 3 + 1) + 1 + x * 3
      const shade = 0.92 + 0.08 * Math.sin((x * 7 + y * 13) / 11)
      for (const [channel, value] of colourAt(scene, x, y).entries()) rows[at + channel] = Math.round(value * shade)
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  header.set([8, 2, 0, 0, 0], 8) // 8 bits a channel, true colour
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function colourAt({ sky, ground, wall, door }: Scene, x: number, y: number): Colour {
  if (x > 210 && x < 262 && y > 170 && y < 250) return door
  if (x > 120 && x < 360 && y > 110 && y < 250) return wall
  if (y > 60 && y < 112 && x > 100 + (112 - y) && x < 380 - (112 - y)) return [120, 72, 60]
  return y < 240 ? sky : ground
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
