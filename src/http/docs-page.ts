import { html } from 'hono/html'
import type { Locale } from '../domain/text.ts'
import type { openApiDocument } from './openapi.ts'
import { TAGS } from './operations.ts'
import { assetPath } from './public/assets.ts'

type Document = Awaited<ReturnType<typeof openApiDocument>>
type Schema = Record<string, unknown>
type Operation = {
  readonly operationId?: string
  readonly tags?: readonly string[]
  readonly summary?: string
  readonly description?: string
  readonly parameters?: readonly {
    readonly name?: string
    readonly in?: string
    readonly required?: boolean
    readonly schema?: Schema
  }[]
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }
}
type Entry = { readonly method: string; readonly path: string; readonly operation: Operation }

const METHODS = ['get', 'post', 'patch', 'put', 'delete']

/** The description of the API for people: one page, no script, nothing from elsewhere. */
export function docsPage(document: Document, locale: Locale) {
  const paths = (document.paths ?? {}) as Readonly<Record<string, Readonly<Record<string, Operation>>>>
  const entries = Object.entries(paths).flatMap(([path, methods]) =>
    METHODS.flatMap((method): Entry[] => (methods[method] ? [{ method, path, operation: methods[method] }] : [])),
  )
  const titles = { zh: '接口说明', en: 'API' }
  return html`<!doctype html>
<html lang="${locale === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>安澜 Anlan · ${titles[locale]}</title><link rel="stylesheet" href="${assetPath('docs.css')}"></head>
<body><header><h1>安澜 Anlan · ${titles[locale]}</h1>
<p>${lines(document.info.description ?? '')}</p>
<p><a href="/openapi.json">openapi.json</a> · OpenAPI ${document.openapi}</p>
<nav>${Object.entries(TAGS).map(([tag, words]) => html`<a href="#${tag}">${words[locale]}</a> `)}</nav></header>
<main>${Object.entries(TAGS).map(([tag, words]) => chapter(tag, words[locale], entries))}</main></body></html>`
}

const chapter = (tag: string, title: string, entries: readonly Entry[]) =>
  html`<section id="${tag}"><h2>${title}</h2>${entries.filter(({ operation }) => operation.tags?.includes(tag)).map(entryPart)}</section>`

function entryPart({ method, path, operation }: Entry) {
  const parameters = operation.parameters ?? []
  const bodies = Object.values(operation.requestBody?.content ?? {})
  return html`<article id="${operation.operationId}"><h3><span class="method ${method}">${method.toUpperCase()}</span> <code>${path}</code></h3>
<p>${operation.summary}</p>${operation.description ? html`<p>${lines(operation.description)}</p>` : ''}
${parameters.length > 0 ? html`<table><tbody>${parameters.map(({ name, in: place, required, schema }) => html`<tr><td><code>${name}</code>${required ? ' *' : ''}</td><td>${place}</td><td>${typeName(schema)}</td></tr>`)}</tbody></table>` : ''}
${bodies.map(({ schema }) => html`<table><tbody>${fieldsOf(schema)}</tbody></table>`)}</article>`
}

function fieldsOf(schema: Schema | undefined) {
  const properties = (schema?.['properties'] ?? {}) as Readonly<Record<string, Schema>>
  const required = (schema?.['required'] ?? []) as readonly string[]
  return Object.entries(properties).map(
    ([name, field]) =>
      html`<tr><td><code>${name}</code>${required.includes(name) ? ' *' : ''}</td><td>${typeName(field)}</td></tr>`,
  )
}

function typeName(schema: Schema | undefined): string {
  if (!schema) return ''
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

const lines = (words: string) => words.split('\n').map((line) => html`${line}<br>`)
