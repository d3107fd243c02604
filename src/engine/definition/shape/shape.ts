import { type Fault, fault } from '../fault.ts'

/** Says what is wrong with a value as such, before anybody asks what it means. */
export type Shape = (value: unknown, path: string) => Fault[]

type Optional = { readonly optional: Shape }

/** Every key of a type, those that may be absent marked as such: a key the type gains does not compile until it stands here. */
export type ShapeOf<T> = { readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? Optional : Shape }

type Loose = Readonly<Record<string, Shape | Optional>>

export const optional = (shape: Shape): Optional => ({ optional: shape })

const at = (path: string, key: string | number) => (path === '' ? String(key) : `${path}.${key}`)

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Something else altogether than what should stand here. */
const broken = (path: string, zh: string, en: string, value: unknown): Fault[] =>
  wrong(path, zh, en, value).map((found) => ({ ...found, broken: true }))

const wrong = (path: string, zh: string, en: string, value: unknown): Fault[] => {
  if (value === undefined) return [fault(path, `缺了，${zh}`, `is missing: ${en}`)]
  const shown = typeof value === 'string' ? value : JSON.stringify(value)
  return [fault(path, `写的是“${shown}”，${zh}`, `is "${shown}": ${en}`)]
}

/** Something that nothing else rests on: whatever is wrong with it, the rest can still be judged. */
export const apart =
  (shape: Shape): Shape =>
  (value, path) =>
    shape(value, path).map(({ path: at, sentence }) => ({ path: at, sentence }))

/** An object with exactly these keys. */
export const object = <T>(shapes: ShapeOf<T>): Shape => keyed(shapes as Loose)

export const keyed =
  (shapes: Loose): Shape =>
  (value, path) => {
    if (!isRecord(value)) return broken(path, '要写成一组名称和内容', 'must be an object', value)
    const known = Object.entries(shapes).flatMap(([key, shape]) =>
      typeof shape === 'function'
        ? shape(value[key], at(path, key))
        : Object.hasOwn(value, key)
          ? shape.optional(value[key], at(path, key))
          : [],
    )
    const unknown = Object.keys(value)
      .filter((key) => !Object.hasOwn(shapes, key))
      .map((key) => fault(at(path, key), `这里没有“${key}”这一项`, `nothing here is called "${key}"`))
    return [...known, ...unknown]
  }

/** Names that may stand in a definition. Those every object has already, like `constructor`, would be found where nothing was written. */
const isName = (name: string) => /^[a-zA-Z0-9]+$/.test(name) && !(name in {})

/** Any number of things by name. */
export const record =
  (shape: Shape, least = 0): Shape =>
  (value, path) => {
    if (!isRecord(value)) return broken(path, '要写成一组名称和内容', 'must be an object', value)
    if (Object.keys(value).length < least) return [fault(path, '至少要有一项', 'must have at least one entry')]
    return Object.entries(value).flatMap(([name, inner]) => [
      ...(isName(name)
        ? []
        : [fault(at(path, name), '名称只能用字母和数字', 'a name is made of letters and digits only')]),
      ...shape(inner, at(path, name)),
    ])
  }

/** A list, in order. */
export const list =
  (shape: Shape, least = 0): Shape =>
  (value, path) => {
    if (!Array.isArray(value)) return broken(path, '要写成一列', 'must be a list', value)
    if (value.length < least) return [fault(path, '至少要有一项', 'must have at least one entry')]
    return value.flatMap((inner, index) => shape(inner, at(path, index)))
  }

/** A value of the right sort that breaks its rule is told and the rest still judged; one of another sort is something else altogether. */
const plain =
  <T>(sort: 'string' | 'number' | 'boolean', fits: (value: T) => boolean, zh: string, en: string): Shape =>
  (value, path) => {
    if (typeof value !== sort) return broken(path, zh, en, value)
    return fits(value as T) ? [] : wrong(path, zh, en, value)
  }

export const oneOf = (words: readonly string[]): Shape =>
  plain<string>(
    'string',
    (value) => words.includes(value),
    `只能是${words.join('、')}`,
    `must be one of ${words.join(', ')}`,
  )

export const word: Shape = plain<string>('string', (value) => value.trim() !== '', '要写字', 'must be a text')

/** Words for people: nothing else rests on them. */
export const phrase: Shape = (value, path) => apart(word)(value, path)

export const yes: Shape = plain<boolean>(
  'boolean',
  (value) => value,
  '只能写 true，不要就删掉',
  'must be true or left out',
)

/** A whole number in a range. */
export const whole = (least: number, most = 100_000): Shape =>
  plain<number>(
    'number',
    (value) => Number.isInteger(value) && value >= least && value <= most,
    `要是${least}到${most}的整数`,
    `must be a whole number from ${least} to ${most}`,
  )

export const number: Shape = plain<number>('number', Number.isFinite, '要是数字', 'must be a number')

/** Nothing or more, also in fractions. */
export const amount: Shape = plain<number>(
  'number',
  (value) => Number.isFinite(value) && value >= 0,
  '要是不小于0的数字',
  'must be a number of 0 or more',
)

/** A part of a whole, neither nothing nor all of it. */
export const share: Shape = plain<number>(
  'number',
  (value) => value > 0 && value < 1,
  '要写大于0小于1的比例，如0.8',
  'must be a share above 0 and below 1, such as 0.8',
)

/** Chooses the shape by looking at the value. */
export const either =
  (choose: (value: Readonly<Record<string, unknown>>) => Shape, plain?: Shape): Shape =>
  (value, path) =>
    isRecord(value) ? choose(value)(value, path) : (plain ?? object({}))(value, path)
