import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Form, Input, Popconfirm } from 'antd'
import { type ReactNode, useState } from 'react'
import { Failure } from '../Failure.tsx'
import { FormModal } from '../FormModal.tsx'
import { w } from '../text.ts'
import type { DesignState } from './use-design.ts'

type Props<Answer> = {
  /** Where one came from, and where a draft that is thrown away leads. */
  back: { to: string; name: string }
  title: string
  state: DesignState
  drop: () => Promise<unknown>
  publish: (version: number, because: string) => Promise<Answer>
  onPublished: (answer: Answer) => void
  /** What publishing means, said before it is done. */
  says: ReactNode
  /** What changes by it, shown above the reason. */
  changes?: ReactNode
  children: ReactNode
}

/** A design page: its head with save, publish and throw away, and the reason that every revision carries. */
export const DesignFrame = <Answer,>({ back, title, state, drop, publish, onPublished, says, changes, children }: Props<Answer>) => {
  const go = useNavigate()
  const [publishing, setPublishing] = useState(false)
  const { saved, saving, changed, ready } = state
  const dropping = useMutation({ mutationFn: drop, onSuccess: () => go({ to: back.to as string }) })
  const failed = saving.error ?? dropping.error
  return (
    <>
      <div className="page-head">
        <Link to={back.to as string} className="quiet">
          {back.name}
        </Link>
        <span className="quiet">/</span>
        <h1>{title || w('未命名', 'Untitled')}</h1>
        <span className="quiet">{w(`草稿，将成为第 ${saved.revision} 版`, `draft of revision ${saved.revision}`)}</span>
        <span className="spring" />
        <Popconfirm title={w('删除这份草稿？', 'Throw this draft away?')} onConfirm={() => dropping.mutate()}>
          <Button type="text">{w('删除草稿', 'Throw away')}</Button>
        </Popconfirm>
        <Button loading={saving.isPending} disabled={!changed} onClick={() => saving.mutate()}>
          {w('保存', 'Save')}
        </Button>
        <Button type="primary" disabled={!ready} onClick={() => setPublishing(true)}>
          {w('发布', 'Publish')}
        </Button>
      </div>
      {failed && <Failure error={failed} />}
      {children}
      {publishing && (
        <FormModal<{ because: string }, Answer>
          title={w(`发布“${title}”`, `Publish “${title}”`)}
          ok={w('发布', 'Publish')}
          says={says}
          save={(f) => publish(saved.version, f.because)}
          onClose={() => setPublishing(false)}
          onDone={onPublished}
        >
          {changes}
          <Form.Item
            name="because"
            label={w('说明（为什么建、改了什么）', 'Why, and what changed')}
            rules={[{ required: true, min: 2, message: w('请写明', 'Please say') }]}
          >
            <Input maxLength={300} />
          </Form.Item>
        </FormModal>
      )}
    </>
  )
}

/** Said where a draft was made by another program and is none of ours. */
export const strangeDraft = () => w('这份草稿不是在这里做的，无法打开，请删除后重新建', 'This draft was not made here and cannot be opened')
