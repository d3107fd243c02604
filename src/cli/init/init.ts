import { text } from '../../domain/wording/text.ts'
import type { CliCommand } from '../shell/cli-command.ts'

export const init: CliCommand = {
  name: 'init',
  title: text('建一个真实的单位（不装演示县）', 'set up a real office, without the demo county'),
  flags: {
    name: { title: text('单位名称，如“某某县综治中心”', 'name of the office, in Chinese'), value: 'NAME' },
    'name-en': { title: text('英文名称', 'its name in English'), value: 'NAME' },
    area: {
      title: text(
        '辖区名称，如“某某县”（最上一级；默认按 --county，再默认单位名称）',
        'name of the area, the unit at the top (default: by --county, else the name)',
      ),
      value: 'NAME',
    },
    phone: { title: text('办公电话', 'office phone'), value: 'PHONE' },
    'duty-phone': { title: text('值班电话', 'phone at night and on days off'), value: 'PHONE' },
    hours: { title: text('办公时间，如“工作日 8:30-17:30”', 'office hours, in Chinese'), value: 'HOURS' },
    'hours-en': { title: text('英文办公时间', 'office hours in English'), value: 'HOURS' },
    address: { title: text('地址', 'address'), value: 'ADDRESS' },
    emblem: {
      title: text('徽标，PNG 或 JPEG 图片，不超过 256 KB', 'emblem, a PNG or JPEG of at most 256 KB'),
      value: 'FILE',
    },
    county: {
      title: text(
        '县级区划代码6位：从全国区划表里只取本县',
        'code of the county, 6 digits: of a national list only its units',
      ),
      value: 'CODE',
    },
    units: {
      title: text(
        '单位表 CSV，几个文件用逗号隔开，或装着 townships.csv、villages.csv 的文件夹',
        'lists of units in CSV, with commas; or the folder with townships.csv and villages.csv',
      ),
      value: 'FILES',
    },
    people: { title: text('人员岗位表 CSV', 'list of people and posts in CSV'), value: 'FILE' },
    holidays: {
      title: text('本单位自己的放假和调休表 CSV', "list of the office's own days off and worked in CSV"),
      value: 'FILE',
    },
    'admin-name': { title: text('第一个管理员的姓名', 'name of the first administrator'), value: 'NAME' },
    'admin-username': { title: text('第一个管理员的账号', 'user name of the first administrator'), value: 'USERNAME' },
    tenant: {
      title: text('内部代号（默认环境变量 TENANT，再默认 qinglan）', 'its id inside (default: TENANT, else qinglan)'),
      value: 'T',
      rule: 'tenant',
    },
    ask: { title: text('没有给的就问（在终端里默认就问）', 'ask for what is missing (in a terminal it does)') },
  },
  about: text(
    '只要名称和第一个管理员；其余可以以后在“管理”页补。再运行一次，只补上新的单位、人员和放假表，已有的不动。\n表的列：单位 名称、编码、上级、类型；人员 姓名、账号、单位、岗位、角色；放假 日期、名称、放假、依据。',
    'A name and a first administrator are enough; the rest can follow on the Admin page. Run again, it adds new units, people\nand days and leaves what is there. Columns: units name, code, parent, kind; people name, username, unit, post, roles; days\ndate, name, off, source.',
  ),
  examples: [
    'anlan init',
    'anlan init --name 某某县综治中心 --phone 0570-1234567 --admin-name 张示例 --admin-username zhangshili --json',
    'anlan init --county 330802 --units divisions/ --people people.csv',
  ],
  run: async (call) => (await import('./run-init.ts')).runInit(call),
}
