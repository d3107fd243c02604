import type { Procedure } from '../../../domain/procedure/procedure.ts'
import type { MatterView, TimelineItem } from '../../../domain/views/views.ts'
import { useOffice } from '../../client/office.tsx'
import { Icon } from '../../theme/icon.tsx'
import { momentText } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'
import { FileLink } from './file-link.tsx'
import { useStoryTeller } from './story-teller.ts'
import './timeline.css'

/** Answers longer than this get a line of their own. */
const LONG_ANSWER = 24

/** What happened, line by line: when, who, what; answers and files under it unless `brief`. Also used for what changed in a conflict. */
export function Timeline({
  items,
  view,
  procedure,
  brief,
}: {
  items: readonly TimelineItem[]
  view: MatterView
  procedure: Procedure
  brief?: boolean
}) {
  const { locale } = useWords()
  const { today } = useOffice()
  const tell = useStoryTeller(procedure, view.matter)
  return (
    <ol className="timeline">
      {items.map((item) => {
        const { who, what, details, isSystem } = tell(item)
        return (
          <li key={item.version} className={isSystem ? 'is-system' : ''}>
            <time dateTime={item.at}>{momentText(item.at, today(), locale)}</time>
            <span className="timeline-dot" aria-hidden="true" />
            <div className="timeline-text">
              <p>
                <b>{who}</b>
                {what}
              </p>
              {!brief && details.length > 0 && (
                <dl className="timeline-details">
                  {details.map(({ title, value, cell }) => (
                    <div key={title} className={value.length > LONG_ANSWER ? 'is-long' : ''}>
                      <dt>{title}</dt>
                      <dd title={cell}>{value}</dd>
                    </div>
                  ))}
                </dl>
              )}
              {!brief && item.files.length > 0 && (
                <div className="timeline-files">
                  {item.files.map((file) => (
                    <span key={file.sha256}>
                      <Icon name={file.type.startsWith('image/') ? 'image' : 'file'} size={14} />
                      <FileLink matterId={view.matter.id} file={file} />
                    </span>
                  ))}
                </div>
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
