import { html } from 'hono/html'
import { publicWords } from '../words/words.ts'
import { assetPath } from './assets.ts'
import { contactLine, emblem, type OfficeShown } from './contact.ts'

export type Markup = ReturnType<typeof html>

/** What every public page knows of its reader and place. */
export type Reader = OfficeShown & {
  readonly large: boolean
  /** Path of the page itself, for the switches in the header. */
  readonly path: string
  /** Name of the county or court, in the reader's language. */
  readonly tenantName: string
}

/** What a page shows. `form` is where its form is sent: changing type or language then takes along what was typed. */
type Shown = { readonly title: string; readonly body: Markup; readonly aside?: Markup; readonly form?: string }

/** An address in the reader's language, so that pages work without cookies. */
export const at = ({ locale }: Pick<Reader, 'locale'>, path: string): string =>
  locale === 'en' ? `${path}?lang=en` : path

/** The frame of every public page: no script needed, one column, language and type size in the header. */
export function publicPage(reader: Reader, { title, body, aside, form }: Shown) {
  const words = publicWords(reader.locale)
  const link = (path: string, label: string) =>
    html`<a href="${at(reader, path)}" ${reader.path === path ? html`aria-current="page"` : ''}>${label}</a>`
  return html`<!doctype html>
<html lang="${words.htmlLang}" class="${reader.large ? 'large' : ''}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · ${reader.tenantName}</title>
<link rel="icon" href="${assetPath('mark.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${assetPath('public.css')}">
<script src="${assetPath('public.js')}" defer></script>
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header><div class="bar">
<a class="brand" href="${at(reader, '/public')}">${emblem(reader)}<span>${reader.tenantName}</span></a>
<nav>
${link('/public', words.navReport)}
${link('/public/track', words.navTrack)}
${change(reader, form, `size=${reader.large ? 'normal' : 'large'}&lang=${reader.locale}`, reader.large ? words.normalType : words.largeType)}
${change(reader, form, `size=${reader.large ? 'large' : 'normal'}&lang=${words.otherLanguageCode}`, words.otherLanguage, words.otherLanguageCode)}
</nav>
</div></header>
<main id="main">
<div class="column">${body}</div>
${aside ? html`<aside>${aside}</aside>` : ''}
</main>
<footer>${contactLine(reader)}${words.footer} ${link('/transparency', words.transparency)}</footer>
</body>
</html>`
}

/**
 * The way to another size of type or language. Beside a form it is a button that sends the form to be shown again, not taken:
 * what was typed comes along without script. Photos do not; the form says so.
 */
function change(reader: Reader, form: string | undefined, query: string, label: string, language?: string): Markup {
  const lang = language ? html`lang="${language}"` : ''
  return form
    ? html`<button class="link" type="submit" form="form" name="again" value="yes" formaction="${form}?${query}" formenctype="application/x-www-form-urlencoded" formnovalidate ${lang}>${label}</button>`
    : html`<a href="${reader.path}?${query}" ${lang}>${label}</a>`
}
