import type { DueView } from '@gongyou/contract/clocks/shapes.ts'
import { useQuery } from '@tanstack/react-query'
import { Modal, Skeleton } from 'antd'
import { useState } from 'react'
import { asking } from './api.ts'
import { Due } from './Due.tsx'
import { Failure } from './Failure.tsx'
import { say } from './language.ts'
import { w } from './text.ts'
import { Why } from './Why.tsx'

const Asked = ({ id }: { id: string }) => {
  const why = useQuery(asking('explainClock', { params: { id } }))
  if (why.isError) return <Failure error={why.error} onRetry={() => why.refetch()} />
  return why.data ? <Why why={why.data} /> : <Skeleton active paragraph={{ rows: 8 }} />
}

/** The due date of a clock as a link; pressed, it opens the count behind it. */
export const WhyThisDate = ({ due, name = false }: { due: DueView; name?: boolean }) => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="plain-link why" onClick={() => setOpen(true)} title={w('为什么是这一天', 'Why this date?')}>
        <Due due={due} name={name} />
      </button>
      {open && (
        <Modal
          open
          footer={null}
          width={640}
          onCancel={() => setOpen(false)}
          title={w(`为什么是这一天：${due.name.zh}`, `Why this date? ${say(due.name)}`)}
        >
          <Asked id={due.id} />
        </Modal>
      )}
    </>
  )
}
