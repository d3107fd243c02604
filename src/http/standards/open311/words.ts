import { type Text, text } from '../../../domain/wording/text.ts'

/** What the interface says to people, in both languages. */
export const OPEN311_WORDS = {
  placeUnit: text('发生在哪个乡镇或村', 'In which town or village'),
  aboutUnit: text(
    '反映的是哪个单位（选填；被反映的单位看不到）',
    'Which unit it is about (optional; that unit does not see it)',
  ),
  choose: text('从列表里选一个', 'Choose one of the list'),
  notice: text(
    '这就是查询码：凭它查进展、补充、撤回。姓名和电话封存，只有受理人员能打开。坐标、照片、邮箱、设备号没有收。',
    'This is the code: with it progress is followed, something added, or the report withdrawn. Name and phone are sealed; only intake opens them. Coordinates, pictures, mail address and device are not taken.',
  ),
  noJurisdiction: text('没有这个 jurisdiction_id', 'No such jurisdiction_id'),
  noService: text('没有这个 service_code', 'No such service_code'),
  needService: text('缺 service_code', 'service_code was not provided'),
  noRequest: text('没有这个 service_request_id', 'No such service_request_id'),
  noToken: text(
    '没有这个 token：受理时当场给 service_request_id',
    'No such token: service_request_id is given at once',
  ),
  needDescription: text('缺 description', 'description was not provided'),
  needPlace: text(
    '缺地点：填 address_string，或用 address_id 填乡镇、村的编号；只有坐标不够',
    'No place: give address_string, or the id of a town or village as address_id; coordinates alone are not enough',
  ),
  badKey: text('api_key 不对，或没有填', 'Missing or invalid api_key'),
  badDate: text('日期要带时区，像 2026-03-02T00:00:00+08:00', 'Dates carry a zone: 2026-03-02T00:00:00+08:00'),
  badSpan: text('一次最多查90天', 'At most 90 days at once'),
  badStatus: text('status 只有 open 和 closed', 'status is open or closed'),
  badPage: text('page 从1起，page_size 最多1000', 'page counts from 1, page_size is 1000 at most'),
  tooMany: (seconds: number): Text => text(`太多次了，${seconds}秒后再来`, `Too many; come back in ${seconds} seconds`),
}
