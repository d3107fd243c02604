/** Takes title, author and pictures off an MP3: the ID3v2 tag before the sound, and the ID3v1 tag of 128 bytes behind it. */
export function withoutMp3Metadata(input: Buffer): Buffer {
  let start = 0
  while (input.toString('latin1', start, start + 3) === 'ID3' && start + 10 <= input.length)
    start += tagLength(input, start)
  const hasEndTag =
    input.length - start > 128 && input.toString('latin1', input.length - 128, input.length - 125) === 'TAG'
  return input.subarray(start, input.length - (hasEndTag ? 128 : 0))
}

/** Four bytes of seven bits each; the header of ten bytes, and a footer as long when flag 4 says so, come on top. */
function tagLength(input: Buffer, at: number): number {
  const size = [6, 7, 8, 9].reduce((sum, place) => sum * 128 + ((input[at + place] ?? 0) & 0x7f), 0)
  return size + 10 + ((input[at + 5] ?? 0) & 0x10 ? 10 : 0)
}
