/**
 * A record that changes with a step. Whoever takes it takes the record's own step for a change, so only who may change the record takes
 * it; the rows come from the question `by` (which `changes` them), the rest stays as it stands. The record's question `basis` says
 * which matter it rests on; `carry` names other questions of the record ← this step's answer, an earlier one or a fact. When the
 * new version is there the system takes the step `made` here, and its question `names` has it.
 */
export type Revision = {
  readonly by: string
  readonly step: string
  readonly basis: string
  readonly carry?: Readonly<Record<string, string>>
  readonly made: { readonly step: string; readonly names: string }
}

/**
 * Whether what a matter was about came back where it was put right. Its children of kind `checks` say where: a unit that has ended one.
 * Counted are `findings` of the category that a question names and, where it is answered, under the title that `item` names,
 * before that and since; beside them the `visits` that answered `made`, of this category or by the record it is about, without which a count says nothing. `without` do not count.
 */
export type CameBack = {
  readonly checks: string
  /** How a check ends where the same was found, and where it was not; another end is no answer. */
  readonly foundToo: readonly string[]
  readonly notHere: readonly string[]
  readonly findings: string
  readonly category: string
  readonly item: string
  readonly without: readonly string[]
  readonly visits: string
  readonly made: string
  /** The question that names the version that came of it. */
  readonly versions: readonly { readonly before: string; readonly after: string }[]
}

/**
 * Rows that say what may lead to what and how likely (in hundredths), and rows that say where it begins and how much each weighs: its page
 * draws them and works out which single link to cut first.
 */
export type CascadeRows = {
  readonly links: string
  readonly from: string
  readonly to: string
  readonly chance: string
  readonly nodes: string
  readonly node: string
  readonly begins: string
  readonly weight: string
}
