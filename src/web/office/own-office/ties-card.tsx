import { useQueryClient } from '@tanstack/react-query'
import { useOffice } from '../../client/office.tsx'
import { directoryQuery } from '../../client/queries.ts'
import { useOwnOfficeWords } from '../../words/use-admin-words.ts'
import { useWords } from '../../words/words.tsx'
import { changeTie } from './office-api.ts'
import { OfficeCard, OfficeLine } from './office-card.tsx'
import { asText, tieForm } from './office-forms.ts'
import type { OfficeTask } from './use-office-tasks.tsx'

/** Offices above, below and beside that the installation tied to this one; each agrees for itself. */
export function TiesCard({ ask }: { readonly ask: (task: OfficeTask) => void }) {
  const { say: inWords } = useWords()
  const say = useOwnOfficeWords()
  const client = useQueryClient()
  const { directory } = useOffice()
  const offices = Object.values(directory.offices ?? {})
  if (offices.length === 0) return null
  return (
    <OfficeCard id="ties" title={say.ties} lead={say.tiesLead}>
      <ul>
        {offices.map(({ tenant, name, stands, agreed, agreedHere, takesIn }) => (
          <OfficeLine
            key={tenant}
            action={agreedHere ? say.tieTakeBack : say.tieAgree}
            act={() =>
              ask({
                id: `ties:${tenant}`,
                title: inWords(name),
                form: tieForm(!agreedHere),
                start: takesIn ? { takesIn } : {},
                send: async ({ takesIn: unit, reason }) => {
                  await changeTie({
                    reason: asText(reason),
                    other: tenant,
                    agrees: !agreedHere,
                    ...(asText(unit) ? { takesIn: asText(unit) } : {}),
                  })
                  await client.invalidateQueries({ queryKey: directoryQuery.queryKey })
                },
              })
            }
          >
            {`${inWords(name)} · ${say.tieStands[stands]} · ${agreed ? say.tieBoth : agreedHere ? say.tieWaits : say.tieOpen}`}
          </OfficeLine>
        ))}
      </ul>
    </OfficeCard>
  )
}
