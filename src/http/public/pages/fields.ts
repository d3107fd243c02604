import { html } from 'hono/html'
import type { Markup } from './page.ts'

export type Option = { readonly value: string; readonly label: string; readonly group?: string }

export type Control = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly mark?: string
  readonly value?: string
  readonly error?: string
}

const described = ({ name, hint, error }: Control): string =>
  [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ')

/** Label, hint and error around a control, tied together for screen readers. */
function field(control: Control, input: Markup): Markup {
  const { name, label, hint, mark, error } = control
  return html`<div class="field">
<label for="${name}">${label}${mark ? html` <small>${mark}</small>` : ''}</label>
${hint ? html`<span class="hint" id="${name}-hint">${hint}</span>` : ''}
${error ? html`<span class="error" id="${name}-error">${error}</span>` : ''}
${input}
</div>`
}

const state = (control: Control): Markup =>
  html`id="${control.name}" name="${control.name}" ${control.error ? html`aria-invalid="true"` : ''} ${described(control) ? html`aria-describedby="${described(control)}"` : ''}`

/** One line of text. No maxlength, here as below: what is too long is said, not cut off. */
export const textInput = (control: Control, { type = 'text', autocomplete = 'off' } = {}): Markup =>
  field(
    control,
    html`<input type="${type}" ${state(control)} value="${control.value ?? ''}" autocomplete="${autocomplete}">`,
  )

/** Several lines of text. */
export const textArea = (control: Control): Markup =>
  field(control, html`<textarea ${state(control)} rows="5">${control.value ?? ''}</textarea>`)

/** One of a list, in groups where the options have them. */
export function selectInput(control: Control, { none, options }: { none: string; options: readonly Option[] }): Markup {
  const one = ({ value, label }: Option) =>
    html`<option value="${value}" ${value === control.value ? html`selected` : ''}>${label}</option>`
  const groups = [...new Set(options.map(({ group }) => group ?? ''))]
  const inGroup = (group: string) => options.filter((option) => (option.group ?? '') === group).map(one)
  return field(
    control,
    html`<select ${state(control)}><option value="">${none}</option>${groups.map((group) =>
      group ? html`<optgroup label="${group}">${inGroup(group)}</optgroup>` : inGroup(group),
    )}</select>`,
  )
}

/** Files, which browsers never fill in again. */
export const fileInput = (control: Control, accept: string): Markup =>
  field(control, html`<input type="file" ${state(control)} accept="${accept}" multiple>`)

/** A box to tick. */
export const checkBox = (control: Control): Markup =>
  html`<div class="field">${control.error ? html`<span class="error" id="${control.name}-error">${control.error}</span>` : ''}
<label class="choice"><input type="checkbox" value="yes" ${state(control)} ${control.value === 'yes' ? html`checked` : ''}><span>${control.label}</span></label></div>`

/** What has to be mended, with a way to each field; the page opens with it. */
export function errorSummary(title: string, errors: Readonly<Record<string, string>>, also?: string): Markup | string {
  const entries = Object.entries(errors)
  if (entries.length === 0 && !also) return ''
  return html`<div class="errors" role="alert" tabindex="-1" id="errors"><h2>${title}</h2>
${entries.length > 0 ? html`<ul>${entries.map(([name, text]) => html`<li><a href="#${name}">${text}</a></li>`)}</ul>` : ''}
${also ? html`<p>${also}</p>` : ''}</div>`
}
