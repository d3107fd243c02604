/**
 * Characters that are not seen: they make an empty report look written, hide numbers from the eye, or turn the direction
 * of what follows. Controls but tab and line ends, soft hyphen, fillers, marks of direction, zero-width, tags. NUL stays: it is refused.
 */
const UNSEEN =
  /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\u{1d173}-\u{1d17a}\u{e0000}-\u{e007f}]/gu
/** Joiners stay where a script needs them: in family emoji, and between letters of Arabic or Indic scripts. */
const STRAY_JOINER =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{M}])[\u200c\u200d]|[\u200c\u200d](?![\p{Extended_Pictographic}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}])/gu
const ANYTHING_SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u
const MAYBE_UNSEEN = /[^\t\n\r\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u3000-\u3163\u3400-\u9fff\uff00-\uff9f]/

/** A text as people see it: trimmed, without characters nobody sees; empty when nothing is left to read. */
export function cleanText(raw: string): string {
  if (!MAYBE_UNSEEN.test(raw)) return raw.trim()
  const seen = raw.replace(UNSEEN, '').replace(STRAY_JOINER, '').trim()
  return seen.includes('\0') || /\p{Surrogate}/u.test(seen) || ANYTHING_SEEN.test(seen) ? seen : ''
}
