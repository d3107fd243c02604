import { expect } from 'vitest'
import type { MatterPage, MatterView } from '../domain/views/views.ts'
import { bodyOf, json, type TestOffice } from './office.ts'

export type PublicFields = Record<string, string | File>

export const A_REPORT = {
  description: '青石村村口石桥的栏杆断了一截，大概两米，孩子上学都走这里。',
  category: 'facility',
  place: '青石村村口石桥',
}

const START = Date.parse('2026-03-02T01:00:00.000Z')

/** Somebody with a browser without JavaScript, and the officials who work on what they report. Time goes on between two requests. */
export function createResident(office: TestOffice) {
  let minutes = 0
  const later = (by = 1) => {
    minutes += by
    office.county.setNow(new Date(START + minutes * 60_000).toISOString())
  }
  const post = (action: string, fields: PublicFields, headers: Record<string, string> = {}) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    return office.ask(action, { method: 'POST', body, headers })
  }
  /** Fetches the page, fills in its form, sends all its fields. */
  const fill = async (
    path: string,
    fields: PublicFields,
    { wait = 1, headers = {} }: { wait?: number; headers?: Record<string, string> } = {},
  ) => {
    const page = await (await office.ask(path, { headers })).text()
    later(wait)
    return post(actionOf(page), { token: tokenOf(page), website: '', ...fields }, headers)
  }
  /** Reports and reads the code from the receipt. */
  const report = async (more: PublicFields = {}, headers: Record<string, string> = {}) => {
    const sent = await fill('/public', { ...A_REPORT, ...more }, { headers })
    const cookie = cookiesOf(sent)
    const receipt = await (
      await office.ask(sent.headers.get('location') ?? '', { headers: { ...headers, cookie } })
    ).text()
    return { sent, receipt, code: codeOn(receipt) }
  }
  /** A step by an official, as the newest version stands. */
  const step = async (who: string, id: string, name: string, form: object) => {
    const send = await office.as(who)
    const { matter } = await bodyOf<MatterView>(await send(`/api/matters/${id}`))
    const answer = await send(`/api/matters/${id}/steps/${name}`, json({ seenVersion: matter.version, form }))
    expect(answer.status, await answer.clone().text()).toBe(200)
  }
  const pageOf = async (code: string) => (await office.ask(`/t/${code}`)).text()
  const matterIdOf = async (code: string) => {
    const title = /<h1>([^<]+)<\/h1>/.exec(await pageOf(code))?.[1] ?? ''
    const clerk = await office.as('clerk')
    const { rows } = await bodyOf<MatterPage>(
      await clerk(`/api/matters?procedure=report&text=${encodeURIComponent(title.slice(0, 6))}`),
    )
    return rows[0]?.id ?? ''
  }
  return { later, post, fill, report, step, pageOf, matterIdOf }
}

/** Where the form of a page is sent, and the token it carries. */
export const actionOf = (page: string): string =>
  /<form method="post" action="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
export const tokenOf = (page: string): string => /name="token" value="([^"]+)"/.exec(page)?.[1] ?? ''
export const codeOn = (receipt: string): string =>
  (/class="code">([^<]+)</.exec(receipt)?.[1] ?? '').replace(/[ ·]/g, '')
export const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
