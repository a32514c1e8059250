import type { testEligibility } from '@gongyou/contract/cases/catalogue.ts'
import { type Answers, checkAnswers } from '@gongyou/contract/forms/index.ts'
import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { ask } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { today } from '../../kit/day.ts'
import { wordsOf } from '../../kit/failure.ts'
import { FormFields, goToFault } from '../../kit/form/FormFields.tsx'
import { namesOf, pick, screensOf } from '../../kit/form/screens.ts'
import { ToolsContext } from '../../kit/form/tools.ts'
import { say } from '../../kit/language.ts'
import { useMe } from '../../kit/me.ts'
import { Notice } from '../../kit/Notice.tsx'
import { w } from '../../kit/text.ts'
import type { ServiceForm } from './service-form.ts'
import { useFormTools } from './tools.ts'

type Tested = ReplyOf<typeof testEligibility>

const Verdict = ({ tested }: { tested: Tested }) => {
  const { signedIn } = useMe()
  const must = tested.rules.filter((r) => r.weight === 'must')
  const failed = must.filter((r) => r.known && !r.holds)
  const open = must.filter((r) => !r.known)
  if (tested.verdict === 'may')
    return (
      <Notice tone="done" title={w('符合条件，可以申请', 'You may apply')}>
        {w('以材料核对为准。', 'Subject to the papers.')}
      </Notice>
    )
  if (tested.verdict === 'may-not')
    return (
      <Notice tone="due" title={w('现在还不符合', 'Not at present')}>
        <p>{w('这一条没有达到：', 'Not met:')}</p>
        <ul className="plain">
          {failed.map((r) => (
            <li key={r.says.zh}>{say(r.says)}</li>
          ))}
        </ul>
        <p>{w('有特殊情况，可以拨打 12351 或到服务站当面说。', 'In a special case call 12351 or talk to a station.')}</p>
      </Notice>
    )
  return (
    <Notice tone="info" title={w('您填的都符合，还有要核对的', 'So far so good; some is left to check')}>
      <ul className="plain">
        {open.map((r) => (
          <li key={r.says.zh}>{say(r.says)}</li>
        ))}
      </ul>
      <p>
        {signedIn
          ? w('提交后由工作人员核对。', 'The staff check these after you apply.')
          : w('登录后自动核对，不用再填。', 'Sign in, and these are checked by themselves.')}
      </p>
    </Notice>
  )
}

/** May I apply? Only what decides is asked, and nothing of it is kept. */
export const SelfTest = ({ service }: { service: ServiceForm }) => {
  const [answers, setAnswers] = useState<Answers>({})
  const [tried, setTried] = useState(false)
  const tools = useFormTools(service.code)
  const look = useMutation({ mutationFn: (given: Answers) => ask('testEligibility', { params: { code: service.code }, body: { answers: given } }) })
  const verdict = useRef<HTMLDivElement>(null)
  const [asks, setAsks] = useState<Tested['asks']>()
  const begin = () => look.mutate({}, { onSuccess: (tested) => setAsks(tested.asks) })
  const fields = asks ? screensOf(asks, answers, Object.keys(asks)).flatMap((s) => s.fields) : []
  const names = namesOf(fields)
  const { faults } = checkAnswers(asks ?? {}, pick(answers, names), { today: today(), names, known: answers })
  const test = () => {
    setTried(true)
    if (faults.length > 0) return goToFault(faults)
    look.mutate(pick(answers, names), { onSuccess: () => requestAnimationFrame(() => verdict.current?.scrollIntoView({ block: 'center' })) })
  }
  useEffect(() => {
    setAsks(undefined)
    setAnswers({})
  }, [service.code])
  const change = (name: string, value: unknown) => {
    setAnswers((a) => ({ ...a, [name]: value }))
    look.reset()
  }
  return (
    <section className="section" aria-labelledby="self-test">
      <h2 id="self-test">{w('我能申请吗', 'May I apply?')}</h2>
      <p className="small">{w('这些都要符合：', 'All of these must hold:')}</p>
      <ul className="rules">
        {service.rules.map((r) => (
          <li key={r.zh}>{say(r)}</li>
        ))}
      </ul>
      {asks ? (
        <ToolsContext.Provider value={tools}>
          <FormFields fields={fields} answers={answers} faults={faults} tried={tried} change={change} />
        </ToolsContext.Provider>
      ) : null}
      <div className="after" aria-live="polite" ref={verdict}>
        {look.isError ? <Notice tone="wrong">{wordsOf(look.error)}</Notice> : null}
        {asks && look.data && (tried || fields.length === 0) ? <Verdict tested={look.data} /> : null}
      </div>
      {asks && fields.length === 0 ? null : (
        <Button className="wide" onClick={asks ? test : begin} busy={look.isPending}>
          {asks ? w('看结果', 'See the result') : w('条件自测（不保存）', 'Test yourself (nothing is kept)')}
        </Button>
      )}
      {asks && fields.length > 0 ? (
        <p className="hint">{w('只用来判断，不保存，也不影响以后申请。', 'Only to find out; nothing is kept and nothing counts later.')}</p>
      ) : null}
    </section>
  )
}
