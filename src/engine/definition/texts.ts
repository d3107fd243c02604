import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Source } from '../../domain/procedure/source.ts'
import type { Text } from '../../domain/wording/text.ts'
import { type Fault, fault } from './fault.ts'

type Found<T> = { readonly path: string; readonly value: T }

/** Everything inside a definition that has these keys, with its path. */
function collect<T>(value: unknown, keys: readonly string[], path = ''): Found<T>[] {
  if (typeof value !== 'object' || value === null) return []
  const here = keys.every((key) => Object.hasOwn(value, key)) ? [{ path, value: value as T }] : []
  return [
    ...here,
    ...Object.entries(value).flatMap(([key, inner]) => collect<T>(inner, keys, path === '' ? key : `${path}.${key}`)),
  ]
}

const SLOGAN = /操作成功|请您?耐心|敬请谅解|系统异常|！|!/

/** Wordings that are words in both languages; what else stands there is judged by its shape. */
const textsOf = (procedure: Procedure) =>
  collect<Text>(procedure, ['zh', 'en']).filter(
    ({ value }) => typeof value.zh === 'string' && typeof value.en === 'string',
  )

/** Words: Chinese in Chinese, English in English, plain, and never more certain than what was read. */
export const textFaults = (procedure: Procedure): Fault[] => [
  ...textsOf(procedure).flatMap(({ path, value: { zh, en } }) => [
    ...(zh === '' || /\p{Script=Han}/u.test(zh) ? [] : [fault(`${path}.zh`, '要写中文', 'must be Chinese')]),
    ...(/[A-Za-z]{2,}/.test(zh) ? [fault(`${path}.zh`, '中文里不夹英文词', 'has English words in it')] : []),
    ...(en === '' || /[A-Za-z]/.test(en) ? [] : [fault(`${path}.en`, '要写英文', 'must be English')]),
    ...(/[\p{Script=Han}，。：；、（）“”]/u.test(en)
      ? [fault(`${path}.en`, '英文里不夹中文', 'has Chinese words or marks in it')]
      : []),
    ...(SLOGAN.test(zh) || SLOGAN.test(en) ? [fault(path, '是口号，不是一句话', 'is a slogan')] : []),
    ...(/^(states|steps)\.[^.]+\.public$/.test(path) && zh.includes('你')
      ? [fault(`${path}.zh`, '对群众称“您”', 'calls residents 你 instead of 您')]
      : []),
  ]),
  ...collect<Source>(procedure, ['article', 'mark']).flatMap(({ path, value }) =>
    value.quote !== undefined && value.mark !== 'found'
      ? [fault(`${path}.quote`, '只有核对过原文的才能引原文', 'only a rule that was read in the text is quoted')]
      : [],
  ),
]
