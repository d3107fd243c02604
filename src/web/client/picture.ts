import type { FileRef } from '../../domain/procedure/form.ts'

/** Photos that every browser shows; HEIC is none of them. */
const SHOWN: readonly string[] = ['image/jpeg', 'image/png', 'image/webp']

/** Whether a page can show the file as a picture. */
export const isPicture = ({ type }: Pick<FileRef, 'type'>): boolean => SHOWN.includes(type)
