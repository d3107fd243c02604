import { useQuery } from '@tanstack/react-query'
import { matterQuery } from '../../client/queries.ts'
import { WhyPanel } from './why-panel.tsx'

/** Fetches a matter to say why one of its clocks is due when it is. */
export function MatterWhy({ matterId, clockId, close }: { matterId: string; clockId: string; close: () => void }) {
  const { data } = useQuery(matterQuery(matterId))
  const clock = data?.matter.clocks.find(({ id }) => id === clockId)
  if (!data || !clock) return null
  return (
    <WhyPanel clock={clock} procedure={data.matter.procedure} version={data.matter.procedureVersion} close={close} />
  )
}
