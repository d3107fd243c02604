import { useQueryClient } from '@tanstack/react-query'
import type { Source } from '../../../domain/procedure/source.ts'
import { useOffice } from '../../client/office.tsx'
import { sessionQuery } from '../../client/queries.ts'
import { SourceMarkTag } from '../../parts/due/source-mark-tag.tsx'
import { ReasonButton } from '../../parts/form/reason-button.tsx'
import { useMayChange } from '../admin/may-change.ts'
import { confirmRule } from '../own-office/office-api.ts'
import type { Speech } from './rule-words.ts'

/** The article behind a rule, how sure of it we are, and, while it waits for the county's own word, the administrator's button to give it. */
export function RuleSource({ source, speech: { rules, say } }: { source: Source; speech: Speech }) {
  const client = useQueryClient()
  const mayChange = useMayChange()
  const { confirmed } = useOffice().session.office
  const waits = (source.mark === 'local' || source.mark === 'recalled') && !confirmed[source.article.zh]
  const confirm = async (reason: string) => {
    await confirmRule({ reason, article: source.article.zh })
    await client.invalidateQueries({ queryKey: ['admin', 'office'] })
    await client.invalidateQueries({ queryKey: sessionQuery.queryKey })
  }
  return (
    <>
      {say(source.article)} {source.mark !== 'product' && <SourceMarkTag source={source} />}
      {waits && mayChange && (
        <span className="no-print">
          {' '}
          <ReasonButton
            icon="check"
            title={rules.confirm}
            why={rules.confirmWhy}
            hint={rules.confirmHint}
            verb={rules.confirm}
            act={confirm}
          />
        </span>
      )}
    </>
  )
}
