import type { Answers } from '@gongyou/contract/forms/index.ts'
import { useMutation } from '@tanstack/react-query'
import { Modal, Radio } from 'antd'
import { useState } from 'react'
import { wordsOf } from '../Failure.tsx'
import { w } from '../text.ts'
import { purposeName } from '../words.ts'

const purposes = ['handling', 'identity-check', 'contact'] as const

type Props = { open: (purpose: string) => Promise<Answers>; onClose: () => void; onOpened: (answers: Answers) => void }

/** Sealed answers are opened for a purpose; who looked, when and why is written down, and the person can read it. */
export const SealedModal = ({ open, onClose, onOpened }: Props) => {
  const [purpose, setPurpose] = useState<(typeof purposes)[number]>('handling')
  const show = useMutation({ mutationFn: () => open(purpose), onSuccess: onOpened })
  return (
    <Modal
      open
      title={w('查看加密内容', 'See sealed answers')}
      okText={w('查看并留痕', 'Show and record')}
      onOk={() => show.mutate()}
      confirmLoading={show.isPending}
      onCancel={onClose}
    >
      <p>{w('本人能在手机上看到谁、何时、为什么查看了。请选用途：', 'The person can see who looked, when and why. Purpose:')}</p>
      <Radio.Group
        className="tick-list"
        aria-label={w('用途', 'Purpose')}
        value={purpose}
        onChange={(e) => setPurpose(e.target.value)}
        options={purposes.map((value) => ({ value, label: purposeName(value) }))}
      />
      {show.isError && (
        <p role="alert" className="fault">
          {wordsOf(show.error)}
        </p>
      )}
    </Modal>
  )
}
