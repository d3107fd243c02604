import { signOut } from '../../client/api.ts'
import { dropSessionDrafts } from '../../parts/form/draft.ts'

/** Ends the session and begins at the door; what was kept for the session only goes with it, though the server be away. */
export const leave = (): void => {
  dropSessionDrafts()
  signOut()
    .then(({ goTo }) => goTo)
    .catch(() => undefined)
    // Whoever came from another house leaves that too.
    .then((goTo) => location.assign(goTo ?? '/'))
}
