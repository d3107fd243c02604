import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { FailingJob } from '../../../domain/views/admin-views.ts'
import type { DeadDelivery } from '../../../domain/views/notice-view.ts'
import { errorText } from '../../../domain/wording/error-text.ts'
import { useOffice } from '../../client/office.tsx'
import { Empty } from '../../parts/shell/empty.tsx'
import type { AdminWords } from '../../words/admin.zh.ts'
import { momentText } from '../../words/dates.ts'
import { useAdminWords } from '../../words/use-admin-words.ts'
import { useWords } from '../../words/words.tsx'
import { deadMailsQuery, failingJobsQuery, retryJob, retryMail } from './admin-api.ts'
import { BackupCard } from './backup-card.tsx'
import { Loaded } from './loaded.tsx'
import { LogCard } from './log-card.tsx'
import { useMayChange } from './may-change.ts'

/** Work that follows from a step and does not succeed: what it is, why, when it is tried again. */
export function JobsPart() {
  const admin = useAdminWords()
  const jobs = useQuery(failingJobsQuery)
  return (
    <Loaded query={jobs}>
      {(all) => (
        <div className="admin-cards">
          <section className="card" aria-label={admin.jobsTab}>
            {all.length === 0 && <Empty title={admin.jobList.none} text={admin.jobList.noneText} />}
            <ul className="batch-list">
              {all.map((job) => (
                <JobItem key={job.id} job={job} />
              ))}
            </ul>
            <DeadMails />
          </section>
          <BackupCard />
          <LogCard />
        </div>
      )}
    </Loaded>
  )
}

function JobItem({ job }: { job: FailingJob }) {
  const { locale } = useWords()
  const { today } = useOffice()
  const { jobList } = useAdminWords()
  const mayChange = useMayChange()
  const queries = useQueryClient()
  const retry = useMutation({
    mutationFn: () => retryJob(job.id),
    onSettled: () => queries.invalidateQueries({ queryKey: ['admin', 'jobs'] }),
  })
  return (
    <li className="batch">
      <div className="batch-what">
        <b>
          {jobList.kinds[job.kind] ?? jobList.otherKind} {job.reference}
        </b>
        <span className="hint">{job.code ? errorText(job.code, {}, locale) : jobList.fault}</span>
        <span className="hint">
          {jobList.tried(job.attempts)} {jobList.next(momentText(job.nextAt, today(), locale))}
        </span>
      </div>
      {mayChange && (
        <button type="button" className="button is-small" disabled={retry.isPending} onClick={() => retry.mutate()}>
          {jobList.retry}
        </button>
      )}
    </li>
  )
}

/** What was given up: the other side refused it, or did not take it for more than a day. */
function DeadMails() {
  const { jobList } = useAdminWords()
  const { data } = useQuery(deadMailsQuery)
  if (!data || data.length === 0) return null
  return (
    <>
      <h2 className="card-head">{jobList.mails}</h2>
      <ul className="batch-list">
        {data.map((mail) => (
          <DeadMail key={mail.id} mail={mail} />
        ))}
      </ul>
    </>
  )
}

const given = ({ personName, outletName, notices }: DeadDelivery, { mailTo, outletTo }: AdminWords['jobList']) =>
  outletName === undefined ? mailTo(personName ?? '', notices) : outletTo(outletName, notices)

function DeadMail({ mail }: { mail: DeadDelivery }) {
  const { locale } = useWords()
  const { today } = useOffice()
  const { jobList } = useAdminWords()
  const mayChange = useMayChange()
  const queries = useQueryClient()
  const retry = useMutation({
    mutationFn: () => retryMail(mail.id),
    onSettled: () => queries.invalidateQueries({ queryKey: ['admin', 'dead-mails'] }),
  })
  return (
    <li className="batch">
      <div className="batch-what">
        <b>{given(mail, jobList)}</b>
        <span className="hint">{mail.said}</span>
        <span className="hint">
          {jobList.tried(mail.attempts)} {jobList.last(momentText(mail.at, today(), locale))}
        </span>
      </div>
      {mayChange && (
        <button type="button" className="button is-small" disabled={retry.isPending} onClick={() => retry.mutate()}>
          {jobList.retry}
        </button>
      )}
    </li>
  )
}
