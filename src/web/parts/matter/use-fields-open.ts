import { useEffect, useState } from 'react'
import type { OpenedFields } from '../../../domain/views/act-views.ts'
import { openFields } from '../../client/api.ts'

/** Personal fields of one matter that were opened: they cover themselves when their time is over. */
export function useFieldsOpen(matterId: string, now: () => string) {
  const [opened, setOpened] = useState<OpenedFields>()
  const { closesAt } = opened ?? {}
  useEffect(() => {
    if (!closesAt) return
    const timer = setTimeout(() => setOpened(undefined), Math.max(0, Date.parse(closesAt) - Date.parse(now())))
    return () => clearTimeout(timer)
  }, [closesAt, now])
  return {
    opened,
    open: async (fields: readonly string[], reason: string) => setOpened(await openFields(matterId, fields, reason)),
  }
}
