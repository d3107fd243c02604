import { type Text, text } from '../../domain/wording/text.ts'

/** One thing wrong in a definition: where it stands, as keys joined by dots, and what is wrong, as one sentence. */
export type Fault = {
  readonly path: string
  readonly sentence: Text
  /** What stands there is so unlike what should that nothing further can be asked of the definition. */
  readonly broken?: true
}

export const fault = (path: string, zh: string, en: string): Fault => ({ path, sentence: text(zh, en) })

/** The same fault for every value in a list, each named by its place. */
export const faultsAt = <T>(
  list: readonly T[] | undefined,
  path: string,
  judge: (value: T, path: string) => Fault | readonly Fault[] | false | undefined,
): Fault[] => (list ?? []).flatMap((value, index) => judge(value, `${path}.${index}`) || [])

/** Names that stand twice in a list. */
export const twice = (list: readonly string[] | undefined, path: string): Fault[] =>
  faultsAt(list, path, (value, at) =>
    (list ?? []).indexOf(value) < Number(at.slice(at.lastIndexOf('.') + 1))
      ? fault(at, `“${value}”写了两次`, `"${value}" stands twice`)
      : undefined,
  )
