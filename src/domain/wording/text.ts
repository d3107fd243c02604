/** A wording in both languages of the product. zh is what most readers see; en is complete. */
export type Text = { readonly zh: string; readonly en: string }

export type Locale = 'zh' | 'en'

/** Makes a wording; keeps definitions readable: `text('受理', 'Accept')`. */
export const text = (zh: string, en: string): Text => ({ zh, en })
