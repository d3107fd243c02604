import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isBankCard, isIdentity18 } from './numbers.ts'
import { findPersonal, maskedKinds, maskPersonal } from './personal-data.ts'

/** Made-up persons; the identity numbers have a right check character and belong to nobody known. */
const FOUND: readonly (readonly [string, string])[] = [
  ['身份证330109199001011239，请保密', '身份证【身份证号】，请保密'],
  ['身份证 330109 19900101 1239', '身份证 【身份证号】'],
  ['号码是３３０１０９１９９００１０１１２３９', '号码是【身份证号】'],
  ['他的证件330109900101123', '他的证件【身份证号】'],
  ['身份证号写错一位：330109199001011238', '身份证号写错一位：【身份证号】'],
  ['打13900001234', '打【电话】'],
  ['打１３９００００１２３４', '打【电话】'],
  ['电话139 0000 1234，村口', '电话【电话】，村口'],
  ['电话139-0000-1234', '电话【电话】'],
  ['电话139—0000—1234', '电话【电话】'],
  ['电话1 3 9 0 0 0 0 1 2 3 4', '电话【电话】'],
  ['电话+86 13900001234', '电话【电话】'],
  ['一三九零零零零一二三四', '【电话】'],
  ['幺三九〇〇〇〇一二三四', '【电话】'],
  ['①③⑨00001234找我', '【电话】找我'],
  ['1\u200b3900001234找我', '【电话】找我'],
  ['13900001234转告13900005678', '【电话】转告【电话】'],
  ['（０５７１）８７６５４３２１转８０１', '【电话】'],
  ['(0571)87654321', '[phone]'],
  ['0571-87654321 或 010 6234 5678', '[phone] 或 [phone]'.replaceAll('[phone]', '【电话】')],
  ['手机139/0000/1234、139  0000  1234', '手机【电话】、【电话】'],
  ['手机139 - 0000 - 1234，139·0000·1234', '手机【电话】，【电话】'],
  ['手机(139)0000-1234', '手机【电话】'],
  ['手机1390 0001234或13900 001234', '手机【电话】或【电话】'],
  ['拨013900001234', '拨【电话】'],
  ['139零零零零1234', '【电话】'],
  ['一三九 零零零零 一二三四', '【电话】'],
  ['加QQ13900001234，VX13900001234，WX：13900001234', '加QQ【电话】，VX【电话】，WX：【电话】'],
  ['固话：87654321', '固话：【电话】'],
  ['身份证330109.19900101.1239', '身份证【身份证号】'],
  ['身份证330109  19900101  1239', '身份证【身份证号】'],
  ['卡号6222  0212  3456  7890  128', '卡号【银行卡号】'],
  ['姓 名：王试题', '姓 名：【姓名】'],
  ['名字：王试题', '名字：【姓名】'],
  ['反映人王试题，联系人李范本 13900001234', '反映人【姓名】，联系人【姓名】 【电话】'],
  ['举报人（周范本）', '举报人（【姓名】）'],
  ['鄙人王试题，', '鄙人【姓名】，'],
  ['我是下塘村3组王试题，', '我是下塘村3组【姓名】，'],
  ['我叫阿依古丽·买买提', '我叫【姓名】'],
  ['我叫陳試題，', '我叫【姓名】，'],
  ['my name is john sample and', 'my name is [name] and'],
  ['139零零零零1234 13900001234三号楼', '【电话】 【电话】三号楼'],
  ['座机87654321', '座机【电话】'],
  ['卡号6222 0212 3456 7890 128', '卡号【银行卡号】'],
  ['4111111111111111', '[card number]'],
  ['您好，我叫王试题，家住下塘村', '您好，我叫【姓名】，家住下塘村'],
  ['我叫王试题家住下塘村', '我叫【姓名】家住下塘村'],
  ['我叫欧阳试题。', '我叫【姓名】。'],
  ['本人李范本，多次反映', '本人【姓名】，多次反映'],
  ['本人（赵范例）住三楼', '本人（【姓名】）住三楼'],
  ['姓名：张试 电话：13900001234', '姓名：【姓名】 电话：【电话】'],
  ['姓名:禤试题', '姓名:【姓名】'],
  ['投诉人：周范本', '投诉人：【姓名】'],
  ['我是何试题，', '我是【姓名】，'],
  ['我是下塘村的何试题，路灯坏了', '我是下塘村的【姓名】，路灯坏了'],
  ['我是下塘村村民何试题。', '我是下塘村村民【姓名】。'],
  ['我姓王，叫试题，', '我姓王，叫【姓名】，'],
  ['Hello, my name is John Sample and the lamp is out', 'Hello, my name is [name] and the lamp is out'],
  ["I'm John Sample, the lamp is out", "I'm [name], the lamp is out"],
  ['电话1、3、9、0、0、0、0、1、2、3、4', '电话【电话】'],
  ['电话139、0000、1234', '电话【电话】'],
  ['打1a3b9c0d0e0f0g1h2i3j4', '打【电话】'],
  ['身份证330109、19900101、1239', '身份证【身份证号】'],
  ['写信到shiti.wang@example.cn', '写信到【邮箱】'],
  ['邮箱ｓｈｉｔｉ＠example.com', '邮箱【邮箱】'],
  ['mail me: sample@example.org', 'mail me: [e-mail]'],
  ['浙A12345一直占道', '【车牌】一直占道'],
  ['浙A·D12345停在门口', '【车牌】停在门口'],
  ['粤B1234挂', '【车牌】'],
  ['护照号E12345678', '护照号【证件号】'],
  ['港澳通行证：C12345678', '港澳通行证：【证件号】'],
  ['passport no. EA1234567', 'passport no. [passport]'],
  ['我叫小明', '我叫【姓名】'],
  ['大家叫我阿强，住三楼', '大家叫我【姓名】，住三楼'],
]

