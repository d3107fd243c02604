import type { LegalBases, LegalBasis } from '../domain/personal/legal-basis.ts'
import { personalFields } from '../domain/procedure/personal-fields.ts'
import type { Procedure } from '../domain/procedure/procedure.ts'
import { text } from '../domain/wording/text.ts'

const duty = (zh: string, en: string): LegalBasis => ({
  article: text(
    `《个人信息保护法》第十三条第一款第三项（履行法定职责所必需）：${zh}`,
    `Personal Information Protection Law, art. 13(1)(3), a statutory duty: ${en}`,
  ),
})

/** Why each kind may ask what it asks about people. Beside the definitions, because published ones do not change. */
export const LEGAL_BASES: LegalBases = {
  report: duty('受理、答复群众诉求', 'to take in and answer what residents bring'),
  petition: duty('《信访工作条例》', 'Petition Work Regulations'),
  dispute: {
    article: text(
      '《个人信息保护法》第十三条第一款第一项（本人同意）：调解自愿',
      'Personal Information Protection Law, art. 13(1)(1), consent: mediation is voluntary',
    ),
    consent: true,
  },
  counselling: {
    article: text(
      '《个人信息保护法》第十三条第一款第一项（本人同意）、第十四条：本人愿意才转介',
      'Personal Information Protection Law, arts 13(1)(1) and 14, consent: only who wishes it is referred',
    ),
    consent: true,
  },
  hazard: duty('《安全生产法》规定的监督检查职责', 'supervision under the Work Safety Law'),
  incident: {
    article: text(
      '《个人信息保护法》第十三条第一款第四项（紧急情况下保护生命健康和财产安全）；《突发事件应对法》第八十五条：用完销毁',
      'Personal Information Protection Law, art. 13(1)(4), an emergency; Emergency Response Law, art. 85: destroyed afterwards',
    ),
  },
  case: duty('审判、执行职责', 'the duties of a court'),
  integrity: duty('“三个规定”的记录、报告职责', 'the duty to record and report interference'),
  datarequest: duty('《个人信息保护法》第五十条：受理本人的请求', 'art. 50 of the same law: to answer requests'),
}

/** The ground of a kind; one that asks nothing about people needs none. */
export const legalBasisOf = (procedure: Procedure): LegalBasis | undefined =>
  Object.hasOwn(LEGAL_BASES, procedure.id) ? LEGAL_BASES[procedure.id] : undefined

/** Kinds that ask about people and have no ground. */
export const withoutBasis = (procedures: readonly Procedure[]): string[] =>
  procedures.flatMap((procedure) => {
    const { sealed, vault } = personalFields(procedure)
    return sealed.size + vault.size > 0 && !legalBasisOf(procedure) ? [`${procedure.id}@${procedure.version}`] : []
  })
