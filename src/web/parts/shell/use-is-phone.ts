import { useSyncExternalStore } from 'react'

const query = matchMedia('screen and (max-width: 767px)')

const subscribe = (changed: () => void) => {
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

/** Whether the window is as narrow as a phone; paper never is one. */
export const useIsPhone = (): boolean => useSyncExternalStore(subscribe, () => query.matches)
