import type { Alert, Said } from '../../domain/outward/alert.ts'
import { CHINA_OFFSET_MS, type Instant } from '../../domain/time/time.ts'
import { type Element, element, writeXml } from '../xml/write-xml.ts'

/** Who speaks: the office, and how its areas are called. */
export type Speaker = {
  /** `<tenant>@<host>`: globally unique, without spaces, commas, `<` or `&`. */
  readonly sender: string
  readonly name: Said
  readonly contact?: string
  readonly web: string
  readonly areaName: (unitId: string) => Said
}

const LANGUAGES = { zh: 'zh-CN', en: 'en-US' } as const
type Language = keyof typeof LANGUAGES
const EXERCISE: Said = { zh: '【演练】', en: '[EXERCISE] ' }

/** A time as CAP wants it: with an offset, to the second, and never `Z` (3.3.2). */
export const capTime = (at: Instant): string =>
  `${new Date(Date.parse(at) + CHINA_OFFSET_MS).toISOString().slice(0, 19)}+08:00`

/** How others name a message: `sender,identifier,sent`. */
export const referenceTo = ({ id, sentAt }: Pick<Alert, 'id' | 'sentAt'>, sender: string): string =>
  `${sender},${id},${capTime(sentAt)}`

/**
 * A CAP 1.2 message. `before` are the messages that it takes the place of, the oldest first. One block for Chinese; one for English when
 * somebody wrote headline and description in it.
 */
export function writeCap(alert: Alert, before: readonly Pick<Alert, 'id' | 'sentAt'>[], speaker: Speaker): string {
  const { id, sentAt, status, msgType, scope, said } = alert
  const references = before.map((each) => referenceTo(each, speaker.sender)).join(' ')
  const languages: readonly Language[] = said.headline.en && said.description.en ? ['zh', 'en'] : ['zh']
  return writeXml(
    element(
      'alert',
      [
        element('identifier', id),
        element('sender', speaker.sender),
        element('sent', capTime(sentAt)),
        element('status', status),
        element('msgType', msgType),
        element('scope', scope),
        scope === 'Restricted' ? element('restriction', said.restriction ?? '') : undefined,
        scope === 'Private'
          ? element('addresses', (said.to ?? []).map((unit) => quoted(speaker.areaName(unit).zh)).join(' '))
          : undefined,
        // The exercise is named in a note (3.2.1, status).
        status === 'Exercise' ? element('note', `演练 Exercise ${said.reference}`) : undefined,
        references ? element('references', references) : undefined,
        // The number of a matter is for those inside.
        scope === 'Public' ? undefined : element('incidents', quoted(said.reference)),
        ...languages.map((language) => infoIn(language, alert, speaker)),
      ],
      { xmlns: 'urn:oasis:names:tc:emergency:cap:1.2' },
    ),
  )
}

function infoIn(language: Language, { status, said }: Alert, speaker: Speaker): Element {
  const own = (text: Said) => text[language] ?? text.zh
  const drill = status === 'Exercise' ? own(EXERCISE) : ''
  return element('info', [
    element('language', LANGUAGES[language]),
    element('category', said.category),
    element('event', own(said.event)),
    ...said.responses.map((response) => element('responseType', response)),
    element('urgency', said.urgency),
    element('severity', said.severity),
    element('certainty', said.certainty),
    said.onset ? element('onset', capTime(said.onset)) : undefined,
    element('expires', capTime(said.expires)),
    element('senderName', own(speaker.name)),
    element('headline', drill + own(said.headline)),
    element('description', own(said.description)),
    said.instruction && (language === 'zh' || said.instruction.en)
      ? element('instruction', own(said.instruction))
      : undefined,
    element('web', speaker.web),
    speaker.contact ? element('contact', speaker.contact) : undefined,
    ...said.areas.map((unit) => element('area', [element('areaDesc', own(speaker.areaName(unit)))])),
  ])
}

/** An item of a list that is kept apart by blanks stands in quotes when it has one itself. */
const quoted = (item: string): string => (/\s/.test(item) ? `"${item.replaceAll('"', '')}"` : item)
