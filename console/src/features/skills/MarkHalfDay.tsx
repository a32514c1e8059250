import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { w } from '../../kit/text.ts'
import { partWord } from './class-words.ts'
import type { ClassView } from './ClassPage.tsx'
import { type HalfDay, wasThere } from './Trainees.tsx'

/** 签到: everybody of the class with a box; nobody has been marked yet: all are there until one says otherwise. */
export const MarkHalfDay = ({ c, half, onClose, onDone }: { c: ClassView; half: HalfDay; onClose: () => void; onDone: () => void }) => {
  const all = c.people.map((t) => t.person.id)
  const [present, set] = useState<string[]>(() => (half.present === 0 ? all : c.people.filter((t) => wasThere(t, half)).map((t) => t.person.id)))
  const save = useMutation({
    mutationFn: () => ask('markAttendance', { params: { id: c.id }, body: { on: half.on, part: half.part, present } }),
    onSuccess: onDone,
  })
  return (
    <Modal
      open
      title={w(`登记出勤 · ${half.on} ${partWord(half.part)}`, `Attendance · ${half.on} ${partWord(half.part)}`)}
      okText={w(`保存，到 ${present.length} 人`, `Save: ${present.length} there`)}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <p className="contest-acts">
        <span className="quiet" style={{ flex: 1 }}>
          {w('去掉没来的人', 'Take away whoever did not come')}
        </span>
        <Button size="small" onClick={() => set(all)}>
          {w('全到', 'All')}
        </Button>
        <Button size="small" onClick={() => set([])}>
          {w('全不到', 'None')}
        </Button>
      </p>
      <Checkbox.Group value={present} onChange={(v) => set(v as string[])} className="present-boxes">
        {c.people.map((t) => (
          <Checkbox key={t.person.id} value={t.person.id}>
            {t.person.name}
          </Checkbox>
        ))}
      </Checkbox.Group>
      {save.isError && (
        <p role="alert" style={{ color: 'var(--red)', margin: '8px 0 0' }}>
          {wordsOf(save.error)}
        </p>
      )}
    </Modal>
  )
}
