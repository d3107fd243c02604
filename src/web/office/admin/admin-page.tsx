import { useNavigate, useSearch } from '@tanstack/react-router'
import { useOffice } from '../../client/office.tsx'
import { Empty } from '../../parts/shell/empty.tsx'
import { Tabs } from '../../parts/shell/tabs.tsx'
import { useTitle } from '../../parts/shell/use-title.ts'
import { usePaperWords } from '../../words/paper/use-paper-words.ts'
import { usePersonalWords } from '../../words/personal/use-personal-words.ts'
import { useSignInAdminWords } from '../../words/sign-in/use-sign-in-admin-words.ts'
import { useOutletWords } from '../../words/told/use-outlet-words.ts'
import { useAdminWords, useOwnOfficeWords } from '../../words/use-admin-words.ts'
import { OutletsPart } from '../outlets/outlets-part.tsx'
import { OfficePart } from '../own-office/office-part.tsx'
import { DutiesPart } from '../personal/duties-part.tsx'
import { SignInPart } from '../sign-in-rules/sign-in-part.tsx'
import { PapersPart } from '../templates/papers-part.tsx'
import { readAdminSearch } from './admin-search.ts'
import { ChangesPart } from './changes-part.tsx'
import { ImportsPart } from './imports-part.tsx'
import { JobsPart } from './jobs-part.tsx'
import { useMayChange } from './may-change.ts'
import { PeoplePart } from './people-part.tsx'
import { SecurityPart } from './security-part.tsx'
import { UnitsPart } from './units-part.tsx'
import { WaitingPart } from './waiting-part.tsx'
import './admin.css'

/** Units and posts, people, imports, and the record of what was administered. For administrators; auditors read it all, and confirm. */
export function AdminPage() {
  const admin = useAdminWords()
  const ownOffice = useOwnOfficeWords()
  const outlets = useOutletWords()
  const personal = usePersonalWords()
  const papers = usePaperWords()
  const signIn = useSignInAdminWords()
  const mayChange = useMayChange()
  const { actor } = useOffice()
  const search = useSearch({ from: '/admin' })
  const navigate = useNavigate({ from: '/admin' })
  useTitle(admin.title)
  if (!actor.roles.some((role) => role === 'administrator' || role === 'auditor')) {
    return (
      <div className="page">
        <h1>{admin.title}</h1>
        <Empty title={admin.notYours} text={admin.notYoursText} />
      </div>
    )
  }
  const part = search.part ?? 'units'
  const tabs = [
    { id: 'units', title: admin.units },
    { id: 'people', title: admin.people },
    ...(mayChange ? [{ id: 'office', title: ownOffice.tab }] : []),
    { id: 'papers', title: papers.tab },
    { id: 'outlets', title: outlets.tab },
    { id: 'signIn', title: signIn.tab },
    { id: 'waiting', title: admin.waitingTab },
    { id: 'imports', title: admin.imports },
    { id: 'jobs', title: admin.jobsTab },
    { id: 'personal', title: personal.duties.tab },
    { id: 'changes', title: admin.changesTab },
    { id: 'security', title: admin.securityTab },
  ]
  const show = (id: string) => void navigate({ search: readAdminSearch({ part: id }) })
  return (
    <div className="page admin">
      <h1>{admin.title}</h1>
      <p className="muted">{admin.lead}</p>
      <div className="admin-tabs">
        <Tabs label={admin.tabs} panel="admin-panel" current={part} choose={show} tabs={tabs} />
      </div>
      <div id="admin-panel" role="tabpanel" aria-labelledby={`admin-panel-${part}`}>
        {part === 'units' && <UnitsPart />}
        {part === 'people' && <PeoplePart />}
        {part === 'office' && mayChange && <OfficePart />}
        {part === 'papers' && <PapersPart />}
        {part === 'outlets' && <OutletsPart />}
        {part === 'signIn' && <SignInPart />}
        {part === 'waiting' && <WaitingPart />}
        {part === 'imports' && <ImportsPart />}
        {part === 'jobs' && <JobsPart />}
        {part === 'personal' && <DutiesPart />}
        {part === 'changes' && <ChangesPart />}
        {part === 'security' && <SecurityPart />}
      </div>
    </div>
  )
}
