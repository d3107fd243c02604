import { Icon } from '../../theme/icon.tsx'
import { useReadingsWords } from '../../words/use-readings-words.ts'
import { exportAddress } from './readings-api.ts'

/** The forms in which a file that was agreed to can be taken: as Excel, or as CSV for other programs. */
export function TakeButtons({ id, isSmall, taken }: { id: string; isSmall?: boolean; taken?: () => void }) {
  const { export: say } = useReadingsWords()
  const size = isSmall ? ' is-small' : ''
  return (
    <span className="readings-buttons">
      <a
        className={`button${isSmall ? size : ' is-primary'}`}
        href={exportAddress(id, 'xlsx')}
        download
        onClick={taken}
      >
        <Icon name="download" size={16} />
        {say.takeExcel}
      </a>
      <a className={`button${size}`} href={exportAddress(id, 'csv')} download onClick={taken}>
        {say.takeCsv}
      </a>
    </span>
  )
}
