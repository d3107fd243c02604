import { dayOf } from '../../../domain/time/time.ts'
import { useOffice } from '../../client/office.tsx'
import { FileLink } from '../../parts/matter/file-link.tsx'
import { Icon } from '../../theme/icon.tsx'
import { shortDay } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'
import type { SectionProps } from './sections.ts'

/** The files of the matter, the newest first. */
export function FilesCard({ view: { matter } }: SectionProps) {
  const { words } = useWords()
  return (
    <section className="card" aria-labelledby="files">
      <header className="card-head">
        <h2 id="files">
          {words.matter.files} <span className="count">{matter.files.length}</span>
        </h2>
      </header>
      <FileList matter={matter} />
    </section>
  )
}

/** The lines alone, for the phone's tab. */
export function FileList({ matter }: { matter: SectionProps['view']['matter'] }) {
  const { words, locale } = useWords()
  const { today } = useOffice()
  if (matter.files.length === 0) return <p className="card-body hint">{words.matter.filesNone}</p>
  return (
    <ul className="file-list">
      {[...matter.files].reverse().map((file) => (
        <li key={`${file.sha256}${file.version}`}>
          <Icon name={file.type.startsWith('image/') ? 'image' : 'file'} size={16} />
          <FileLink matterId={matter.id} file={file} />
          <span className="hint">{shortDay(dayOf(file.at), today(), locale)}</span>
        </li>
      ))}
    </ul>
  )
}
