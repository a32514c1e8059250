import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { App, Button, Space } from 'antd'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { ListPage, type RowOf, type Search } from '../../kit/ListPage.tsx'
import { w } from '../../kit/text.ts'

type Row = RowOf<'listTransfers'>
const stateName = (s: Row['status']) =>
  ({
    asked: w('等转出方', 'Waiting for release'),
    released: w('等接收方', 'Waiting for receipt'),
    received: w('已接转', 'Done'),
    refused: w('未同意', 'Refused'),
    withdrawn: w('已撤回', 'Withdrawn'),
  })[s]

const Acts = ({ row }: { row: Row }) => {
  const queries = useQueryClient()
  const { message, modal } = App.useApp()
  const act = useMutation({
    mutationFn: (what: 'release' | 'receive' | 'refuse') => {
      const call = { params: { id: row.id }, body: { version: row.version } }
      if (what === 'refuse')
        return ask('refuseTransfer', {
          ...call,
          body: { ...call.body, reason: w('情况不符，请与本人核实后重新发起', 'Please check with the person and ask again') },
        })
      return ask(what === 'release' ? 'releaseTransfer' : 'receiveTransfer', call)
    },
    onSuccess: () => {
      message.success(w('已办理', 'Done'))
      void queries.invalidateQueries({ queryKey: ['listTransfers'] })
    },
    onError: (e) => message.error(wordsOf(e)),
  })
  if (!row.mayRelease && !row.mayReceive) return null
  const refuse = () =>
    modal.confirm({
      title: w(`不同意接转${row.person.name}？`, `Refuse the transfer of ${row.person.name}?`),
      okText: w('不同意', 'Refuse'),
      onOk: () => act.mutateAsync('refuse'),
    })
  return (
    <Space>
      {row.mayRelease && (
        <Button size="small" type="primary" loading={act.isPending} onClick={() => act.mutate('release')}>
          {w('同意转出', 'Release')}
        </Button>
      )}
      {row.mayReceive && (
        <Button size="small" type="primary" loading={act.isPending} onClick={() => act.mutate('receive')}>
          {w('同意接收', 'Receive')}
        </Button>
      )}
      <Button size="small" type="text" onClick={refuse}>
        {w('不同意', 'Refuse')}
      </Button>
    </Space>
  )
}

/** Transfers that touch the caller's unions; each end acts for itself. */
export const TransfersPage = () => {
  const search = useSearch({ strict: false }) as Search
  const go = useNavigate()
  return (
    <ListPage
      title={w('会籍接转', 'Transfers')}
      list="listTransfers"
      search={search}
      onSearch={(s) => go({ to: '.', search: s as never })}
      filters={[
        {
          name: 'status',
          kind: 'choice',
          label: w('状态', 'State'),
          options: (['asked', 'released', 'received', 'refused'] as const).map((value) => ({ value, label: stateName(value) })),
        },
      ]}
      rowKey={(t) => t.id}
      empty={w('没有会籍接转。在职工页面上可以发起。', 'No transfer. One is asked for on the page of a person.')}
      columns={[
        { title: w('姓名', 'Name'), width: 120, render: (_, t) => t.person.name },
        { title: w('转出', 'From'), ellipsis: true, render: (_, t) => t.from.name },
        { title: w('接收', 'To'), ellipsis: true, render: (_, t) => t.to.name },
        { title: w('状态', 'State'), width: 110, render: (_, t) => stateName(t.status) },
        { title: w('发起', 'Asked'), width: 110, render: (_, t) => t.askedAt.slice(0, 10) },
        { title: <span className="unseen">{w('办理', 'Decide')}</span>, width: 220, render: (_, t) => <Acts row={t} /> },
      ]}
    />
  )
}
