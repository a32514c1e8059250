import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { referenceOf } from '../../kit/form/given.ts'
import { PersonPicker } from '../../kit/form/pickers.tsx'
import { useMay } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'
import './case.css'
import { OrgField, useOwnPlace } from './OrgField.tsx'

const Line = ({ onClose }: { onClose: () => void }) => {
  const { message } = App.useApp()
  const go = useNavigate()
  const queries = useQueryClient()
  const own = useOwnPlace()
  const [said, setSaid] = useState('')
  const [org, setOrg] = useState<unknown>(own)
  const [person, setPerson] = useState<unknown>()
  // The same id for every try: a line sent twice is recorded once.
  const [requestId] = useState(() => crypto.randomUUID())
  const [fault, setFault] = useState('')
  const send = useMutation({
    mutationFn: (orgId: string) => ask('quickRecord', { body: { said, orgId, applicantId: referenceOf(person)?.id, requestId } }),
    onSuccess: (made) => {
      for (const list of ['listQueue', 'countQueue', 'listCases']) void queries.invalidateQueries({ queryKey: [list] })
      message.success(w(`已登记 ${made.number}`, `Recorded: ${made.number}`))
      onClose()
      void go({ to: '/cases/$id' as string, params: { id: made.id } as never })
    },
  })
  const record = () => {
    const place = referenceOf(org)
    const missing = said.trim().length < 2 ? w('请写一句话', 'Please write a line') : place ? '' : w('请选择组织', 'Please choose an organisation')
    setFault(missing)
    if (!missing && place) send.mutate(place.id)
  }
  return (
    <Modal
      open
      title={w('一句话登记', 'One-line record')}
      okText={w('登记', 'Record')}
      onOk={record}
      confirmLoading={send.isPending}
      onCancel={onClose}
      destroyOnHidden
    >
      <div className="act-modal">
        <div className="field">
          <label htmlFor="quick-said">{w('什么事', 'What is it about')}</label>
          <Input id="quick-said" autoFocus value={said} maxLength={200} onChange={(e) => setSaid(e.target.value)} onPressEnter={record} />
        </div>
        <details>
          <summary className="quiet">{w('谁的事、归哪里（选填）', 'Whose, and where (optional)')}</summary>
          <div className="act-modal" style={{ marginTop: 12 }}>
            <div className="field">
              <label htmlFor="quick-person">{w('职工', 'Person')}</label>
              <PersonPicker id="quick-person" value={person} onChange={setPerson} />
            </div>
            <OrgField value={org} onChange={setOrg} />
          </div>
        </details>
        <p className="quiet small">{w('先记下来；之后可以当场办结，也可以转为正式办件。', 'Note it now; close it or make it a full case later.')}</p>
        {(fault || send.isError) && (
          <p role="alert" className="fault">
            {fault || wordsOf(send.error)}
          </p>
        )}
      </div>
    </Modal>
  )
}

/** 一句话登记 from any page. */
export const QuickRecord = ({ className = 'quick-record' }: { className?: string }) => {
  const may = useMay()
  const [open, setOpen] = useState(false)
  if (!may('cases.handle')) return null
  return (
    <>
      <Button className={className} onClick={() => setOpen(true)}>
        {w('一句话登记', 'Quick record')}
      </Button>
      {open && <Line onClose={() => setOpen(false)} />}
    </>
  )
}
