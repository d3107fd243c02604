import { type ReactNode, useEffect, useRef } from 'react'

/** Around the list of a picker: antd gives it the role but no name, so that a screen reader would announce a list of nothing. */
export function NamedList({ name, children }: { name: string; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  // After every render: the list is another element once something is found.
  useEffect(() => place.current?.querySelector('[role=listbox]')?.setAttribute('aria-label', name))
  return <div ref={place}>{children}</div>
}
