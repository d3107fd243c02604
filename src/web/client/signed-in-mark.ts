const KEY = 'anlan:signed-in'

/** Whether somebody was signed in here last; only then is it worth asking ahead. */
export const wasSignedIn = (): boolean => localStorage.getItem(KEY) !== null

/** Notes that somebody is, or no longer is, signed in on this computer. */
export const markSignedIn = (signedIn: boolean): void => {
  if (signedIn) localStorage.setItem(KEY, '1')
  else localStorage.removeItem(KEY)
}
