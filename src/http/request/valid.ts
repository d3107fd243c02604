import type { ValidationTargets } from 'hono'
import { validator } from 'hono-openapi'
import type { z } from 'zod'
import { personalKinds } from '../../domain/free-text/personal-data.ts'
import { AnlanError, type Issue, type IssueRule } from '../../domain/wording/errors.ts'
import { isStorable } from '../../domain/wording/storable-text.ts'

type Found = {
  readonly code?: string
  readonly message: string
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
  readonly origin?: string
  readonly minimum?: number | bigint
  readonly maximum?: number | bigint
  readonly format?: string
  readonly keys?: readonly string[]
  readonly input?: unknown
}

/**
 * Checks one part of a request and describes it in the OpenAPI document.
 * It throws, so that a handler's response type is its success type.
 */
export const valid = <T extends keyof ValidationTargets, S extends z.ZodType>(target: T, schema: S) =>
  validator(target, schema, (result) => {
    if (result.success) {
      const issues = [...unstorable(result.data, ''), ...personal(result.data, '')]
      if (issues.length > 0) throw new AnlanError('request-invalid', { issues })
      return
    }
    throw new AnlanError('request-invalid', { issues: (result.error as readonly Found[]).flatMap(issuesOf) })
  })

/** Texts that no table can hold. Answers to a form are checked by the form, which calls its fields by their titles. */
function unstorable(value: unknown, path: string): Issue[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [{ field: path, rule: 'wrong-form' }]
  if (typeof value !== 'object' || value === null || path === 'form') return []
  return Object.entries(value).flatMap(([name, inner]) => unstorable(inner, path ? `${path}.${name}` : name))
}

/**
 * Free texts of requests, by name: what is searched, given as a reason, or shown as a name. A new name of a text stands here or in
 * the list of `every-door.test.ts`, which says why it needs no look.
 */
export const FREE_TEXTS: readonly string[] = [
  'text',
  'query',
  'reason',
  'purpose',
  'note',
  'body',
  'name',
  'title',
  'zh',
  'en',
  'document',
  'source',
  'restriction',
]

/**
 * Numbers and names of persons in free texts, and anywhere in a filter that is kept. Answers to a form are checked by the form; names
 * of its files, and what is compared to find the same matter, are masked there.
 */
function personal(value: unknown, path: string): Issue[] {
  if (typeof value !== 'object' || value === null || path === 'form' || path === 'files') return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const field = path ? `${path}.${name}` : name
    if (typeof inner !== 'string') return personal(inner, field)
    const isFree = FREE_TEXTS.includes(name) || path === 'filter'
    const limit = isFree ? personalKinds(name === 'query' ? plainQuery(inner) : inner) : ''
    const isSearch = name === 'text' && (path === '' || path === 'filter')
    return limit ? [{ field, rule: isSearch ? ('person-search' as const) : ('personal-data' as const), limit }] : []
  })
}

const plainQuery = (query: string) => [...new URLSearchParams(query).values()].join('\n')

/** zod's findings in the product's own words. */
function issuesOf(found: Found): Issue[] {
  const field = (found.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.')
  if (found.code === 'unrecognized_keys') {
    return (found.keys ?? []).map((key) => ({ field: field ? `${field}.${key}` : key, rule: 'unknown-field' }))
  }
  const limit = found.minimum ?? found.maximum
  return [{ field: field || 'body', rule: ruleOf(found), ...(limit === undefined ? {} : { limit: Number(limit) }) }]
}

function ruleOf(found: Found): IssueRule {
  if (found.code === 'invalid_type') return found.message.includes('undefined') ? 'required' : 'wrong-type'
  if (found.code === 'too_small') return found.origin === 'number' || found.origin === 'int' ? 'too-small' : 'too-short'
  if (found.code === 'too_big') return found.origin === 'number' || found.origin === 'int' ? 'too-large' : 'too-long'
  if (found.code === 'invalid_value' || found.code === 'invalid_union') return 'not-an-option'
  if (found.code === 'invalid_format') return found.format?.startsWith('date') ? 'not-a-date' : 'wrong-form'
  return 'wrong-form'
}
