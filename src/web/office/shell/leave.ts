import { signOut } from '../../client/api.ts'
import { dropSessionDrafts } from '../../parts/form/draft.ts'

/** Ends the session and begins at the door; what was kept for the session only goes with it, though the server be away. */
export const leave = (): void => {
  dropSessionDrafts()
  void signOut().finally(() => location.assign('/'))
}
