// A process of its own: what files cost is seen in its memory. Arguments: paths, each with what its sender called it.
import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { Text } from '../../domain/wording/text.ts'
import { tableRows } from '../../exchange/table/table-rows.ts'
import { closeTable, openTable } from '../../imports/open-table.ts'

/** What became of a file, and the most memory that the process had until then. */
export type Look = { readonly rule: string; readonly text?: Text; readonly megabytes: number; readonly seconds: number }

async function lookAt(path: string, name: string): Promise<Omit<Look, 'megabytes' | 'seconds'>> {
  try {
    const { shape } = await openTable(path, name, ['编号', '隐患'])
    try {
      // Twice, as an import does that looks at the keys of all rows first.
      for (const _ of [1, 2])
        for await (const row of tableRows(shape, undefined)) if (isDeepStrictEqual(row, path)) break
    } finally {
      closeTable(shape)
    }
    return { rule: 'read' }
  } catch (cause) {
    if (!(cause instanceof AnlanError)) throw cause
    return { rule: String(cause.details['rule']), text: cause.details['text'] as Text }
  }
}

/** Linux counts into `maxRSS` what the parent had when it started this process; the mark of the memory itself begins anew. */
function mostMegabytes(): number {
  const ownMark =
    process.platform === 'linux' ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) : null
  return Math.round(Number(ownMark?.[1] ?? process.resourceUsage().maxRSS) / 1024)
}

const given = process.argv.slice(2)
for (let index = 0; index + 1 < given.length; index += 2) {
  const startedAt = performance.now()
  const look = await lookAt(given[index] ?? '', given[index + 1] ?? '')
  const megabytes = mostMegabytes()
  console.log(JSON.stringify({ ...look, megabytes, seconds: Math.round((performance.now() - startedAt) / 100) / 10 }))
}
