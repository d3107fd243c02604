import { type Text, text } from '../wording/text.ts'

/** What a program may be allowed. None of them opens what is sealed or touches administration. */
export const SERVICE_SCOPES = {
  readLists: text('查台账、件数、单位和岗位', 'Read lists, counts, units and posts'),
  readMatters: text('看事项和过程记录', 'Read matters and their record'),
  openMatters: text('登记事项', 'Open matters'),
  takeSteps: text('办步骤', 'Take steps'),
} as const satisfies Record<string, Text>
/** How the id begins by which a program signs. */
export const SERVICE_MARK = 'service-'
/** Whether a program signs. */
export const isProgram = ({ personId }: { readonly personId: string }): boolean => personId.startsWith(SERVICE_MARK)
export type ServiceScope = keyof typeof SERVICE_SCOPES
export const SERVICE_SCOPE_IDS = Object.keys(SERVICE_SCOPES) as ServiceScope[]
