import { signOut } from '../../client/api.ts'
import { dropSessionDrafts } from '../../parts/form/draft.ts'

/** Ends the session and begins at the door; what was kept for the session only goes with it. */
export const leave = (): void => {
  void signOut().then(({ goTo }) => {
    dropSessionDrafts()
    // Whoever came from another house leaves that too.
    location.assign(goTo ?? '/')
  })
}
