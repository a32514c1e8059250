import type { ServiceCard } from '@gongyou/contract/cases/shapes.ts'
import { Select, Skeleton } from 'antd'
import { useState } from 'react'
import { ask } from '../../../kit/api.ts'
import { Failure } from '../../../kit/Failure.tsx'
import { FormFields } from '../../../kit/form/FormFields.tsx'
import { useAnswers } from '../../../kit/form/use-answers.ts'
import { say } from '../../../kit/language.ts'
import { w } from '../../../kit/text.ts'
import { ActModal, type Dialog } from '../ActModal.tsx'
import { type FormToFill, useFormToFill } from '../form-to-fill.ts'
import { useOffered } from '../use-offered.ts'
import { wayName } from '../words.ts'

type Props = Dialog & { services: readonly ServiceCard[]; service: ServiceCard | undefined; onService: (code: string) => void }

const Choice = ({ services, service, onService }: Omit<Props, keyof Dialog>) => (
  <div className="field">
    <label htmlFor="upgrade-service">{w('转为哪个事项', 'Which service')}</label>
    <Select
      id="upgrade-service"
      style={{ width: '100%' }}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={w('请选择事项', 'Choose a service')}
      value={service?.code ?? null}
      onChange={onService}
      options={services.map((s) => ({ value: s.code, label: say(s.title) }))}
    />
  </div>
)

const Fill = ({ form, view, onClose, onDone, ...choice }: Props & { form: FormToFill }) => {
  const filling = useAnswers({ form: form.form, names: form.asksAtStart, start: form.known })
  return (
    <ActModal
      view={view}
      onClose={onClose}
      onDone={onDone}
      width={720}
      title={`${wayName('upgrade')} · ${view.title}`}
      ok={wayName('upgrade')}
      says={w('一句话登记随之办结，两件互相可查。', 'The one-line record is closed with it; each leads to the other.')}
      refused={filling.refused}
      send={() => {
        const answers = filling.check()
        return answers && ask('upgradeCase', { params: { id: view.id }, body: { version: view.version, service: form.code, answers } })
      }}
    >
      <Choice {...choice} />
      <FormFields filling={filling} from={form.from} known={form.known} />
    </ActModal>
  )
}

/** 转为正式办件: the one-line record becomes a case of a service, with that service's form. */
export const Upgrade = ({ view, onClose, onDone }: Dialog) => {
  const [code, setCode] = useState<string>()
  const offered = useOffered()
  const service = offered.find((s) => s.code === code)
  const form = useFormToFill(code, view.person?.id)
  const choice = { services: offered, service, onService: setCode }
  if (form.data) return <Fill key={form.data.code} form={form.data} view={view} onClose={onClose} onDone={onDone} {...choice} />
  return (
    <ActModal
      view={view}
      onClose={onClose}
      onDone={onDone}
      width={720}
      title={`${wayName('upgrade')} · ${view.title}`}
      ok={wayName('upgrade')}
      missing={w('请选择事项', 'Please choose a service')}
      send={() => undefined}
    >
      <Choice {...choice} />
      {form.isError && <Failure error={form.error} />}
      {form.isLoading && <Skeleton active />}
    </ActModal>
  )
}
