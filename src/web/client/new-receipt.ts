import type { Opened } from '../../domain/views/act-views.ts'

let latest: Opened | undefined

/** Keeps what was just registered, for the page of that matter to show its code once; gone with the tab. */
export const keepReceipt = (opened: Opened): void => {
  latest = opened
}

/** The receipt of a matter that was registered here just now. */
export const receiptOf = (id: string): Opened | undefined => (latest?.id === id && latest.code ? latest : undefined)
