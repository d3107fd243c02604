import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { databaseFault } from './database-fault.ts'

const failure = (code: string, more: object = {}) =>
  Object.assign(new Error('as the driver says it'), { code, ...more })
const said = (words: string) => new Error(words)

describe('an error of the database', () => {
  test.each([
    ['its socket is gone while it restarts', failure('ENOENT', { syscall: 'connect' }), 'away'],
    ['nobody listens', failure('ECONNREFUSED'), 'away'],
    ['it is starting up', failure('57P03'), 'away'],
    ['it was killed under a statement', said('Connection terminated unexpectedly'), 'away'],
    ['the library above wrapped it', new Error('Failed to get session', { cause: failure('57P01') }), 'away'],
    ['somebody holds the row', failure('55P03'), 'busy'],
    ['the statement took too long', failure('57014'), 'busy'],
    ['the disk is full', failure('53100'), 'busy'],
    ['all connections are in use', said('timeout exceeded when trying to connect'), 'busy'],
    ['a statement of ours is wrong', failure('42601'), undefined],
    ['whoever sent a body went away', failure('ECONNRESET', { message: 'aborted' }), undefined],
    ['its connection was reset', failure('ECONNRESET', { syscall: 'read' }), 'away'],
    ['a file of ours is missing', failure('ENOENT', { syscall: 'open' }), undefined],
  ])('when %s', (_, error, fault) => {
    expect(databaseFault(error)).toBe(fault)
  })

  test('is known by the words this driver really uses', async () => {
    const pool = new pg.Pool({ host: '127.0.0.1', port: 1, connectionTimeoutMillis: 500 })
    expect(databaseFault(await pool.query('select 1').catch((cause: Error) => cause))).toBe('away')
    await pool.end()
  })
})
