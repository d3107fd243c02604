import type { ServiceScope } from '../../domain/sign-in/service-scopes.ts'
import type { OperationId } from '../description/operations.ts'

type ServiceDoor = { readonly method: string; readonly path: RegExp; readonly scope: ServiceScope }

const ID = '[0-9a-f-]{36}'
const door = (method: string, path: string, scope: ServiceScope): ServiceDoor => ({
  method,
  path: new RegExp(`^/api${path}$`),
  scope,
})

/**
 * The doors that take a token, and the scope that each asks for. Every other door is shut to tokens: what is added to the program is shut
 * until it stands here. What opens sealed fields, gives codes, exports, or administers never does.
 */
export const SERVICE_DOORS: Partial<Readonly<Record<OperationId, ServiceDoor>>> = {
  listMatters: door('GET', '/matters', 'readLists'),
  getCounts: door('GET', '/counts', 'readLists'),
  getDirectory: door('GET', '/directory', 'readLists'),
  getMatter: door('GET', `/matters/${ID}`, 'readMatters'),
  listEvents: door('GET', `/matters/${ID}/events`, 'readMatters'),
  verifyMatter: door('POST', `/matters/${ID}/verify`, 'readMatters'),
  openMatter: door('POST', '/matters', 'openMatters'),
  takeStep: door('POST', `/matters/${ID}/steps/[A-Za-z0-9_-]{1,100}`, 'takeSteps'),
}

/** The scope that a request asks for; undefined where no token is taken. */
export const scopeOf = (method: string, path: string): ServiceScope | undefined =>
  Object.values(SERVICE_DOORS).find((each) => each.method === method && each.path.test(path))?.scope