const PASSED = [
  '云G320国道塌方',
  '新A1201室漏水',
  '青B区12栋楼道灯不亮',
  '川S303省道落石',
  '浙A牌照的车',
  '第1、2、3、4、5、6、7、8、9、10、11项都没有整改',
  '1、3、5、7、9、11、13号楼停水',
  '护照办理窗口排队太久',
  '通行证发放点在3号门',
  '@所有人 明天停水',
  '我叫小区物业来修',
  '我叫小工来搬',
  '我叫阿姨帮忙',
  '大家叫我小心一点',
  '浙政办〔2026〕12号文件没有落实',
  'G320国道1380公里处、X103县道塌方',
  '（2026）浙0109民初12345号',
  'SQ-2026-0417、YH-2026-0312',
  '统一社会信用代码91330109MA2H1C2D3E',
  '信用代码913301097384521234',
  '电表号13800138000读数不对',
  '水表编号330109199001、灯杆号 13800138000',
  '快递SF13900001234丢了',
  '合同编号HT13900001234',
  '网格330106001001012没有人',
  '网格编号330106001001001',
  '欠款¥13800138000',
  '合计人民币13800138000',
  '分别为138、1200、1300间',
  '欠工资13800138000元',
  '坐标120.155070,30.274084',
  '系数2.26341740518637',
  '各方当事人：仲裁、诉讼',
  '坐标130.12345678,45.12345678',
  '面积1380000.1234',
  '微信图片_20261128161319.jpg、mmexport1700000000000.jpg、IMG_20261128_161319.jpg',
  '2026年11月28日16:13，2026-03-05 09:30',
  '照片20261128161319123',
  '一二三四五六七八楼都停水',
  '15 20 30 40 50 6 号楼',
  '拨打110、12345、400-800-1234都没有人接',
  '第0571-2026-0312号批复',
  '我叫了三次物业都没有来',
  '我叫车去医院',
  '我叫张师傅来修，他不来',
  '我叫王某，不便透露',
  '我叫孙子去看',
  '我叫施工队停工',
  '我叫江南小区物业来修',
  '我叫宋江村的人来看',
  '姓名和电话都写错了',
  '据反映人陈述，水管坏了',
  '来电人林地，被占',
  '申请人周边，',
  '我是下塘村王家桥，',
  '我叫马上来的人等了两天',
  '我是高中生，',
  '我是石桥村村民',
  '我是金华人，',
  '我是路过的，看见井盖丢了',
  '我是方圆小区的业主，',
  '本人于2026年3月申请低保',
  '本人曾多次反映',
  '本人申请，未批',
  '本人车辆，被划',
  '本人和邻居都听见了',
  '反映人：匿名',
  '姓名：不详',
  '反映人：李女士',
  '申请人：杭州示例有限公司',
  '业主：石桥村委会',
  'my name is not important',
  'I am very angry, please come',
]

