import type { Form } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'

/** What a key is called: the program that has it. */
export const clientKeyForm: Form = {
  title: text('接口密钥', 'Client key'),
  fields: {
    name: {
      kind: 'text',
      title: text('给哪个程序用', 'For which program'),
      hint: text('例如：城管App', 'Such as: the city app'),
      required: true,
      min: 2,
      max: 60,
    },
  },
}
