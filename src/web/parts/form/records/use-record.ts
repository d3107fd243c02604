import { useQuery } from '@tanstack/react-query'
import type { FormValues } from '../../../../domain/procedure/form.ts'
import { recordReference } from '../../../../domain/procedure/records/record-reference.ts'
import { fieldsAt } from '../../../../domain/procedure/records/record-version.ts'
import { matterQuery } from '../../../client/queries.ts'

/** What a record says: as of the version that is named, or as it is now. Undefined until it was read, and where it is not in sight. */
export function useRecord(named: unknown): FormValues | undefined {
  const { reference, version } = recordReference(typeof named === 'string' ? named : '')
  const { data } = useQuery({ ...matterQuery(reference), enabled: reference !== '' })
  if (!data || reference === '') return undefined
  const { matter, timeline } = data
  return version === undefined || version === matter.version ? matter.fields : fieldsAt(timeline, version)
}
