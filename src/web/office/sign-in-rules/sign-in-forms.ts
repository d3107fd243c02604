import type { Form, FormValues } from '../../../domain/procedure/form.ts'
import { SERVICE_SCOPES, type ServiceScope } from '../../../domain/sign-in/service-scopes.ts'
import type { FactorRule } from '../../../domain/sign-in/sign-in-views.ts'
import { ROLES, type Role } from '../../../domain/unit/role.ts'
import type { AdminPost } from '../../../domain/views/admin-views.ts'
import type { Text } from '../../../domain/wording/text.ts'
import { signInAdminEn } from '../../words/sign-in/sign-in-admin.en.ts'
import { signInAdminZh } from '../../words/sign-in/sign-in-admin.zh.ts'
import type { ServiceWish } from './sign-in-admin-api.ts'

const [zh, en] = [signInAdminZh, signInAdminEn]
const MOST_DAYS = 366
/** Nobody holds those. */
const NO_POST: readonly string[] = ['reporter', 'system']

const postOptions = (posts: readonly AdminPost[], nameOf: (post: AdminPost) => Text) =>
  Object.fromEntries(posts.filter(({ closedAt }) => !closedAt).map((post) => [post.id, nameOf(post)]))

/** Of whom a second factor is demanded. */
export const rulesForm = (posts: readonly AdminPost[], nameOf: (post: AdminPost) => Text): Form => ({
  title: { zh: zh.rules.drawer, en: en.rules.drawer },
  fields: {
    who: {
      kind: 'choice',
      title: { zh: zh.rules.who, en: en.rules.who },
      required: true,
      options: {
        nobody: { zh: zh.rules.nobody, en: en.rules.nobody },
        some: { zh: zh.rules.some, en: en.rules.some },
        all: { zh: zh.rules.all, en: en.rules.all },
      },
    },
    roles: {
      kind: 'choices',
      title: { zh: zh.rules.roles, en: en.rules.roles },
      when: { field: 'who', is: ['some'] },
      options: Object.fromEntries(
        Object.entries(ROLES)
          .filter(([role]) => !NO_POST.includes(role))
          .map(([role, { title }]) => [role, title]),
      ),
    },
    posts: {
      kind: 'choices',
      title: { zh: zh.rules.posts, en: en.rules.posts },
      when: { field: 'who', is: ['some'] },
      options: postOptions(posts, nameOf),
    },
  },
})

/** What the form shows of the rules as they are. */
export const rulesAnswers = (rules: readonly FactorRule[]) => ({
  who: rules.some(({ scope }) => scope === 'office') ? 'all' : rules.length > 0 ? 'some' : 'nobody',
  roles: rules.flatMap(({ scope, subject }) => (scope === 'role' ? [subject] : [])),
  posts: rules.flatMap(({ scope, subject }) => (scope === 'post' ? [subject] : [])),
})

const listOf = (values: FormValues, name: string) => (values[name] ?? []) as readonly string[]

/** What the form says. */
export function rulesOf(values: FormValues): FactorRule[] {
  if (values['who'] === 'all') return [{ scope: 'office', subject: '' }]
  if (values['who'] !== 'some') return []
  return [
    ...listOf(values, 'roles').map((subject) => ({ scope: 'role' as const, subject: subject as Role })),
    ...listOf(values, 'posts').map((subject) => ({ scope: 'post' as const, subject })),
  ]
}

/** An account for a program. */
export const serviceForm = (posts: readonly AdminPost[], nameOf: (post: AdminPost) => Text): Form => ({
  title: { zh: zh.services.addTitle, en: en.services.addTitle },
  fields: {
    name: {
      kind: 'text',
      title: { zh: zh.services.name, en: en.services.name },
      hint: { zh: zh.services.nameHint, en: en.services.nameHint },
      required: true,
      min: 2,
      max: 40,
    },
    postId: {
      kind: 'choice',
      title: { zh: zh.services.post, en: en.services.post },
      required: true,
      options: postOptions(posts, nameOf),
    },
    scopes: {
      kind: 'choices',
      title: { zh: zh.services.scopes, en: en.services.scopes },
      required: true,
      min: 1,
      options: SERVICE_SCOPES,
    },
    days: {
      kind: 'number',
      title: { zh: zh.services.days, en: en.services.days },
      required: true,
      min: 1,
      max: MOST_DAYS,
    },
  },
})

/** What the server is told. */
export const serviceOf = (values: FormValues): ServiceWish => ({
  name: String(values['name'] ?? ''),
  postId: String(values['postId'] ?? ''),
  scopes: listOf(values, 'scopes') as readonly ServiceScope[],
  days: Number(values['days']),
})
