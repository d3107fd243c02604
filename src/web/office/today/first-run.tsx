import { useQuery } from '@tanstack/react-query'
import { Link, type LinkProps } from '@tanstack/react-router'
import type { Role } from '../../../domain/unit/role.ts'
import { type Office, useOffice } from '../../client/office.tsx'
import { countsQuery } from '../../client/queries.ts'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import type { Words } from '../../words/zh.ts'

type GuideStep = { readonly text: string; readonly done?: boolean; readonly link?: LinkProps }

const REGISTERS: readonly Role[] = ['clerk', 'triageOfficer', 'inspector', 'mediator', 'leader', 'reviewer']

/** What to do first in a new office, by what one's post is for. Gone as soon as there is something to work on. */
export function FirstRun() {
  const { words } = useWords()
  const office = useOffice()
  const { data: counts } = useQuery(countsQuery())
  const steps = stepsFor(office, words)
  const isEmpty = counts?.every(({ all }) => all === 0)
  const isAdministrator = office.actor.roles.includes('administrator')
  if (!isEmpty || (isAdministrator && steps.every(({ done }) => done))) return null
  return (
    <section className="card first-run" aria-labelledby="first-run">
      <header className="card-head">
        <h2 id="first-run">{words.firstRun.title}</h2>
      </header>
      <ol className="card-body">
        {steps.map(({ text, done, link }) => (
          <li key={text}>
            {done && <Icon name="check" size={16} />}
            {link && !done ? <Link {...link}>{text}</Link> : text}
          </li>
        ))}
      </ol>
    </section>
  )
}

function stepsFor({ actor, directory, session }: Office, { firstRun }: Words): GuideStep[] {
  const { contact, confirmed } = session.office
  if (actor.roles.includes('administrator')) {
    return [
      {
        text: firstRun.contact,
        done: Boolean(contact.phone && contact.hours),
        link: { to: '/admin', search: { part: 'office' } },
      },
      { text: firstRun.units, done: Object.keys(directory.units).length > 1, link: { to: '/admin' } },
      {
        text: firstRun.people,
        done: Object.keys(directory.posts).length > 1,
        link: { to: '/admin', search: { part: 'people' } },
      },
      {
        text: firstRun.confirm,
        done: Object.keys(confirmed).length > 0,
        link: { to: '/admin', search: { part: 'office' } },
      },
    ]
  }
  const registers = actor.roles.some((role) => REGISTERS.includes(role))
  return [
    ...(registers ? [{ text: firstRun.register }, { text: firstRun.publicPage }] : []),
    { text: firstRun.wait },
    { text: firstRun.rules, link: { to: '/rules' } },
  ]
}
