/** An element as a parser gives it. */
export type Parsed = {
  readonly name: string
  readonly text: string
  readonly children: readonly Parsed[]
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d$/
const REFERENCE = /^[^\s,<&]+,[^\s,<&]+,\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d$/
const POINT = /^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)$/

/**
 * What the prose of CAP 1.2 asks and its schema cannot check (OASIS, 3.2 and 3.3): how messages are named, which parts come with which
 * status, scope and type, one language a block, places that close. Empty when nothing is wrong.
 */
export function capFaults(alert: Parsed): string[] {
  const all = (name: string, within: Parsed = alert) => within.children.filter((each) => each.name === name)
  const one = (name: string, within: Parsed = alert) => all(name, within)[0]?.text
  const [type, status, scope] = [one('msgType'), one('status'), one('scope')]
  const faults: string[] = []
  const must = (holds: boolean, fault: string) => void (holds || faults.push(fault))

  for (const name of ['identifier', 'sender'])
    must(/^[^\s,<&]+$/.test(one(name) ?? ''), `${name} has a blank, a comma, < or &, or is missing`)
  const references = (one('references') ?? '').split(/\s+/).filter(Boolean)
  must(
    references.every((each) => REFERENCE.test(each)),
    'references are not sender,identifier,sent',
  )
  must(type === 'Alert' || references.length > 0, `${type} names no earlier message`)
  must(type !== 'Alert' || references.length === 0, 'an Alert takes the place of nothing')
  must(!references.some((each) => each.split(',')[1] === one('identifier')), 'a message names itself')
  must((scope === 'Restricted') === (one('restriction') !== undefined), 'restriction goes with Restricted')
  must((scope === 'Private') === (one('addresses') !== undefined), 'addresses go with Private')
  for (const name of ['restriction', 'addresses']) must(one(name) !== '', `${name} is empty`)
  must(status !== 'Exercise' || Boolean(one('note')), 'an Exercise names itself in note')

  const infos = all('info')
  must(infos.length > 0, 'no info')
  const languages = infos.map((info) => one('language', info) ?? 'en-US')
  must(new Set(languages).size === languages.length, 'a language has two blocks')
  must(
    languages.every((each) => /^[a-z]{2,3}(-[A-Z]{2})?$/.test(each)),
    'language is no RFC 3066 code',
  )
  const sent = one('sent') ?? ''
  must(TIME.test(sent), 'sent has no offset')
  for (const info of infos) {
    for (const name of ['effective', 'onset', 'expires'])
      for (const { text } of all(name, info)) must(TIME.test(text), `${name} has no offset`)
    const expires = one('expires', info)
    must(!expires || Date.parse(expires) > Date.parse(sent), 'expires before it is sent')
    must((one('headline', info)?.length ?? 0) <= 160, 'headline is longer than 160')
    for (const area of all('area', info)) faults.push(...placeFaults(area))
    must(all('area', info).length > 0, 'no area')
  }
  return faults
}

function placeFaults(area: Parsed): string[] {
  const texts = (name: string) => area.children.filter((each) => each.name === name).map(({ text }) => text.trim())
  const open = texts('polygon').filter((polygon) => {
    const points = polygon.split(/\s+/)
    return points.length < 4 || points[0] !== points.at(-1) || !points.every(isPoint)
  })
  const odd = texts('circle').filter((circle) => {
    const [centre = '', radius = '', more] = circle.split(/\s+/)
    return more !== undefined || !isPoint(centre) || !/^\d+(\.\d+)?$/.test(radius)
  })
  const [ceiling, altitude] = [texts('ceiling'), texts('altitude')]
  return [
    ...open.map(() => 'a polygon of fewer than four points, or not closed'),
    ...odd.map(() => 'a circle without centre or radius'),
    ...(ceiling.length > altitude.length ? ['ceiling without altitude'] : []),
    ...(texts('areaDesc')[0] ? [] : ['an area without description']),
  ]
}

/** Latitude and longitude in WGS 84, in that order. */
function isPoint(point: string): boolean {
  const [, lat, long] = POINT.exec(point) ?? []
  return lat !== undefined && Math.abs(Number(lat)) <= 90 && Math.abs(Number(long)) <= 180
}
