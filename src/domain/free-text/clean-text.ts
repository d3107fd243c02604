/**
 * Characters that are not seen: they make an empty report look written, hide numbers from the eye, or turn the direction of
 * what follows. Controls but white space, marks of format and direction, zero-width ones, fillers. Joiners are looked at below.
 */
const UNSEEN = /(?![\p{White_Space}\p{Join_Control}])[\p{Cc}\p{Cf}\u115f\u1160\u2800\u3164\uffa0]|\u034f/gu
/** Joiners stay where a script needs them: in family emoji, and after letters of Arabic and Indic scripts. */
const JOINER = /\p{Join_Control}/gu
const NEEDS_JOINER = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Script=Arabic}\p{Script=Devanagari}\p{M}]$/u
const ANYTHING_SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u
/** Plain Chinese and English, as nearly all texts are, needs no second look. */
const IS_PLAIN = /^[\t\n\r\u0020-\u007e\u00b7\u2013-\u201d\u2026\u3000-\u3163\u3400-\u9fff\uff00-\uff5e]*$/

/** A text as people see it: trimmed, without characters nobody sees; empty when nothing is left to read. */
export function cleanText(raw: string): string {
  if (IS_PLAIN.test(raw)) return raw.trim()
  const seen = raw
    // NUL and half characters are refused by name later, not mended here.
    .replace(UNSEEN, (one) => (one === '\0' ? one : ''))
    .replace(JOINER, (one, at: number, all: string) =>
      NEEDS_JOINER.test(all.slice(Math.max(0, at - 2), at)) ? one : '',
    )
    .trim()
  return seen.includes('\0') || /\p{Surrogate}/u.test(seen) || ANYTHING_SEEN.test(seen) ? seen : ''
}
