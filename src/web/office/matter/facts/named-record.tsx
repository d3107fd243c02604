import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { recordReference } from '../../../../domain/procedure/records/record-reference.ts'
import { matterQuery } from '../../../client/queries.ts'

/** A record that an answer names: its name, leading to it, and its number; the number alone where it is not in sight. */
export function NamedRecord({ named, text }: { named: string; text: string }) {
  const { data: view } = useQuery(matterQuery(recordReference(named).reference))
  if (!view) return text
  return (
    <>
      <Link to="/matters/$id" params={{ id: view.matter.id }}>
        {view.matter.title}
      </Link>{' '}
      <small className="muted">{text}</small>
    </>
  )
}
