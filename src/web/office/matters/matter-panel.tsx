import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'
import type { MatterView } from '../../../domain/views/views.ts'
import { matterQuery } from '../../client/queries.ts'
import { Drawer } from '../../parts/shell/drawer.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import { PanelContent } from './panel-content.tsx'

const wide = matchMedia('(min-width: 1200px)')
const subscribe = (changed: () => void) => {
  wide.addEventListener('change', changed)
  return () => wide.removeEventListener('change', changed)
}

/** The matter in brief, beside the table; on narrower windows a drawer. */
export function MatterPanel({ id, close }: { id: string; close: () => void }) {
  const { words } = useWords()
  const isWide = useSyncExternalStore(subscribe, () => wide.matches)
  const { data: view, error, refetch } = useQuery(matterQuery(id))
  const body = error ? (
    <ErrorCard error={error} retry={() => void refetch()} />
  ) : view ? (
    <PanelContent view={view} />
  ) : (
    <Skeleton rows={6} height={40} />
  )
  if (!isWide) {
    return (
      <Drawer
        title={view?.matter.reference ?? words.matters.panel}
        close={close}
        width={424}
        under={view && <PageLink view={view} />}
      >
        {body}
      </Drawer>
    )
  }
  return (
    <aside className="card panel" aria-label={words.matters.panel}>
      <header className="panel-head">
        <span className="hint">{view?.matter.reference}</span>
        {view && <PageLink view={view} />}
        <button type="button" className="icon-button" aria-label={words.close} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      {body}
    </aside>
  )
}

function PageLink({ view }: { view: MatterView }) {
  const { words } = useWords()
  return (
    <Link to="/matters/$id" params={{ id: view.matter.id }}>
      {words.matters.openPage}
    </Link>
  )
}
