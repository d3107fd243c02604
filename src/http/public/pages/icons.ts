import { html } from 'hono/html'

const icon = (paths: ReturnType<typeof html>) =>
  html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">${paths}</svg>`

/** The mark: rough wave, gentle wave, flat line. */
export const MARK = html`<svg viewBox="0 0 32 32" aria-hidden="true" focusable="false"><path d="M3 11c3-8 6-8 9 0s6 4 8-2 6-5 9 2" /><path d="M3 19c4-5 8-5 12-1s9 4 14-1" /><path d="M3 27h26" /></svg>`

export const ICONS = {
  check: icon(html`<path d="m4 10.5 4 4 8-9" />`),
  shield: icon(
    html`<path d="M10 2.5 16 5v5c0 3.7-2.6 6.3-6 7.5-3.4-1.2-6-3.8-6-7.5V5z" /><path d="m7 10 2.2 2.2L13 8.4" />`,
  ),
  lock: icon(html`<path d="M4.5 9h11v8h-11zM7 9V6.5a3 3 0 0 1 6 0V9" />`),
  phone: icon(
    html`<path d="M5 3h3l1.2 3.6-1.8 1.3a9 9 0 0 0 4.7 4.7l1.3-1.8L17 12v3c0 1-.8 2-2 2C9 16.600 3.400 11 3 5c0-1.200 1-2 2-2z" />`,
  ),
  printer: icon(html`<path d="M6 7V3h8v4M6 14H3.500V7h13v7H14M6 12h8v5H6z" />`),
  arrow: icon(html`<path d="M4 10h12m-4-4 4 4-4 4" />`),
} as const
