import { type RefObject, useEffect, useRef, useState } from 'react'

/** A little before it comes into view, so that what is asked for is there when it does. */
const AHEAD = '200px'

/** Whether something came into view, once and for all: for what is asked for only then. */
export function useSeen<T extends Element>(): readonly [RefObject<T | null>, boolean] {
  const ref = useRef<T>(null)
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    const element = ref.current
    if (!element || seen) return
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true)
      },
      { rootMargin: AHEAD },
    )
    watch.observe(element)
    return () => watch.disconnect()
  }, [seen])
  return [ref, seen]
}
