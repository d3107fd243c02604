import { expect } from 'vitest'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Post } from '../../domain/unit/unit.ts'
import type { LedgerFilter } from '../../domain/views/ledger-filter.ts'
import type { MatterPage, MatterView } from '../../domain/views/views.ts'
import type { TestOffice } from '../office.ts'
import { isSecret, mayBeTold, type Story, sees, tellings } from './story.ts'

/** What the county is, read past every door. */
export type Known = { readonly stories: readonly Story[]; readonly procedures: readonly Procedure[] }

export type Reader = Awaited<ReturnType<typeof readerAt>>

/** Somebody in a post who reads at the doors of the office; all that is said to them is kept. */
export async function readerAt(office: TestOffice, post: Post) {
  const send = await office.as(post.id)
  const heard: string[] = []
  const ask = async (path: string, init?: RequestInit) => {
    const answer = await send(path, init)
    const body = await answer.text()
    heard.push(body)
    return { status: answer.status, body }
  }
  const get = async <T>(path: string, init?: RequestInit): Promise<T> => {
    const { status, body } = await ask(path, init)
    expect(status, `${post.id} ${path}: ${body.slice(0, 300)}`).toBe(200)
    return JSON.parse(body) as T
  }
  const list = async (filter: LedgerFilter) => {
    const rows: MatterPage['rows'][number][] = []
    // It comes with the first page.
    let count: number | undefined
    for (let cursor = ''; ; ) {
      const page: MatterPage = await get(`/api/matters?${query({ ...filter, limit: 200, cursor })}`)
      rows.push(...page.rows)
      count ??= page.count
      if (!page.next) return { ids: rowIds(rows), count }
      cursor = page.next
    }
  }
  return { ask, get, list, heard }
}

export const query = (asked: object) =>
  new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '') as [string, string][]).toString()

export const idsOf = (all: readonly Story[]) => all.map(({ matter }) => matter.id).sort()
export const rowIds = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).sort()

/** What a refusal says, without the number of the request. */
export function problemOf(body: string): object {
  const { instance, requestId, ...said } = JSON.parse(body) as Record<string, unknown>
  return said
}

/** Of all marks, numbers and ids of the county nothing was said that does not stand in a matter in sight. */
export function expectNothingElse(post: Post, heard: readonly string[], { stories, procedures }: Known): void {
  const known = tellings(JSON.stringify(stories))
  const told = mayBeTold(post, stories, procedures)
  const leaked = [...tellings(heard.join('\n'))].filter((each) => known.has(each) && !told.has(each))
  const where = (each: string) => heard.find((body) => body.includes(each))?.replace(/\s+/g, ' ') ?? ''
  const around = (each: string) =>
    where(each)
      .slice(Math.max(0, where(each).indexOf(each) - 150))
      .slice(0, 300)
  expect(leaked.map((each) => `${post.id} is told ${each}: ${around(each)}`)).toEqual([])
}

/** Links and children of a page: of those that are there for the post each once, with a title only where it is seen. */
export function expectKin(post: Post, { matter }: Story, view: MatterView, { stories, procedures }: Known): void {
  const other = (id: string) => stories.find((story) => story.matter.id === id)
  const leads = (from: Story['matter'], to: Story['matter']) => from.links.some(({ matterId }) => matterId === to.id)
  const linked = stories
    .filter((story) => leads(story.matter, matter) || leads(matter, story.matter))
    .filter((story) => !isSecret(post, story, procedures))
  expect([...new Set(view.links.map(({ matterId }) => matterId))].sort(), matter.reference).toEqual(idsOf(linked))
  for (const { matterId, visible, title } of view.links) {
    const story = other(matterId)
    expect(visible).toBe(story !== undefined && sees(post, story, procedures))
    expect(title).toBe(visible ? story?.matter.title : '')
  }
  for (const { id, title } of view.children) {
    const story = other(id)
    if (!story) continue
    expect(isSecret(post, story, procedures), `child ${story.matter.reference}`).toBe(false)
    expect(title).toBe(sees(post, story, procedures) ? story.matter.title : undefined)
  }
}
