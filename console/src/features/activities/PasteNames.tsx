import type { pasteSignUps } from '@gongyou/contract/activities/office.ts'
import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import { useMutation } from '@tanstack/react-query'
import { Button, Input, Modal, Select, Table } from 'antd'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { w } from '../../kit/text.ts'

type Line = ReplyOf<typeof pasteSignUps>['lines'][number]
type Props = { pools: { value: string; label: string }[]; onClose: () => void; onDone: () => void }

/** A list of names from a message or a sheet: looked at line by line, then signed up. */
export const PasteNames = ({ pools, onClose, onDone }: Props) => {
  const [pool, setPool] = useState(pools[0]!.value)
  const [text, setText] = useState('')
  const look = useMutation({ mutationFn: (dry: boolean) => ask('pasteSignUps', { params: { id: pool }, body: { text, dry } }) })
  // What needs a hand comes first; the rest follows in its own order.
  const lines: Line[] = (look.data?.lines ?? []).toSorted((a, b) => Number(b.state === 'wrong') - Number(a.state === 'wrong') || a.line - b.line)
  const entered = look.variables === false && look.isSuccess
  const wrong = lines.filter((l) => l.state === 'wrong').length
  const ready = lines.filter((l) => l.state === 'ready').length
  return (
    <Modal
      open
      width={720}
      title={w('粘贴名单报名', 'Sign up a pasted list')}
      onCancel={entered ? onDone : onClose}
      footer={
        entered ? (
          <Button type="primary" onClick={onDone}>
            {w('完成', 'Done')}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{w('取消', 'Cancel')}</Button>
            <Button disabled={text.trim() === ''} loading={look.isPending} onClick={() => look.mutate(true)}>
              {w('核对', 'Check')}
            </Button>
            <Button type="primary" disabled={ready === 0} loading={look.isPending} onClick={() => look.mutate(false)}>
              {w(`报名 ${ready} 人`, `Sign up ${ready}`)}
            </Button>
          </>
        )
      }
    >
      {!entered && (
        <>
          <p className="quiet">
            {w(
              '每行一人：姓名，加手机号或身份证后四位。可以从表格直接粘贴，最多 500 行。',
              'One a line: name, and a phone number or the last four signs of the ID. At most 500.',
            )}
          </p>
          {pools.length > 1 && (
            <Select style={{ width: '100%', marginBottom: 8 }} value={pool} options={pools} onChange={setPool} aria-label={w('场次', 'Session')} />
          )}
          <Input.TextArea
            rows={6}
            aria-label={w('名单', 'Names')}
            value={text}
            onChange={(e) => {
              setText(e.target.value)
              look.reset()
            }}
          />
        </>
      )}
      {look.isError && (
        <p role="alert" style={{ color: 'var(--red)' }}>
          {wordsOf(look.error)}
        </p>
      )}
      {lines.length > 0 && (
        <p role="status" style={{ margin: '12px 0 0' }}>
          {entered
            ? w(
                `${lines.length - wrong} 人已办，${wrong} 行没有报上，原因见下。`,
                `${lines.length - wrong} done, ${wrong} not signed up; see why below.`,
              )
            : w(
                `${lines.length} 行：${ready} 人可以报名${wrong > 0 ? `，${wrong} 行要改，排在前面；不改就只报可以报的` : ''}。`,
                `${lines.length} lines: ${ready} can be signed up${wrong > 0 ? `; ${wrong} need a correction and come first, or are left out` : ''}.`,
              )}
        </p>
      )}
      {lines.length > 0 && (
        <Table<Line>
          size="small"
          style={{ marginTop: 12 }}
          pagination={{ pageSize: 20, hideOnSinglePage: true }}
          rowKey={(l) => l.line}
          dataSource={lines}
          columns={[
            { title: w('行', 'Line'), width: 56, render: (_, l) => l.line },
            { title: w('粘贴的内容', 'Pasted'), ellipsis: true, render: (_, l) => l.said },
            {
              title: w('结果', 'Result'),
              width: 280,
              render: (_, l) => <span style={l.state === 'wrong' ? { color: 'var(--red)' } : undefined}>{l.says}</span>,
            },
          ]}
        />
      )}
    </Modal>
  )
}
