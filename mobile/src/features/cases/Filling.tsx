import { type Answers, type Fault, checkAnswers, closedFields } from '@gongyou/contract/forms/index.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { Button } from '../../kit/Button.tsx'
import { today } from '../../kit/day.ts'
import { FormFields, goToFault } from '../../kit/form/FormFields.tsx'
import { prefilled } from '../../kit/form/prefill.ts'
import { namesOf, pick, screensOf } from '../../kit/form/screens.ts'
import { ToolsContext } from '../../kit/form/tools.ts'
import { say } from '../../kit/language.ts'
import { useOnline } from '../../kit/network.ts'
import { workOffline } from '../../kit/offline.ts'
import { Page } from '../../kit/Page.tsx'
import { Steps } from '../../kit/Steps.tsx'
import { w } from '../../kit/text.ts'
import { CheckStep } from './CheckStep.tsx'
import { dropDraft, useDraft } from './draft.ts'
import { drop, put } from './outbox.ts'
import { sendOne, startSending } from './sending.ts'
import type { ServiceForm } from './service-form.ts'
import { useFormTools } from './tools.ts'

type Given = { service: ServiceForm; person: string; begun: Answers }

/** The form, screen by screen; the step stands in the address, so that back goes back. */
export const Filling = ({ service, person, begun }: Given) => {
  const { code, form, facts, asksAtStart: names } = service
  const [, go] = useLocation()
  const client = useQueryClient()
  const online = useOnline()
  const tools = useFormTools(code)
  const draft = useDraft({ person, code, form, revision: service.revision }, begun)
  const [tried, setTried] = useState<number>()
  const [refused, setRefused] = useState<readonly Fault[]>([])
  const [problem, setProblem] = useState<string>()
  const [sending, setSending] = useState(false)
  const [resumed] = useState(Object.keys(begun).length > 0)

  const filled = prefilled(form, service.known, service.from, today())
  const values: Answers = { ...filled.answers, ...draft.own }
  const whole = new Set([...filled.whole].filter((name) => !(name in draft.own)))
  const screens = screensOf(form, { ...facts, ...values }, names)
  const wanted = Number(new URLSearchParams(useSearch()).get('step') ?? 1)
  const step = Math.max(1, Math.min(Number.isInteger(wanted) ? wanted : 1, screens.length + 1))
  const screen = screens[step - 1]
  const at = (n: number) => go(n === 1 ? `/services/${code}/apply` : `/services/${code}/apply?step=${n}`)
  const faultsOf = (n: number): readonly Fault[] => {
    const here = namesOf(screens[n - 1]?.fields ?? [])
    const { faults } = checkAnswers(form, pick(values, here), { today: today(), names: here, known: { ...facts, ...values } })
    return [...faults, ...refused.filter((f) => here.includes(f.path.split('.')[0]!))]
  }
  const showFaults = (n: number) => {
    setTried(n)
    if (n !== step) at(n)
    setTimeout(() => goToFault(faultsOf(n)), n === step ? 0 : 60)
  }
  const next = () => (faultsOf(step).length > 0 ? showFaults(step) : at(step + 1))

  const submit = async () => {
    const wrong = screens.findIndex((_, i) => faultsOf(i + 1).length > 0)
    if (wrong >= 0) return showFaults(wrong + 1)
    setSending(true)
    setProblem(undefined)
    draft.stop()
    const { answers } = checkAnswers(form, pick(values, names), { today: today(), names, known: facts })
    const entry = await sendOne(await put({ kind: 'apply', code, revision: service.revision, person, title: say(service.title), form, answers }))
    setSending(false)
    if (entry.state === 'sent' || entry.state === 'waiting') {
      await dropDraft(person, code)
      void client.invalidateQueries({ predicate: (q) => q.queryKey[0] !== 'draft' })
      workOffline()
      startSending()
      return go(`/waiting/${entry.id}`, { replace: true })
    }
    // Not taken: it goes back into the form, with what is wrong beside each question.
    await drop(entry.id, false)
    const faults = entry.faults.map((f) => ({ path: f.path, says: { zh: f.message, en: f.message } }))
    setRefused(faults)
    setProblem(entry.says ?? undefined)
    const bad = screens.findIndex((s) => s.fields.some(([name]) => faults.some((f) => f.path.split('.')[0] === name)))
    if (bad >= 0) showFaults(bad + 1)
    else void client.invalidateQueries({ queryKey: ['getServiceForm', code] })
  }
  const change = (name: string, value: unknown) => {
    setRefused((all) => all.filter((f) => f.path.split('.')[0] !== name))
    draft.change(name, value)
  }
  const startOver = async () => {
    draft.stop()
    await dropDraft(person, code)
    location.replace(`/m/services/${code}/apply`)
  }
  const shut = closedFields(form).some((name) => screen?.fields.some(([n]) => n === name))
  const kept = shut
    ? w(
        '收入、证件、卡号这类内容不写进手机，只留到关闭页面',
        'Secret answers on this screen are not written to the phone; they stay until the page is closed',
      )
    : online
      ? draft.savedAt
        ? w('草稿已保存，换手机也能接着填', 'Draft saved; you can go on from another phone')
        : w('每填一项都会自动保存', 'Every answer is saved as you go')
      : w('没有网络，填的内容都存在手机里', 'No network; what you fill in is kept on this phone')
  const back = step === 1 ? `/services/${code}` : step === 2 ? `/services/${code}/apply` : `/services/${code}/apply?step=${step - 1}`
  const head = <Steps at={step} of={screens.length + 1} />
  if (!screen) return <CheckStep key="check" {...{ service, screens, values, head, back, problem, sending }} submit={() => void submit()} edit={at} />
  return (
    <Page
      key={step}
      title={say(service.title)}
      back={back}
      foot={
        <Button look="primary" onClick={next}>
          {w('下一步', 'Next')}
        </Button>
      }
    >
      {head}
      {step === 1 && resumed ? (
        <p className="notice info-tone">
          {w('接着上次填的。', 'Going on from last time. ')}
          <button type="button" className="link" onClick={() => void startOver()}>
            {w('清空重填', 'Start over')}
          </button>
        </p>
      ) : null}
      {screen.title ? <h2 className="part">{say(screen.title)}</h2> : null}
      <ToolsContext.Provider value={tools}>
        <FormFields fields={screen.fields} answers={values} whole={whole} faults={faultsOf(step)} tried={tried === step} change={change} />
      </ToolsContext.Provider>
      <p className="small" role="status">
        {kept}
      </p>
    </Page>
  )
}
