import { html } from 'hono/html'
import type { Locale, Text } from '../../domain/wording/text.ts'
import { assetPath } from '../public/pages/assets.ts'
import type { openApiDocument } from './openapi.ts'
import { OPERATIONS, TAGS } from './operations.ts'

type Document = Awaited<ReturnType<typeof openApiDocument>>
type Schema = Record<string, unknown>
type Operation = {
  readonly operationId?: string
  readonly tags?: readonly string[]
  readonly parameters?: readonly {
    readonly name?: string
    readonly in?: string
    readonly required?: boolean
    readonly schema?: Schema
  }[]
  readonly requestBody?: Body
  readonly responses?: Readonly<Record<string, Body>>
}
type Body = { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }
type Entry = { readonly method: string; readonly path: string; readonly operation: Operation }

const METHODS = ['get', 'post', 'patch', 'put', 'delete']

/** The description of the API for people: one page, no script, nothing from elsewhere. */
export function docsPage(document: Document, locale: Locale) {
  const paths = (document.paths ?? {}) as Readonly<Record<string, Readonly<Record<string, Operation>>>>
  const entries = Object.entries(paths).flatMap(([path, methods]) =>
    METHODS.flatMap((method): Entry[] => (methods[method] ? [{ method, path, operation: methods[method] }] : [])),
  )
  const title = { zh: '安澜 · 接口说明', en: 'Anlan · API' }[locale]
  const other = locale === 'zh' ? { lang: 'en', name: 'English' } : { lang: 'zh', name: '中文' }
  return html`<!doctype html>
<html lang="${locale === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="stylesheet" href="${assetPath('docs.css')}"></head>
<body><header><h1>${title}</h1>
<p>${inOne(document.info.description ?? '', locale)}</p>
<p><a href="/openapi.json"><code>openapi.json</code></a> · OpenAPI ${document.openapi} · <a href="/docs?lang=${other.lang}" lang="${other.lang}">${other.name}</a> · <a href="/standards?lang=${locale}">${locale === 'zh' ? '公开标准' : 'Standards'}</a></p>
<nav>${Object.entries(TAGS).map(([tag, words]) => html`<a href="#${tag}">${words[locale]}</a> `)}<a href="#shapes">${SHAPES[locale]}</a></nav></header>
<main>${Object.entries(TAGS).map(([tag, words]) => chapter({ tag, title: words[locale], locale }, entries))}${shapes(document.components?.schemas ?? {}, locale)}</main></body></html>`
}

const SHAPES = { zh: '内容的样子', en: 'Shapes' }

const shapes = (schemas: object, locale: Locale) =>
  html`<section id="shapes"><h2>${SHAPES[locale]}</h2>${Object.entries(schemas).map(([name, schema]: [string, Schema]) => html`<article id="shape-${name}"><h3><code>${name}</code></h3>${schema['properties'] ? html`<table><tbody>${fieldsOf(schema)}</tbody></table>` : html`<p>${typeLine(schema)}</p>`}</article>`)}</section>`

type Chapter = { readonly tag: string; readonly title: string; readonly locale: Locale }

const chapter = ({ tag, title, locale }: Chapter, entries: readonly Entry[]) =>
  html`<section id="${tag}"><h2>${title}</h2>${entries
    .filter(({ operation }) => operation.tags?.includes(tag))
    .map((entry) => entryPart(entry, locale))}</section>`

function entryPart({ method, path, operation }: Entry, locale: Locale) {
  const parameters = operation.parameters ?? []
  const bodies = Object.values(operation.requestBody?.content ?? {})
  const words: Described | undefined = (OPERATIONS as Readonly<Record<string, Described>>)[operation.operationId ?? '']
  return html`<article id="${operation.operationId}"><h3><code class="method ${method}">${method.toUpperCase()}</code> <code>${path}</code></h3>
<p>${words?.summary[locale]}</p>${words?.note ? html`<p>${words.note[locale]}</p>` : ''}
${parameters.length > 0 ? html`<table><tbody>${parameters.map(({ name, in: place, required, schema }) => html`<tr><td><code>${name}</code>${required ? ' *' : ''}</td><td><code>${place}</code></td><td><code>${typeName(schema)}</code></td></tr>`)}</tbody></table>` : ''}
${bodies.map(({ schema }) => html`<table><tbody>${fieldsOf(schema)}</tbody></table>`)}
${Object.entries(operation.responses ?? {}).map(([status, { content }]) => Object.values(content ?? {}).map(({ schema }) => html`<p>→ <code>${status}</code> ${typeLine(schema)}</p>`))}</article>`
}

type Described = { readonly summary: Text; readonly note?: Text }

function fieldsOf(schema: Schema | undefined) {
  const properties = (schema?.['properties'] ?? {}) as Readonly<Record<string, Schema>>
  const required = (schema?.['required'] ?? []) as readonly string[]
  return Object.entries(properties).map(
    ([name, field]) =>
      html`<tr><td><code>${name}</code>${required.includes(name) ? ' *' : ''}</td><td>${typeLine(field)}</td></tr>`,
  )
}

/** A type in words; the name of a shape leads to it. */
function typeLine(schema: Schema | undefined): ReturnType<typeof html> {
  const name = typeof schema?.['$ref'] === 'string' ? schema['$ref'].split('/').at(-1) : undefined
  if (name) return html`<a href="#shape-${name}"><code>${name}</code></a>`
  const options = (schema?.['anyOf'] ?? schema?.['oneOf']) as readonly Schema[] | undefined
  if (options) return html`${options.map((option, at) => html`${at > 0 ? ' | ' : ''}${typeLine(option)}`)}`
  const places = schema?.['prefixItems'] as readonly Schema[] | undefined
  if (places)
    return html`<code>[</code>${places.map((place, at) => html`${at > 0 ? ', ' : ''}${typeLine(place)}`)}<code>]</code>`
  if (schema?.['type'] === 'array') return html`${typeLine(schema['items'] as Schema)}<code>[]</code>`
  if (schema?.['properties']) return html`<code>{ ${Object.keys(schema['properties']).join(', ')} }</code>`
  return html`<code>${typeName(schema)}</code>`
}

function typeName(schema: Schema | undefined): string {
  if (!schema) return ''
  if (schema['const'] !== undefined) return JSON.stringify(schema['const'])
  const options = schema['enum'] as readonly unknown[] | undefined
  if (options) return options.join(' | ')
  const limits = ['minLength', 'maxLength', 'minimum', 'maximum', 'maxItems', 'format']
    .flatMap((key) =>
      schema[key] === undefined || Math.abs(Number(schema[key])) >= Number.MAX_SAFE_INTEGER
        ? []
        : [`${key} ${schema[key]}`],
    )
    .join(', ')
  return `${String(schema['type'] ?? '')}${limits ? ` (${limits})` : ''}`
}

/** The document carries both languages, the Chinese paragraph first. */
const inOne = (description: string, locale: Locale): string =>
  description.split('\n\n')[locale === 'zh' ? 0 : 1] ?? description
