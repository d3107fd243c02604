/** The 31 characters of the code, I, O, S, V and Z left out because they look like others (GB 32100-2015). */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const

/** Whether a text is a unified social credit code (统一社会信用代码): 18 characters, the last of which follows from the others. */
export function isCreditCode(code: string): boolean {
  const places = Array.from(code, (character) => ALPHABET.indexOf(character))
  if (places.length !== 18 || places.includes(-1)) return false
  const sum = WEIGHTS.reduce<number>((total, weight, index) => total + weight * (places[index] ?? 0), 0)
  return places[17] === (31 - (sum % 31)) % 31
}
