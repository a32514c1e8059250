import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Dropdown, Form, Input } from 'antd'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { wordsOf } from '../../kit/Failure.tsx'
import type { Search } from '../../kit/ListPage.tsx'
import { w } from '../../kit/text.ts'

type Props = { list: 'queue' | 'cases'; search: Search; onApply: (search: Search) => void }

const told = (search: Search) => Object.fromEntries(Object.entries(search).filter((e): e is [string, string] => Boolean(e[1])))

/** My views: filters under a name of one's own. */
export const SavedViews = ({ list, search, onApply }: Props) => {
  const { message } = App.useApp()
  const [naming, setNaming] = useState(false)
  const views = useQuery({ ...asking('listSavedViews', {}), staleTime: 60_000 })
  const drop = useMutation({
    mutationFn: (id: string) => ask('dropView', { params: { id } }),
    onSuccess: () => views.refetch(),
    onError: (error) => message.error(wordsOf(error)),
  })
  const mine = (views.data?.views ?? []).filter((v) => (v.query.list ?? 'queue') === list)
  const filtered = Object.keys(told(search)).length > 0
  const items = [
    ...mine.map((v) => ({
      key: v.id,
      label: (
        <span className="view-line">
          {v.name}
          <Button
            size="small"
            type="text"
            aria-label={w(`删除视图 ${v.name}`, `Drop view ${v.name}`)}
            onClick={(e) => {
              e.stopPropagation()
              drop.mutate(v.id)
            }}
          >
            {w('删除', 'Drop')}
          </Button>
        </span>
      ),
      onClick: () => {
        const { list: _, ...query } = v.query
        onApply(query)
      },
    })),
    ...(mine.length > 0 ? [{ type: 'divider' as const, key: 'line' }] : []),
    {
      key: 'save',
      label: filtered ? w('把当前筛选存为视图…', 'Keep these filters as a view…') : w('先选好筛选，再存为视图', 'Choose filters first'),
      disabled: !filtered,
      onClick: () => setNaming(true),
    },
  ]
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button>{w('我的视图', 'My views')}</Button>
      </Dropdown>
      {naming && (
        <FormModal<{ name: string }>
          title={w('保存视图', 'Keep a view')}
          ok={w('保存', 'Save')}
          save={({ name }) => ask('saveView', { body: { name, query: { ...told(search), list } } })}
          onClose={() => setNaming(false)}
          onDone={() => {
            setNaming(false)
            void views.refetch()
          }}
        >
          <Form.Item name="name" label={w('名称', 'Name')} rules={[{ required: true, message: w('请填写名称', 'Please give a name') }]}>
            <Input maxLength={40} autoFocus />
          </Form.Item>
        </FormModal>
      )}
    </>
  )
}
