import type { PersonalKind } from '../free-text/personal-kind.ts'
import { type Locale, type Text, text } from './text.ts'

/** What was found in a text that many read. */
const PERSONAL_TITLES: Readonly<Record<PersonalKind, Text>> = {
  identity: text('身份证号', 'an identity number'),
  phone: text('电话', 'a telephone number'),
  bankCard: text('银行卡号', 'a bank card number'),
  name: text('姓名', 'a name'),
  email: text('邮箱', 'a mail address'),
  plate: text('车牌号', 'a number plate'),
  passport: text('护照、通行证号', 'a passport number'),
}

/** The kinds that an issue's limit lists, as people read them. */
export const kindsText = (kinds: number | string | undefined, locale: Locale): string =>
  String(kinds ?? '')
    .split(',')
    .map((kind) => PERSONAL_TITLES[kind as PersonalKind]?.[locale] ?? kind)
    .join(locale === 'zh' ? '、' : ', ')
