import type { ChosenPurpose } from '../../domain/personal/opening-purpose.ts'
import { personalFields } from '../../domain/procedure/personal-fields.ts'
import { addMilliseconds } from '../../domain/time/time.ts'
import { mayOpenVault } from '../../engine/access/personal-access.ts'
import { continueDraft, type Draft } from '../../storage/bulk/bulk-draft.ts'
import { actorOfPost } from '../choose-actor.ts'
import type { World } from '../walk.ts'

/** Who opens, and why: as an intake desk does in a week. */
const OPENINGS: readonly { readonly post: string; readonly purpose: ChosenPurpose; readonly reason: string }[] = [
  { post: 'clerk-2', purpose: 'callBack', reason: '' },
  { post: 'clerk', purpose: 'verify', reason: '核对是哪一处路口' },
  { post: 'clerk-2', purpose: 'callBack', reason: '问满不满意' },
  { post: 'triage', purpose: 'other', reason: '转办前约承办单位一起看现场' },
  { post: 'clerk', purpose: 'serve', reason: '' },
]
const MOST = 40
const LATER_MS = 25 * 60_000

/** Opens what some reporters left of themselves, so that the log of readers is not empty. Each after the last thing that happened. */
export function openSome({ context, drafts, now }: World): void {
  let nth = 0
  for (let at = drafts.length - 1; at >= 0 && nth < MOST; at -= 1) {
    const draft = drafts[at]
    if (!draft || draft.vault.length === 0) continue
    const opened = openOne(context, draft, now, nth)
    if (!opened) continue
    drafts[at] = opened
    nth += 1
  }
}

function openOne(context: World['context'], draft: Draft, now: string, nth: number): Draft | undefined {
  const { matter, procedure } = draft
  const { directory } = context.rulebook
  const { post, ...why } = OPENINGS[nth % OPENINGS.length] ?? { post: 'clerk', purpose: 'callBack', reason: '' }
  const actor = actorOfPost(context.rulebook, context.tenant, post)
  const at = addMilliseconds(draft.events.at(-1)?.at ?? now, LATER_MS)
  const fields = [...personalFields(procedure).vault]
  if (matter.shreddedAt || fields.length === 0 || at >= now || !mayOpenVault(actor, matter, directory)) return undefined
  return continueDraft(context, draft, { command: { type: 'OpenFields', fields, ...why }, actor, now: at })
}
