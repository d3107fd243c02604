/** What fits into one request; the whole country's list is read on the server. */
const MOST_CHARACTERS = 850_000

/**
 * The text of a chosen file, packed with gzip or not, in UTF-8 or GB 18030 as spreadsheets here write it. Of a national list
 * only the county's lines are kept; the others stay as empty lines, so that row numbers stay those of the file.
 * Undefined when it is too large.
 */
export async function listText(file: File, county: string): Promise<string | undefined> {
  const stream = file.name.endsWith('.gz') ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream()
  const bytes = await new Response(stream).arrayBuffer()
  const text = decoded(bytes)
  const kept = county ? onlyOf(county, text) : text
  return kept.length > MOST_CHARACTERS ? undefined : kept
}

function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const onlyOf = (county: string, text: string): string =>
  text
    .split('\n')
    .map((line, index) => (index === 0 || line.startsWith(county) ? line : ''))
    .join('\n')
