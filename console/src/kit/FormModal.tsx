import { useMutation } from '@tanstack/react-query'
import { Form, Modal } from 'antd'
import type { ReactNode } from 'react'
import { wordsOf } from './Failure.tsx'

type Props<Fields, Answer> = {
  title: ReactNode
  ok: string
  danger?: boolean
  says?: ReactNode
  initial?: object
  /** Sends what was filled in; a refusal is shown in the server's words and nothing typed is lost. */
  save: (fields: Fields) => Promise<Answer>
  onClose: () => void
  onDone: (answer: Answer) => void
  children: ReactNode
}

/** A short form in front of the page: asks, sends, says what was wrong, closes when done. */
export function FormModal<Fields extends object, Answer = unknown>({
  title,
  ok,
  danger = false,
  says,
  initial,
  save,
  onClose,
  onDone,
  children,
}: Props<Fields, Answer>) {
  const [form] = Form.useForm<Fields>()
  const send = useMutation({ mutationFn: save, onSuccess: onDone })
  return (
    <Modal
      open
      destroyOnHidden
      title={title}
      okText={ok}
      okButtonProps={{ danger }}
      onOk={() => form.submit()}
      confirmLoading={send.isPending}
      onCancel={onClose}
    >
      {says && <p className="quiet">{says}</p>}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(f) => send.mutate(f)} {...(initial ? { initialValues: initial } : {})}>
        {children}
        {send.isError && (
          <p role="alert" style={{ color: 'var(--red)', margin: 0 }}>
            {wordsOf(send.error)}
          </p>
        )}
      </Form>
    </Modal>
  )
}
