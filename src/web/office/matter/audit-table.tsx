import { useOffice } from '../../client/office.tsx'
import { momentText } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'
import type { SectionProps } from './sections.ts'

/** Every record with its digest, in the order in which they are chained. */
export function AuditTable({ view }: Pick<SectionProps, 'view'>) {
  const { words, locale } = useWords()
  const { today } = useOffice()
  const types: Readonly<Record<string, string>> = words.events.types
  return (
    <div className="audit">
      <table>
        <thead>
          <tr>
            <th scope="col">{words.matter.sequence}</th>
            <th scope="col">{words.derivation.day}</th>
            <th scope="col">{words.matter.event}</th>
            <th scope="col">{words.matter.hash}</th>
          </tr>
        </thead>
        <tbody>
          {view.timeline.map(({ version, at, type, hash }) => (
            <tr key={version}>
              <td>{version}</td>
              <td>{momentText(at, today(), locale)}</td>
              <td>{types[type] ?? type}</td>
              <td>
                <code>{hash}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