describe('numbers and names that tell who somebody is', () => {
  test.each(FOUND)('%s', (text, masked) => {
    expect(maskPersonal(text).text).toBe(masked)
  })

  test.each(PASSED)('%s stays as it is', (text) => {
    expect(maskPersonal(text)).toEqual({ text, found: [] })
  })

  test('what was masked can be read from the text, and what it was is handed over once', () => {
    const { text, found } = maskPersonal('我叫王试题，打13900001234')
    expect(maskedKinds(text)).toEqual(['phone', 'name'])
    expect(found).toEqual([
      { kind: 'name', text: '王试题' },
      { kind: 'phone', text: '13900001234' },
    ])
  })
})

describe('the numbers themselves', () => {
  test('one wrong digit makes an identity number none, and so it is with cards', () => {
    const wrong = (number: string, at: number) =>
      number.slice(0, at) + ((Number(number[at]) + 1) % 10) + number.slice(at + 1)
    expect(isIdentity18('330109199001011239')).toBe(true)
    expect(isBankCard('6222021234567890128')).toBe(true)
    for (let at = 14; at < 17; at += 1) {
      expect(isIdentity18(wrong('330109199001011239', at))).toBe(false)
      expect(isBankCard(wrong('6222021234567890128', at))).toBe(false)
    }
  })

  const digit = fc.integer({ min: 0, max: 9 }).map(String)
  const mobile = fc
    .tuple(fc.constantFrom('13', '15', '17', '18', '19'), fc.array(digit, { minLength: 9, maxLength: 9 }))
    .map(([head, rest]) => head + rest.join(''))
  const written = fc.constantFrom(
    (number: string) => number,
    (number: string) => `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`,
    (number: string) => `${number.slice(0, 3)}-${number.slice(3, 7)}-${number.slice(7)}`,
    (number: string) => number.replace(/\d/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
    (number: string) => `+86${number}`,
  )
  const words = fc
    .array(fc.constantFrom('路灯坏了', '，', '三号楼', '请打', '谢谢', '\n', '。'), { maxLength: 4 })
    .map((all) => all.join(''))

  test('no mobile number stays, however it is written and whatever stands around it', () => {
    fc.assert(
      fc.property(words, mobile, written, words, (before, number, write, after) => {
        const { text } = maskPersonal(`${before}${write(number)}${after}`)
        expect(text.normalize('NFKC').replace(/\D/g, '')).not.toContain(number)
      }),
    )
  })

  test('a number that another one beside it hides is masked too', () => {
    expect(maskPersonal('打1a3b9c0d0e0f0g1h2i3j4，13000000000')).toEqual({
      text: '打【电话】，【电话】',
      found: [
        { kind: 'phone', text: '13000000000' },
        { kind: 'phone', text: '1a3b9c0d0e0f0g1h2i3j4' },
      ],
    })
  })

  test('masking twice changes nothing, and nothing but what was found is changed', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      mobile,
      fc.constantFrom(...FOUND.map(([text]) => text), ...PASSED),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 5 }), (pieces) => {
        const once = maskPersonal(pieces.join('，')).text
        expect(maskPersonal(once)).toEqual({ text: once, found: [] })
      }),
    )
  })

  test('spans lie in order, inside the text, and do not overlap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        let last = 0
        for (const { start, end } of findPersonal(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})
