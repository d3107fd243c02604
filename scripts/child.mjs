import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { nodePath, root } from './node.mjs'

/**
 * Runs Node.js 24 with `args`, passes signals on and waits for its end.
 * Returns the exit code; a child ended by a signal counts as 128 + its number, as in a shell.
 */
export function runNode(args, options = {}) {
  const child = spawn(nodePath(), args, { cwd: root, stdio: 'inherit', ...options })
  const stopForwarding = forwardSignals(child)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      stopForwarding()
      resolve(code ?? 128 + constants.signals[signal])
    })
  })
}

function forwardSignals(child) {
  const forward = (signal) => child.kill(signal)
  // A terminal sends Ctrl-C to the whole group: passing it on too would be a second Ctrl-C for the child.
  const onInterrupt = process.stdin.isTTY ? () => {} : forward
  process.on('SIGINT', onInterrupt)
  process.on('SIGTERM', forward)
  process.on('SIGHUP', forward)
  const stopWatching = process.env['npm_lifecycle_event'] ? watchParent() : () => {}
  return () => {
    stopWatching()
    process.off('SIGINT', onInterrupt)
    process.off('SIGTERM', forward)
    process.off('SIGHUP', forward)
  }
}

/** npm hands a signal to a shell that dies of it and tells nobody: we notice a new parent, and take it as SIGTERM. */
function watchParent() {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  return () => clearInterval(timer)
}
