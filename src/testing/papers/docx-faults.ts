import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatFaults } from '../format-rules.ts'

/** What the rules of the format find wrong with a .docx. */
export async function docxFaults(docx: Uint8Array): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'anlan-docx-'))
  try {
    const path = join(folder, 'paper.docx')
    await writeFile(path, docx)
    return await formatFaults(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
