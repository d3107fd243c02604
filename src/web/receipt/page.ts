import { checkReceipt } from './check-receipt.ts'

/** The page works from a file, without a network: it shows both languages at once and keeps nothing. */
const SAID = {
  malformed: '这不是完整的凭证，请取原来的文件 · This is not a whole proof; take the original file',
  otherKey: '公钥不是您填的那一个 · The key is not the one you typed',
  unsigned: '签名不对：不是这份日志签的，或者被改过 · The signature is not good: another log’s, or changed',
  notIncluded: '这条记录不在签过名的日志里 · The record is not in the log that was signed',
} as const

const byId = (id: string) => document.getElementById(id) as HTMLElement
const area = byId('proof') as HTMLTextAreaElement

function show(): void {
  const out = byId('result')
  const text = area.value
  out.textContent = ''
  if (text.trim() === '') return
  const found = checkReceipt(text.endsWith('\n') ? text : `${text}\n`, (byId('key') as HTMLInputElement).value)
  out.className = found.ok ? (found.isKeyKnown ? 'good' : 'open') : 'bad'
  const moment = (at: string | number) => new Date(at).toLocaleString()
  const lines = found.ok
    ? [
        found.isKeyKnown
          ? '✔ 这条记录在日志里，没有改过 · The record is in the log, unchanged'
          : '◐ 凭证前后一致，但公钥还没有核对：请在上面填入别处公布的公钥 · The proof is consistent in itself, but its key has not been compared: type the key published elsewhere above',
        `日志 Log: ${found.origin}`,
        `公钥指纹 Fingerprint of the key: ${found.fingerprint}（请与公开的指纹核对 · compare with the published one）`,
        `第 ${found.index} 条，共 ${found.size} 条 · entry ${found.index} of ${found.size}`,
        `记入时间 Recorded: ${moment(found.loggedAt)}`,
        `记录指纹 Fingerprint: ${found.digest}`,
        found.witnesses.length > 0
          ? `见证 Witnesses: ${found.witnesses.map(({ name, seconds }) => `${name} (${moment(seconds * 1000)})`).join(', ')}`
          : '没有见证单位的签名 · no witness has signed',
        `系统内部编号 Internal number: ${found.subject}`,
      ]
    : [`✘ ${SAID[found.said]}`]
  for (const line of lines) out.appendChild(document.createElement('p')).textContent = line
}

area.addEventListener('input', show)
byId('key').addEventListener('input', show)
byId('file').addEventListener('change', (event) => {
  const file = (event.target as HTMLInputElement).files?.[0]
  if (!file) return
  const reader = new FileReader()
  reader.onload = () => {
    area.value = String(reader.result)
    show()
  }
  reader.readAsText(file)
})
