import { createServer, connect as dial, type Socket } from 'node:net'

/** A line between a program and its database that can be cut, or go dead without a word. */
export type CutLine = {
  /** Host and port at this end. */
  readonly address: string
  /** `cut`: connections break and none is taken. `dead`: nothing goes through, and nobody says so. */
  readonly be: (state: 'whole' | 'cut' | 'dead') => void
  readonly close: () => Promise<void>
}

/** Opens a line to the server of a URL, by TCP on a port of its own. */
export async function openLine(url: string): Promise<CutLine> {
  const { port } = new URL(url)
  let state: 'whole' | 'cut' | 'dead' = 'whole'
  const ends = new Set<Socket>()
  const server = createServer((near) => {
    if (state === 'cut') near.destroy()
    else join(near, dial(Number(port), '127.0.0.1'))
  })
  const join = (near: Socket, far: Socket) => {
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(one)
      one.on('data', (piece) => state === 'whole' && other.write(piece))
      one.on('error', () => {})
      one.on('close', () => {
        ends.delete(one)
        other.destroy()
      })
    }
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const own = typeof address === 'object' && address ? address.port : 0
  const breakAll = () => {
    for (const end of ends) end.destroy()
  }
  return {
    address: `127.0.0.1:${own}`,
    be: (next) => {
      state = next
      if (state === 'cut') breakAll()
    },
    close: () =>
      new Promise((resolve) => {
        breakAll()
        server.close(() => resolve())
      }),
  }
}
