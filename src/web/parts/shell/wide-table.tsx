import type { ReactNode } from 'react'
import './wide-table.css'

type Named = { readonly label: string } | { readonly labelledBy: string }

/** The frame of a table that may be wider than its page: it scrolls, by keyboard too, under a name, and is whole on paper. */
export function WideTable({ className, children, ...named }: Named & { className?: string; children: ReactNode }) {
  const name = 'label' in named ? { 'aria-label': named.label } : { 'aria-labelledby': named.labelledBy }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={className ? `wide-table ${className}` : 'wide-table'} {...name} tabIndex={0}>
      {children}
    </section>
  )
}
