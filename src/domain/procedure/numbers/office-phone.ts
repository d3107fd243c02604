/** A fixed line with or without the area code and an extension, a hotline (110, 12345), or a 400 number; never a mobile number. */
const LINE = /^(?:(?:0\d{2,3}-?)?[2-8]\d{6,7}(?:转\d{1,6})?|1\d{2}|1\d{4}|400-?\d{3}-?\d{4})$/

/** The number of an office's line as it is kept, without spaces; undefined for a mobile number or what is no number. */
export function readOfficePhone(text: string): string | undefined {
  const number = text
    .normalize('NFKC')
    .replace(/[\s()]+/g, '')
    .replace(/[—－]/g, '-')
  return LINE.test(number) ? number : undefined
}
