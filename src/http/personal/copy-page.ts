import { html } from 'hono/html'
import type { Matter } from '../../domain/matter/matter.ts'
import { type Field, type FormValues, personalOf } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { dayOf, type Instant } from '../../domain/time/time.ts'
import { type Locale, type Text, text } from '../../domain/wording/text.ts'
import { periodText } from '../../engine/why/date-text.ts'

const WORDS = {
  title: text('本人信息副本', 'Copy of what is kept of you'),
  matter: text('事项', 'Matter'),
  opened: text('登记日期', 'Recorded on'),
  state: text('现在', 'Now'),
  made: text('制作日期', 'Made on'),
  by: text('制作单位', 'Made by'),
  item: text('项目', 'Item'),
  value: text('内容', 'What is kept'),
  why: text('为什么收', 'Why'),
  long: text('办结后存多久', 'Kept after the end'),
  others: text('其他人的信息已隐去', 'What is of others is left out'),
  basis: text('依据《个人信息保护法》第四十五条制作。', 'Made under the Personal Information Protection Law, art. 45.'),
  again: text(
    '不准确的可以请求更正（第四十六条）；对处理不服的，可以向人民法院起诉（第五十条）。',
    'What is wrong may be corrected (art. 46); a court may be asked (art. 50).',
  ),
} as const satisfies Record<string, Text>

export type CopyOf = {
  readonly matter: Matter
  readonly procedure: Procedure
  /** What was opened for the person; what is not here is of others. */
  readonly values: FormValues
  /** Every personal answer there is. */
  readonly names: readonly string[]
  /** What was ticked as the person's own; some of it may be empty. */
  readonly chosen: readonly string[]
  readonly unitName: string
  readonly now: Instant
  readonly locale: Locale
}

/** A page that stands by itself, to be printed or saved: what is kept of one person in one matter. */
export function copyPage({ matter, procedure, values, names, chosen, unitName, now, locale }: CopyOf) {
  const say = (words: Text) => words[locale]
  const rows = names.filter((name) => values[name] !== undefined)
  const left = names.filter((name) => !Object.hasOwn(values, name) && !chosen.includes(name)).length
  return html`<!doctype html>
<html lang="${locale === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><title>${say(WORDS.title)} ${matter.reference}</title>
<style>body{font:16px/1.7 serif;margin:2cm;max-width:46em}h1{font-size:1.4em;text-align:center}table{border-collapse:collapse;width:100%}th,td{border:1px solid #888;padding:.3em .6em;text-align:left;vertical-align:top}dl{display:grid;grid-template-columns:max-content 1fr;gap:.2em 1.5em}dd{margin:0}</style></head>
<body><h1>${say(WORDS.title)}</h1>
<dl><dt>${say(WORDS.matter)}</dt><dd>${matter.reference} · ${say(procedure.title)}</dd>
<dt>${say(WORDS.opened)}</dt><dd>${dayOf(matter.openedAt)}</dd>
<dt>${say(WORDS.state)}</dt><dd>${say(procedure.states[matter.state]?.public ?? procedure.states[matter.state]?.title ?? text('', ''))}</dd>
<dt>${say(WORDS.made)}</dt><dd>${dayOf(now)}</dd><dt>${say(WORDS.by)}</dt><dd>${unitName}</dd></dl>
<table><thead><tr><th>${say(WORDS.item)}</th><th>${say(WORDS.value)}</th><th>${say(WORDS.why)}</th><th>${say(WORDS.long)}</th></tr></thead>
<tbody>${rows.map((name) => rowOf(fieldOf(procedure, name), values[name], locale))}</tbody></table>
${left > 0 ? html`<p>${say(WORDS.others)}</p>` : ''}
<p>${say(WORDS.basis)}${say(WORDS.again)}</p></body></html>`
}

function rowOf(field: Field | undefined, value: unknown, locale: Locale) {
  const personal = personalOf(field)
  if (!field || !personal) return ''
  const long = periodText(personal.retention, locale)
  return html`<tr><td>${field.title[locale]}</td><td>${String(value)}</td><td>${personal.purpose[locale]}</td><td>${long}</td></tr>`
}

/** The question of this name, in whichever form asks it. */
export const fieldOf = ({ forms }: Procedure, name: string): Field | undefined =>
  Object.values(forms).flatMap(({ fields }) => (Object.hasOwn(fields, name) ? [fields[name] as Field] : []))[0]
