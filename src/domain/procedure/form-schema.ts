import { z } from 'zod'
import { LEVELS } from '../matter/level.ts'
import type { Field, FieldKind, Form } from './form.ts'

/**
 * The shape of a form's answers, for the API description. Looser than `checkForm`, which alone decides: conditions
 * between fields, roles of posts and units of a tenant are not part of a shape.
 */
export const formSchema = (form: Form): z.ZodObject =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(form.fields).map(([name, field]) => {
        const schema = SCHEMAS[field.kind](field).describe(field.title.zh)
        return [name, field.required && !field.when ? schema : schema.nullish()]
      }),
    ),
  )

const names = (options: object | undefined) => Object.keys(options ?? {})

const limited = (schema: z.ZodArray, { min, max }: Field) => {
  const atLeast = min === undefined ? schema : schema.min(min)
  return max === undefined ? atLeast : atLeast.max(max)
}

const text = ({ min, max }: Field, fallbackMax: number) =>
  z
    .string()
    .min(min ?? 0)
    .max(max ?? fallbackMax)

const number = (schema: z.ZodNumber, { min, max }: Field) => {
  const atLeast = min === undefined ? schema : schema.min(min)
  return max === undefined ? atLeast : atLeast.max(max)
}

const file = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().min(1).max(255),
  type: z.string().max(255),
  size: z.int().min(0),
})

const SCHEMAS: Record<FieldKind, (field: Field) => z.ZodType> = {
  text: (field) => text(field, 200),
  longText: (field) => text(field, 5000),
  number: (field) => number(z.number(), field),
  money: (field) => number(z.int(), field),
  date: () => z.iso.date(),
  dateTime: () => z.iso.datetime({ local: true, offset: true }),
  choice: (field) => z.enum(names(field.options)),
  choices: (field) => limited(z.array(z.enum(names(field.options))), field),
  yesNo: () => z.boolean(),
  files: (field) => limited(z.array(file), field),
  unit: () => z.string(),
  post: () => z.string(),
  level: (field) => z.enum(names(field.options ?? LEVELS)),
  items: (field) => limited(z.array(formSchema({ title: field.title, fields: field.fields ?? {} })), field),
}
