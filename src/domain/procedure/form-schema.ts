import { z } from 'zod'
import { LEVELS } from '../matter/level.ts'
import type { FieldKind, FieldOf, Form } from './form.ts'

/**
 * The shape of a form's answers, for the API description. Looser than `checkForm`, which alone decides: conditions
 * between fields, roles of posts and units of a tenant are not part of a shape.
 */
export const formSchema = (form: Form): z.ZodObject =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(form.fields).map(([name, field]) => {
        const schema = schemaOf(field).describe(field.title.zh)
        return [name, field.required && !field.when ? schema : schema.nullish()]
      }),
    ),
  )

const limited = (schema: z.ZodArray, { min, max }: FieldOf<'choices' | 'files' | 'items'>) => {
  const atLeast = min === undefined ? schema : schema.min(min)
  return max === undefined ? atLeast : atLeast.max(max)
}

const text = ({ min, max }: FieldOf<'text' | 'longText'>, fallbackMax: number) =>
  z
    .string()
    .min(min ?? 0)
    .max(max ?? fallbackMax)

const number = (schema: z.ZodNumber, { min, max }: FieldOf<'number' | 'money'>) => {
  const atLeast = min === undefined ? schema : schema.min(min)
  return max === undefined ? atLeast : atLeast.max(max)
}

const schemaOf = <K extends FieldKind>(field: FieldOf<K>): z.ZodType => SCHEMAS[field.kind](field)

const file = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().min(1).max(255),
  type: z.string().max(255),
  size: z.int().min(0),
})

const SCHEMAS: { readonly [K in FieldKind]: (field: FieldOf<K>) => z.ZodType } = {
  text: (field) => text(field, 200),
  longText: (field) => text(field, 5000),
  number: (field) => number(z.number(), field),
  money: (field) => number(z.int(), field),
  date: () => z.iso.date(),
  dateTime: () => z.iso.datetime({ local: true, offset: true }),
  choice: (field) => z.enum(Object.keys(field.options)),
  choices: (field) => limited(z.array(z.enum(Object.keys(field.options))), field),
  yesNo: () => z.boolean(),
  files: (field) => limited(z.array(file), field),
  unit: () => z.string(),
  post: () => z.string(),
  level: (field) => z.enum(Object.keys(field.options ?? LEVELS)),
  items: (field) => limited(z.array(formSchema({ title: field.title, fields: field.fields })), field),
}
