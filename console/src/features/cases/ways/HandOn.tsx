import { Radio } from 'antd'
import { useState } from 'react'
import { ask } from '../../../kit/api.ts'
import { referenceOf } from '../../../kit/form/given.ts'
import { OrganisationPicker } from '../../../kit/form/pickers.tsx'
import { w } from '../../../kit/text.ts'
import { ActModal, type Dialog } from '../ActModal.tsx'
import { type Colleague, Colleagues } from '../Colleagues.tsx'
import { Said } from '../Said.tsx'
import { wayName } from '../words.ts'

const unnamed = () => w('请选择同事', 'Please choose a colleague')
const unexplained = () => w('请写明原因', 'Please give the reason')

/** 转办: to a colleague, or to another organisation, which then has the case. */
export const Transfer = ({ view, onClose, onDone }: Dialog) => {
  const [to, setTo] = useState<'person' | 'org'>('person')
  const [people, setPeople] = useState<readonly Colleague[]>([])
  const [org, setOrg] = useState<unknown>()
  const [why, setWhy] = useState('')
  const place = referenceOf(org)
  const missing =
    (to === 'person' ? people.length === 0 && unnamed() : !place && w('请选择组织', 'Please choose an organisation')) ||
    (why.trim().length < 2 && unexplained())
  return (
    <ActModal
      view={view}
      onClose={onClose}
      onDone={onDone}
      title={`${wayName('transfer')} · ${view.title}`}
      ok={wayName('transfer')}
      missing={missing}
      send={() =>
        ask('transferCase', {
          params: { id: view.id },
          body: { version: view.version, why, ...(to === 'person' ? { personId: people[0]?.id } : { orgId: place?.id }) },
        })
      }
    >
      <Radio.Group
        value={to}
        onChange={(e) => setTo(e.target.value)}
        options={[
          { value: 'person', label: w('转给同事', 'To a colleague') },
          { value: 'org', label: w('转给其他组织', 'To another organisation') },
        ]}
      />
      {to === 'person' ? (
        <Colleagues label={w('转给谁', 'To whom')} value={people} onChange={setPeople} focus />
      ) : (
        <div className="field">
          <label htmlFor="transfer-org">{w('转给哪个组织', 'To which organisation')}</label>
          <OrganisationPicker id="transfer-org" value={org} onChange={setOrg} />
          <p className="quiet small hint">{w('本件今后的步骤都由该组织办理。', 'The later steps are that organisation’s too.')}</p>
        </div>
      )}
      <Said label={w('原因', 'Reason')} value={why} onChange={setWhy} />
    </ActModal>
  )
}

/** 委派: a colleague does the work and reports back; the step stays with whoever delegated it. */
export const Delegate = ({ view, onClose, onDone }: Dialog) => {
  const [people, setPeople] = useState<readonly Colleague[]>([])
  const [asks, setAsks] = useState('')
  return (
    <ActModal
      view={view}
      onClose={onClose}
      onDone={onDone}
      title={`${wayName('delegate')} · ${view.title}`}
      ok={wayName('delegate')}
      says={w('同事办完后回报给您，这一步仍由您作决定。', 'The colleague reports back to you; the decision stays yours.')}
      missing={(people.length === 0 && unnamed()) || (asks.trim().length < 2 && w('请写明要做什么', 'Please say what is to be done'))}
      send={() => ask('delegateCase', { params: { id: view.id }, body: { version: view.version, personId: people[0]?.id ?? '', asks } })}
    >
      <Colleagues label={w('委派给谁', 'To whom')} value={people} onChange={setPeople} focus />
      <Said label={w('请做什么', 'What is to be done')} value={asks} onChange={setAsks} />
    </ActModal>
  )
}

/** 抄送: colleagues may read the case until it ends. */
export const CopyTo = ({ view, onClose, onDone }: Dialog) => {
  const [people, setPeople] = useState<readonly Colleague[]>([])
  const [why, setWhy] = useState('')
  return (
    <ActModal
      view={view}
      onClose={onClose}
      onDone={onDone}
      title={`${wayName('copy')} · ${view.title}`}
      ok={wayName('copy')}
      says={w('被抄送的同事在办结前可以查看本件。', 'They may read the case until it is closed.')}
      missing={(people.length === 0 && unnamed()) || (why.trim().length < 2 && unexplained())}
      send={() => ask('copyCase', { params: { id: view.id }, body: { persons: people.map((p) => p.id), why } })}
    >
      <Colleagues label={w('抄送给', 'To')} value={people} onChange={setPeople} most={50} focus />
      <Said label={w('原因', 'Reason')} value={why} onChange={setWhy} />
    </ActModal>
  )
}
