import { type RefObject, useEffect } from 'react'

/** Begins in the first field of a form that is the page's one purpose. */
export function useFirstField(form: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input:not([type=hidden]):not([type=file]), textarea')?.focus()
  }, [form])
}
