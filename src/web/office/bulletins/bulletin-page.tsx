import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { BulletinDesk } from './bulletin-desk.tsx'
import { bulletinQuery } from './bulletins-api.ts'
import './bulletins.css'

/** One bulletin: written by who may, read and printed by all others. */
export function BulletinPage() {
  const { id } = useParams({ from: '/bulletins/$id' })
  const { data, error, refetch } = useQuery(bulletinQuery(id))
  if (error && !data) return <ErrorCard error={error} retry={() => void refetch()} />
  if (!data)
    return (
      <div className="page">
        <Skeleton rows={8} height={64} />
      </div>
    )
  // What is being written is taken up anew when its figures were counted again or it was signed, not at each save.
  return <BulletinDesk key={`${id} ${data.figures.countedAt} ${data.state}`} view={data} />
}
