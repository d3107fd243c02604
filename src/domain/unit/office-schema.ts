import { z } from 'zod'

const both = (most: number) =>
  z
    .strictObject({
      zh: z.string().trim().min(1).max(most),
      en: z
        .string()
        .trim()
        .max(2 * most)
        .optional(),
    })
    .transform(({ zh, en }) => ({ zh, en: en || zh }))

/** Digits with what people write between them, a second number behind a comma: `0570-1234567 转 3、110`. */
const phone = z
  .string()
  .trim()
  .min(3)
  .max(60)
  .regex(/^[0-9+()（）\-—\s转/、,，]+$/)

/** An office's name. Without an English one the Chinese stands in both. */
export const officeName = both(60)

/** How an office is reached. What is absent is shown nowhere. */
export const officeContact = z.strictObject({
  phone: phone.optional(),
  dutyPhone: phone.optional(),
  hours: both(100).optional(),
  address: both(100).optional(),
  help: z.string().trim().min(3).max(200).optional(),
})
