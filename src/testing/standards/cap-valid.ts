import { readFile } from 'node:fs/promises'
import { validateXML } from 'xmllint-wasm'
import { capFaults } from '../../exchange/cap/cap-faults.ts'
import { readXml } from '../../exchange/xml/read-xml.ts'

const SHAPE = new URL('./cap-shape.xsd', import.meta.url)

/** Everything that is wrong with a CAP message: by its schema (ours, and that of OASIS where `CAP_XSD` says its path) and its prose. */
export async function capWrongs(xml: string): Promise<readonly string[]> {
  const paths = [SHAPE, ...(process.env['CAP_XSD'] ? [process.env['CAP_XSD']] : [])]
  const schemas = await Promise.all(paths.map((path) => readFile(path, 'utf8')))
  const found = await Promise.all(
    schemas.map((contents) =>
      validateXML({
        xml: [{ fileName: 'alert.xml', contents: xml }],
        schema: [{ fileName: 'cap.xsd', contents }],
      }),
    ),
  )
  return [...found.flatMap(({ errors }) => errors.map(({ message }) => message)), ...capFaults(readXml(xml))]
}
