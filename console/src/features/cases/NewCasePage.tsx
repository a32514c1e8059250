import type { ServiceCard } from '@gongyou/contract/cases/shapes.ts'
import type { Answers } from '@gongyou/contract/forms/index.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { App, Button, Radio, Skeleton } from 'antd'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { Failure, wordsOf } from '../../kit/Failure.tsx'
import { FormFields } from '../../kit/form/FormFields.tsx'
import { referenceOf } from '../../kit/form/given.ts'
import { PersonPicker } from '../../kit/form/pickers.tsx'
import { useAnswers } from '../../kit/form/use-answers.ts'
import { say } from '../../kit/language.ts'
import type { Search } from '../../kit/ListPage.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import './case.css'
import { type FormToFill, useFormToFill } from './form-to-fill.ts'
import { readGiven } from './given-answers.ts'
import { OrgField, useOwnPlace } from './OrgField.tsx'
import './queue.css'
import { ServiceCards } from './ServiceCards.tsx'
import { useOffered } from './use-offered.ts'

type Channel = 'window' | 'office' | 'hotline'
type Head = { org: unknown; applicantId: string | undefined; channel: Channel }

const Fill = ({ form, head, given }: { form: FormToFill; head: Head; given: Answers }) => {
  const go = useNavigate()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const brought = Object.fromEntries(Object.entries(given).filter(([name]) => form.asksAtStart.includes(name)))
  const filling = useAnswers({ form: form.form, names: form.asksAtStart, start: { ...form.known, ...brought } })
  const [requestId] = useState(() => crypto.randomUUID())
  const [shown, setShown] = useState('')
  const send = useMutation({
    mutationFn: (given: { answers: Readonly<Record<string, unknown>>; orgId: string }) =>
      ask('fileCase', {
        body: { service: form.code, revision: form.revision, applicantId: head.applicantId, channel: head.channel, requestId, ...given },
      }),
    onSuccess: (made) => {
      for (const list of ['listQueue', 'countQueue', 'listCases']) void queries.invalidateQueries({ queryKey: [list] })
      message.success(w(`已登记，编号 ${made.number}`, `Entered: ${made.number}`))
      void go({ to: '/cases/$id' as string, params: { id: made.id } as never })
    },
    onError: (error) => setShown(filling.refused(error) ? '' : wordsOf(error)),
  })
  const submit = () => {
    const place = referenceOf(head.org)
    const answers = filling.check()
    setShown(place ? '' : w('请选择归哪个组织办理', 'Please choose an organisation'))
    if (answers && place) send.mutate({ answers, orgId: place.id })
  }
  return (
    <>
      <FormFields filling={filling} from={form.from} known={form.known} />
      {shown && (
        <p role="alert" className="fault">
          {shown}
        </p>
      )}
      <p>
        <Button type="primary" loading={send.isPending} onClick={submit}>
          {w('提交登记', 'Enter the case')}
        </Button>
      </p>
    </>
  )
}

const channels = () => [
  { value: 'window', label: w('窗口', 'Window') },
  { value: 'hotline', label: w('电话热线', 'Hotline') },
  { value: 'office', label: w('单位来办', 'From an office') },
]

const Entry = ({ service, given, onBack }: { service: ServiceCard; given: Answers; onBack: () => void }) => {
  const own = useOwnPlace()
  const [org, setOrg] = useState<unknown>(own)
  const [person, setPerson] = useState<unknown>()
  const [channel, setChannel] = useState<Channel>('window')
  const applicantId = referenceOf(person)?.id
  const form = useFormToFill(service.code, applicantId)
  return (
    <div className="narrow-page">
      <Sheet
        title={say(service.title)}
        head={
          <Button size="small" type="text" onClick={onBack}>
            {w('换一个事项', 'Another service')}
          </Button>
        }
      >
        <div className="form-fields">
          <p className="quiet" style={{ margin: 0 }}>
            {say(service.summary)}
          </p>
          <div className="field">
            <label htmlFor="applicant">
              {w('申请人', 'Applicant')}
              <span className="quiet small"> {w('（没有可不选）', '(none, if there is none)')}</span>
            </label>
            <PersonPicker id="applicant" value={person} onChange={setPerson} />
          </div>
          <fieldset className="field">
            <legend>{w('从哪里来', 'How it came')}</legend>
            <Radio.Group value={channel} onChange={(e) => setChannel(e.target.value)} options={channels()} />
          </fieldset>
          <OrgField value={org} onChange={setOrg} />
        </div>
      </Sheet>
      <Sheet title={w('填写内容', 'The form')}>
        {form.isError && <Failure error={form.error} onRetry={() => form.refetch()} />}
        {form.isPending && <Skeleton active />}
        {/* Another applicant is another form: what was filled in for the first is not carried over. */}
        {form.data && <Fill key={applicantId ?? 'none'} form={form.data} head={{ org, applicantId, channel }} given={given} />}
      </Sheet>
    </div>
  )
}

/** 登记办件: which service, for whom, and its form. */
export const NewCasePage = () => {
  const { service, given } = useSearch({ strict: false }) as Search
  const go = useNavigate()
  const offered = useOffered()
  const chosen = offered.find((s) => s.code === service)
  const to = (code: string | undefined) => go({ to: '.', search: { service: code } as never })
  return (
    <>
      <div className="page-head">
        <h1>{w('登记办件', 'Enter a case')}</h1>
      </div>
      {chosen ? (
        <Entry key={chosen.code} service={chosen} given={readGiven(given)} onBack={() => to(undefined)} />
      ) : (
        <ServiceCards services={offered} onChoose={to} />
      )}
    </>
  )
}
