import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkValue } from '../../domain/procedure/field-check.ts'
import { type Field, personalOf } from '../../domain/procedure/form.ts'
import { fieldsOf } from '../../engine/definition/reading.ts'
import { PROCEDURES } from '../../procedures/all.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'
import { FREE_TEXTS } from './valid.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office?.dispose())

type Schema = {
  readonly type?: string
  readonly $ref?: string
  readonly enum?: unknown
  readonly const?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly additionalProperties?: Schema | boolean
  readonly anyOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
}
type Operation = {
  readonly operationId?: string
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema?: Schema }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> }
}
type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> }
}

/** Every text of a request that people could write anything into, by the way to it. */
function openTexts(schema: Schema | undefined, path: string, document: Document): string[] {
  if (!schema) return []
  if (schema.$ref) return openTexts(document.components?.schemas?.[schema.$ref.split('/').at(-1) ?? ''], path, document)
  const parts = [...(schema.anyOf ?? []), ...(schema.allOf ?? []), ...(schema.oneOf ?? [])]
  const inner = parts.flatMap((part) => openTexts(part, path, document))
  if (schema.type === 'string' && !schema.enum && schema.const === undefined && !schema.format && !schema.pattern)
    return [path]
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, part]) =>
    openTexts(part, `${path}.${name}`, document),
  )
  const rest =
    typeof schema.additionalProperties === 'object' ? openTexts(schema.additionalProperties, `${path}.*`, document) : []
  return [...inner, ...own, ...rest, ...openTexts(schema.items, path, document)]
}

/** Names of texts that need no look, and why. */
const NEED_NONE = new Set([
  // Ids and codes: what is none of those known is refused, and nothing of it is kept.
  ...['procedure', 'kinds', 'pointsTo', 'state', 'unit', 'place', 'category', 'owner', 'sweep', 'cursor', 'post', 'id'],
  ...[
    'postId',
    'unitId',
    'parentId',
    'personId',
    'placeUnitId',
    'reference',
    'step',
    'fields',
    'about',
    'matter',
    'roles',
    'request',
    'field',
    'kind',
    'from',
    'to',
    'other',
    'takesIn',
    'areas',
  ],
  ...['rule', 'article', 'hidden', 'gapFree', 'schedule', 'only', 'type'],
  // One of the sheets of a form, or refused.
  ...['getReturn.sheet', 'mapReturn.sheet'],
  // Numbers, names of counts and signs: anything else cannot be read and is refused.
  ...['tryIndicator.formula', 'addIndicatorVersion.formula'],
  // A role or a post.
  'setFactorRules.rules.subject',
  // Masked before anything is looked for.
  ...['findDuplicates.title', 'findDuplicates.description', 'findDuplicates.place'],
  // Personal by what it is: compared with what is sealed, or sealed.
  ...['compareField.value', 'correctField.value'],
  // The account's own, the office's own line for questions, the address of a program, and lists of officials.
  ...['username', 'password', 'currentPassword', 'newPassword', 'help', 'url', 'secret', 'csv'],
])
/** How a ledger is read: its headings and cells. What it brings is looked through row by row (`exchange/mapping/row-answers.ts`). */
const IS_READING = /^(?:proposeImport|previewImport|askImport)\.reading\./
const nameOf = (path: string) => path.split('.').at(-1) ?? ''

test('every text of every request is looked through for numbers and names, or stands among those that need no look', async () => {
  const document = await bodyOf<Document>(await office.ask('/openapi.json'))
  const texts = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).flatMap(({ operationId = '', parameters = [], requestBody }) => [
      ...parameters
        .filter((one) => one.in === 'query')
        .flatMap(({ name, schema }) => openTexts(schema, `${operationId}.${name}`, document)),
      ...Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => openTexts(schema, operationId, document)),
    ]),
  )
  expect(texts.length).toBeGreaterThan(50)
  const open = texts.filter(
    (path) =>
      !FREE_TEXTS.includes(nameOf(path)) &&
      !NEED_NONE.has(nameOf(path)) &&
      !NEED_NONE.has(path) &&
      !IS_READING.test(path),
  )
  expect(open).toEqual([])
})

const NUMBER = '打13900001234'

test.each([
  ['a search', 'clerk', `/api/matters?text=${encodeURIComponent('330109199001011239')}`, undefined],
  ['a filter that is kept', 'clerk', '/api/saved-views', { name: '我的', query: `text=${encodeURIComponent(NUMBER)}` }],
  ['the name of a view', 'clerk', '/api/saved-views', { name: NUMBER, query: 'unit=dongpu' }],
  ['the purpose of an export', 'clerk', '/api/exports', { purpose: NUMBER, filter: { procedure: 'report' } }],
  [
    'the filter of an export',
    'clerk',
    '/api/exports',
    { purpose: '报送月报', filter: { procedure: 'report', state: NUMBER } },
  ],
  [
    'the reason of an act',
    'administrator',
    '/api/admin/units',
    { reason: NUMBER, parentId: 'yunxi', kind: 'village', name: { zh: '新村', en: 'New' } },
  ],
  [
    'the name of a unit',
    'administrator',
    '/api/admin/units',
    { reason: '并村', parentId: 'yunxi', kind: 'village', name: { zh: NUMBER, en: 'New' } },
  ],
])('%s with a number of somebody is refused and kept nowhere', async (_, post, path, body) => {
  const answer = await (await office.as(post))(path, body ? json(body) : undefined)
  expect(answer.status).toBe(400)
  const { issues } = await bodyOf<{ issues: { rule: string }[] }>(answer)
  expect(['personal-data', 'person-search']).toContain(issues[0]?.rule)
})

const questions = PROCEDURES.flatMap((procedure) =>
  fieldsOf(procedure).map(({ path, field }) => ({ path: `${procedure.id}@${procedure.version} ${path}`, field })),
)
const isOpenText = (field: Field) => (field.kind === 'text' || field.kind === 'longText') && !personalOf(field)
const around = { directory: { units: {}, posts: {} }, now: '2026-03-02T01:00:00.000Z' }

test.each([
  ['a phone number', '请打13900001234找他问'],
  ['an identity number', '证件330109199001011239'],
  ['a mail address', '写到shiti@example.cn'],
  ['a number plate', '车是浙A12345那辆'],
])('no question of any definition that many read takes %s', (_, said) => {
  const open = questions.filter(({ field }) => isOpenText(field))
  expect(open.length).toBeGreaterThan(500)
  expect(
    open.filter(({ field }) => checkValue(field, said, around).rule === undefined).map(({ path }) => path),
  ).toEqual([])
})
