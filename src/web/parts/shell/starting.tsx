import { useWords } from '../../words/words.tsx'
import './connection.css'

/** While there is nothing to show yet; says so after a moment, so that a quick start does not flicker. */
export function Starting() {
  const { words } = useWords()
  return (
    <p className="starting" role="status">
      {words.starting}
    </p>
  )
}
