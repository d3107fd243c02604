import { type Text, text } from '../../../domain/wording/text.ts'

/** A standard of others: where it is spoken, what of it is followed, and what is not and why. `docs/standards.md` says the same. */
export type Followed = {
  readonly name: string
  /** Where the standard itself stands. */
  readonly from: string
  readonly title: Text
  /** Addresses here; those with `<` are somebody's own. */
  readonly where: readonly string[]
  readonly follows: Text
  readonly leaves: Text
}

export const FOLLOWED: readonly Followed[] = [
  {
    name: 'iCalendar',
    from: 'https://www.rfc-editor.org/rfc/rfc5545',
    title: text('日历：期限、开庭、值班', 'Calendars: time limits, hearings, shifts'),
    where: ['/calendar/<tenant>/<address>.ics'],
    follows: text(
      'RFC 5545 的 VEVENT、VTIMEZONE（Asia/Shanghai）、SEQUENCE、STATUS:CANCELLED，RFC 7986 的 NAME、REFRESH-INTERVAL；每人一个私人地址，在“通知”页生成、停用',
      'RFC 5545: VEVENT, VTIMEZONE (Asia/Shanghai), SEQUENCE, STATUS:CANCELLED; RFC 7986: NAME, REFRESH-INTERVAL. Each person makes and revokes a private address on the page Notices',
    ),
    leaves: text(
      '没有 VTODO（订阅的日历里看不到）、METHOD 和邀请（只给人看）、VALARM（由日历程序提醒）、CalDAV（不从日历改事项）',
      'No VTODO (subscribed calendars hide it), METHOD and invitations (it is read), VALARM (the calendar reminds), CalDAV (matters are not changed from a calendar)',
    ),
  },
  {
    name: 'CAP 1.2',
    from: 'https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2-os.html',
    title: text('预警：突发事件', 'Alerts: incidents'),
    where: ['/cap/<id>.xml'],
    follows: text(
      'Alert、Update、Cancel 和 references；演练是 Exercise；Public、Restricted、Private；zh-CN 一段，写了英文的再加 en-US 一段；由指挥的领导看过再发，系统不自动发',
      'Alert, Update, Cancel with references; drills are Exercise; Public, Restricted, Private; a block in zh-CN, one in en-US where English was written. A leader in command issues it after a look; none goes out by itself',
    ),
    leaves: text(
      '没有 polygon、circle（单位没有边界坐标，只写地名）、resource、数字签名；没有 Ack、Error（没有收 CAP 的入口）',
      'No polygon or circle (the office has no outlines; areas have names), resource, or signature; no Ack or Error (nothing here takes CAP in)',
    ),
  },
  {
    name: 'Open311 GeoReport v2',
    from: 'https://wiki.open311.org/GeoReport_v2',
    title: text('报事：给外部程序', 'Reporting: for programs of others'),
    where: [
      '/open311/discovery.json',
      '/open311/v2/services.json',
      '/open311/v2/services/<service_code>.json',
      '/open311/v2/requests.json',
      '/open311/v2/requests/<service_request_id>.json',
    ],
    follows: text(
      '发现、服务、服务定义、清单（日期、状态、服务、编号、page、page_size）、单件；凭 api_key 报事；JSON 和 XML；错误也按它的写法。要密钥，找本单位管理员',
      'Discovery, services, definitions, requests (dates, status, codes, ids, page, page_size), one request; reporting with api_key; JSON and XML; errors in its form. Ask the administrator of the office for a key',
    ),
    leaves: text(
      '清单里只有同类、同乡镇、同月满5件的，不含描述、地点、坐标；没有 token（当场给编号）；不收 lat/long、media_url、email、device_id（用不着，就不收）',
      'Only requests of which five are alike (kind, township, month), without description, place or coordinates; no tokens (ids are given at once); lat/long, media_url, email, device_id are not taken, because nothing needs them',
    ),
  },
  {
    name: 'Atom',
    from: 'https://www.rfc-editor.org/rfc/rfc4287',
    title: text('订阅：预警和公示', 'Feed: alerts and publicity'),
    where: ['/feeds/notices.atom'],
    follows: text(
      'RFC 4287：不变的 id、updated、author、self；90天内公开的预警（附 CAP）、正在公示的事项',
      'RFC 4287: lasting ids, updated, author, self; public alerts of 90 days (with CAP) and what is publicised',
    ),
    leaves: text(
      '没有分页和全文；给群众的答复不公开，只有本人凭查询码看',
      'No paging, no content in full; answers to residents are not published, each reads their own by code',
    ),
  },
  {
    name: 'GeoJSON',
    from: 'https://www.rfc-editor.org/rfc/rfc7946',
    title: text('各乡镇上月件数', 'Reports of last month by township'),
    where: ['/feeds/reports.geojson'],
    follows: text(
      'RFC 7946 的 FeatureCollection；少于5的不给数，也推不出来',
      'RFC 7946: FeatureCollection; counts below five are not told, nor can they be worked out',
    ),
    leaves: text(
      '本单位没有边界和坐标，geometry 都是 null（第3.2节允许）',
      'The office has no outlines or coordinates: geometry is null, as section 3.2 allows',
    ),
  },
  {
    name: 'OpenAPI 3.1',
    from: 'https://spec.openapis.org/oas/v3.1.0',
    title: text('本系统自己的接口', 'The interface of this system'),
    where: ['/openapi.json', '/docs'],
    follows: text(
      '每个接口的参数和回答都写明；错误按 RFC 9457',
      'Parameters and answers of every operation; errors by RFC 9457',
    ),
    leaves: text('要登录；不是开放数据', 'Needs a session; it is no open data'),
  },
  {
    name: 'Standard Webhooks',
    from: 'https://www.standardwebhooks.com',
    title: text('通知出口', 'Outlets of notices'),
    where: [],
    follows: text(
      '签名和重试；内容是 CloudEvents 1.0 的 JSON',
      'Signatures and retries; the body is a CloudEvents 1.0 event in JSON',
    ),
    leaves: text('只往外发；由管理员设', 'Outward only; set up by the administrator'),
  },
]
