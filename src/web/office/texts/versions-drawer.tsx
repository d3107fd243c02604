import { useQuery } from '@tanstack/react-query'
import type { AnswerText } from '../../../domain/answer-texts/answer-text.ts'
import { useOffice } from '../../client/office.tsx'
import { Drawer } from '../../parts/shell/drawer.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { textVersionsQuery } from '../../parts/texts/texts-api.ts'
import { momentText } from '../../words/dates.ts'
import { useTextsWords } from '../../words/told/use-texts-words.ts'
import { useWords } from '../../words/words.tsx'

/** How some words read in each version, and who wrote it. */
export function VersionsDrawer({ text, close }: { text: AnswerText; close: () => void }) {
  const { locale } = useWords()
  const texts = useTextsWords()
  const { today } = useOffice()
  const { data, error, refetch } = useQuery(textVersionsQuery(text.id))
  return (
    <Drawer title={texts.versionsTitle(text.title)} close={close} width={480}>
      {error ? <ErrorCard error={error} retry={() => void refetch()} /> : !data && <Skeleton rows={3} height={72} />}
      <ol className="text-versions">
        {data?.map(({ version, title, body, personName, at, removed }) => (
          <li key={version}>
            <p className="hint">
              {texts.version(version, personName, momentText(at, today(), locale))}
              {removed && ` · ${texts.removedIn}`}
            </p>
            <p>
              <b>{title}</b>
            </p>
            <p className="text-body">{body}</p>
          </li>
        ))}
      </ol>
    </Drawer>
  )
}
