import { useQuery } from '@tanstack/react-query'
import type { AdminChange, AdminPerson, AdminPost, AdminUnit } from '../../../domain/views/admin-views.ts'
import type { Text } from '../../../domain/wording/text.ts'
import { useOffice } from '../../client/office.tsx'
import { Empty } from '../../parts/shell/empty.tsx'
import { momentText } from '../../words/dates.ts'
import { useSignInAdminWords } from '../../words/sign-in/use-sign-in-admin-words.ts'
import { useAdminWords, useOwnOfficeWords } from '../../words/use-admin-words.ts'
import { useWords } from '../../words/words.tsx'
import { adminChangesQuery, adminPeopleQuery, adminPostsQuery, adminUnitsQuery } from './admin-api.ts'
import { Loaded } from './loaded.tsx'

/** What administrators did, newest first: who, when, what and why. */
export function ChangesPart() {
  const { say, words, locale } = useWords()
  const { today } = useOffice()
  const admin = useAdminWords()
  const changes = useQuery(adminChangesQuery)
  const units = useQuery(adminUnitsQuery).data ?? []
  const posts = useQuery(adminPostsQuery).data ?? []
  const people = useQuery(adminPeopleQuery).data ?? []
  const { changeList } = admin
  const factorRules = useSignInAdminWords().rules.title
  const sections: Readonly<Record<string, string | undefined>> = { ...useOwnOfficeWords().sections, factorRules }
  return (
    <Loaded query={changes}>
      {(all) => (
        <section className="card" aria-label={admin.changesTab}>
          {all.length === 0 && <Empty title={changeList.none} />}
          <ol className="change-list">
            {all.map((change) => (
              <li key={change.id}>
                <time dateTime={change.at}>{momentText(change.at, today(), locale)}</time>
                <span>
                  <b>{change.personName}</b>{' '}
                  {changeList.line(
                    changeList.changes[change.what],
                    changeList.subjects[change.subject],
                    change.subject === 'office'
                      ? (sections[change.subjectId] ?? change.subjectId)
                      : nameOf(change, units, posts, people, say),
                  )}
                  {change.reason && (
                    <span className="muted">
                      {words.comma}
                      {changeList.why}
                      {words.colon}
                      {change.reason}
                    </span>
                  )}
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </Loaded>
  )
}

function nameOf(
  { subject, subjectId }: AdminChange,
  units: readonly AdminUnit[],
  posts: readonly AdminPost[],
  people: readonly AdminPerson[],
  say: (text: Text) => string,
): string {
  if (subject === 'person') return people.find(({ id }) => id === subjectId)?.name ?? subjectId
  if (subject === 'unit') {
    const unit = units.find(({ id }) => id === subjectId)
    return unit ? say(unit.name) : subjectId
  }
  if (subject === 'job') return subjectId
  const post = posts.find(({ id }) => id === subjectId)
  const unit = units.find(({ id }) => id === post?.unitId)
  return post ? `${unit ? say(unit.name) : ''} ${say(post.title)}`.trim() : subjectId
}
