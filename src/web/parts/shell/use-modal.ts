import { type RefObject, useLayoutEffect } from 'react'

/** What may be typed into or chosen from at once; lists that come later take no part. */
const FIELDS = 'input:not([type=hidden]):not([type=file]):not([disabled]), textarea, select'

/**
 * Opens a dialog over the page, on its first field, or else on its text. Closed, the focus goes back to where it was; when
 * that is gone, to the page's content.
 */
export function useModal(dialog: RefObject<HTMLDialogElement | null>): void {
  // Before the page is painted, and while the dialog is still in it: afterwards the browser cannot give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current
    if (!element) return
    const opener = document.activeElement
    element.showModal()
    const body = element.querySelector('.drawer-body') ?? element
    const first = body.querySelector<HTMLElement>(FIELDS) ?? element.querySelector<HTMLElement>('.drawer-body')
    first?.focus()
    return () => {
      element.close()
      const isBack = opener instanceof HTMLElement && opener.isConnected && opener !== document.body
      const goal = isBack ? opener : document.getElementById('content')
      goal?.focus({ preventScroll: true })
    }
  }, [dialog])
}
