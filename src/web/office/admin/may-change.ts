import { useOffice } from '../../client/office.tsx'

/** Whether the reader changes things here; auditors read, and confirm. */
export const useMayChange = (): boolean => useOffice().actor.roles.includes('administrator')
