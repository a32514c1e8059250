import type { Answers } from '@gongyou/contract/forms/index.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { Button } from '../../kit/Button.tsx'
import { isUnreached, wordsOf } from '../../kit/failure.ts'
import { useMe } from '../../kit/me.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { SignedIn } from '../../kit/SignedIn.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { w } from '../../kit/text.ts'
import { pick } from '../../kit/form/screens.ts'
import './cases.css'
import { recallDraft } from './draft.ts'
import { Filling } from './Filling.tsx'
import { type ServiceForm, useServiceForm } from './service-form.ts'

/** What was filled in before: here, or on another phone where that was later. */
const begunOf = (service: ServiceForm, here: { answers: Answers; at: string }): Answers => {
  const there = pick(
    service.known,
    Object.keys(service.known).filter((name) => service.from[name] === 'draft'),
  )
  return here.at > (service.draftAt ?? '') ? { ...there, ...here.answers } : { ...here.answers, ...there }
}

const Apply = ({ code, person }: { code: string; person: string }) => {
  const service = useServiceForm(code)
  const draft = useQuery({ queryKey: ['draft', person, code], queryFn: () => recallDraft(person, code), gcTime: 0 })
  if (service.data && draft.data) return <Filling service={service.data} person={person} begun={begunOf(service.data, draft.data)} />
  return (
    <Page title={w('办事', 'Services')} back={`/services/${code}`}>
      {service.error ? (
        <>
          <Notice tone={isUnreached(service.error) ? 'due' : 'wrong'}>{wordsOf(service.error)}</Notice>
          <Button onClick={() => void service.refetch()} busy={service.isFetching}>
            {w('再试一次', 'Try again')}
          </Button>
        </>
      ) : (
        <Skeleton lines={8} />
      )}
    </Page>
  )
}

/** The form of a service, for whoever is signed in. */
export const ApplyPage = () => {
  const { code } = useParams<{ code: string }>()
  const { me } = useMe()
  return (
    <SignedIn
      title={w('办事', 'Services')}
      back={`/services/${code}`}
      why={w('登录后开始填，已经登记过的不用再填。', 'Sign in to begin; what is registered need not be filled in again.')}
    >
      {me?.person ? <Apply key={code} code={code} person={me.person.id} /> : null}
    </SignedIn>
  )
}
