import { useOffice } from '../../client/office.tsx'

/** Whether one takes new ledgers in: who registers matters one by one. */
export function useMayImport(): boolean {
  const { roles } = useOffice().session.post
  return roles.includes('clerk') || roles.includes('triageOfficer')
}
