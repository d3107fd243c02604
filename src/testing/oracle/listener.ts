import type { Post } from '../../domain/unit/unit.ts'
import type { TestOffice } from '../office.ts'

/** Somebody whose screen is open: hears which matters changed, until one is named. */
export async function listenerAt(office: TestOffice, post: Post) {
  const send = await office.as(post.id)
  const answer = await send('/api/stream')
  const reader = (answer.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  const hear = async (isEnough: (text: string) => boolean) => {
    while (!isEnough(heard)) {
      const part = await reader.read()
      if (part.done) throw new Error(`the stream of ${post.id} ended`)
      heard += part.value
    }
  }
  await hear((text) => text.includes('event: ping'))
  return {
    /** Ids of matters in the order told, with repetitions, up to and without this one. */
    until: async (id: string): Promise<string[]> => {
      const told = () => [...heard.matchAll(/"id":"([^"]+)"/g)].map((match) => match[1] ?? '')
      await hear(() => told().includes(id))
      await reader.cancel()
      return told().slice(0, told().indexOf(id))
    },
  }
}
