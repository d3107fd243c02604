import { type Instant, laterOf } from '../../domain/time/time.ts'
import { element, writeXml } from '../xml/write-xml.ts'

export type AtomEntry = {
  /** Never changes and is nobody else's: `urn:uuid:…` or `tag:…` (RFC 4287, 4.2.6). */
  readonly id: string
  readonly title: string
  readonly updated: Instant
  readonly published: Instant
  readonly summary: string
  readonly category?: string
  readonly links: readonly { readonly rel: string; readonly href: string; readonly type: string }[]
}

export type AtomFeed = {
  readonly id: string
  readonly title: string
  readonly author: string
  readonly self: string
  readonly home: string
  readonly language: string
  /** When nothing was ever published. */
  readonly since: Instant
  readonly entries: readonly AtomEntry[]
}

/** An Atom feed (RFC 4287). It was updated when its newest entry was, so that the same entries are the same bytes. */
export function writeAtom({ id, title, author, self, home, language, since, entries }: AtomFeed): string {
  const updated = entries.reduce((last, entry) => laterOf(last, entry.updated), since)
  return writeXml(
    element(
      'feed',
      [
        element('id', id),
        element('title', title),
        element('updated', updated),
        element('author', [element('name', author)]),
        element('link', [], { rel: 'self', type: 'application/atom+xml', href: self }),
        element('link', [], { rel: 'alternate', type: 'text/html', href: home }),
        element('generator', 'Anlan'),
        ...entries.map((entry) =>
          element('entry', [
            element('id', entry.id),
            element('title', entry.title),
            element('updated', entry.updated),
            element('published', entry.published),
            ...entry.links.map((link) => element('link', [], link)),
            entry.category ? element('category', [], { term: entry.category }) : undefined,
            element('summary', entry.summary, { type: 'text' }),
          ]),
        ),
      ],
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language },
    ),
  )
}
