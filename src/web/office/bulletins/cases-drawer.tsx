import { useQuery } from '@tanstack/react-query'
import { MOST_CASES, type TypicalCase } from '../../../domain/bulletins/bulletin.ts'
import { dayOf } from '../../../domain/time/time.ts'
import { Drawer } from '../../parts/shell/drawer.tsx'
import { Empty } from '../../parts/shell/empty.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { useBulletinsWords } from '../../words/bulletins/use-bulletins-words.ts'
import { casesQuery } from './bulletins-api.ts'

type Props = {
  bulletinId: string
  chosen: readonly TypicalCase[]
  change: (cases: TypicalCase[]) => void
  close: () => void
}

/** Matters closed in the period, to tell a case from. */
export function CasesDrawer({ bulletinId, chosen, change, close }: Props) {
  const words = useBulletinsWords()
  const { data, error, refetch } = useQuery(casesQuery(bulletinId))
  return (
    <Drawer title={words.casesTitle} under={words.casesText} close={close} width={560}>
      {error ? (
        <ErrorCard error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Skeleton rows={5} height={64} />
      ) : data.proposals.length === 0 ? (
        <Empty title={words.noCases} />
      ) : (
        <ul className="bulletin-proposals">
          {data.proposals.map(({ matterId, reference, matterTitle, closedAt, title, text }) => {
            const isChosen = chosen.some((each) => each.matterId === matterId)
            return (
              <li key={matterId}>
                <b>{matterTitle}</b>
                <p className="hint">
                  {reference} · {words.closedOn} {dayOf(closedAt)} · {title}
                </p>
                {text && <p className="bulletin-proposed">{text}</p>}
                <button
                  type="button"
                  className="button is-small"
                  disabled={isChosen || chosen.length >= MOST_CASES}
                  onClick={() => change([...chosen, { matterId, title, text }])}
                >
                  {isChosen ? words.isChosen : words.choose}
                </button>
              </li>
            )
          })}
          {data.more && <li className="hint">{words.moreCases}</li>}
        </ul>
      )}
    </Drawer>
  )
}
