import { useQueryClient } from '@tanstack/react-query'
import { issueCode } from '../../../client/api.ts'
import { keepReceipt } from '../../../client/new-receipt.ts'
import { ReasonButton } from '../../../parts/form/reason-button.tsx'
import { useWords } from '../../../words/words.tsx'

/** A new code for a reporter who lost theirs; it shows at the head of the page, once. */
export function NewCode({ matterId }: { matterId: string }) {
  const { newCode, newCodeWhy, newCodeHint } = useWords().words.matter
  const client = useQueryClient()
  const issue = async (reason: string) => {
    keepReceipt(await issueCode(matterId, reason))
    await client.invalidateQueries({ queryKey: ['matter', matterId] })
    window.scrollTo({ top: 0 })
  }
  return (
    <p className="parties-hint no-print">
      <ReasonButton icon="file" title={newCode} why={newCodeWhy} hint={newCodeHint} verb={newCode} act={issue} />
    </p>
  )
}
