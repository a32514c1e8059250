import { useQuery } from '@tanstack/react-query'
import { Button, DatePicker, Drawer, Form, Input, Table } from 'antd'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { Failure } from '../../kit/Failure.tsx'
import { FormModal } from '../../kit/FormModal.tsx'
import { useMe } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'

type Fields = { name: string; days: [Dayjs, Dayjs] }

/** What the district has handed out at its venues: one to a person a day, wherever. */
export const ItemsPanel = ({ onClose }: { onClose: () => void }) => {
  const me = useMe()
  const items = useQuery(asking('listItems', {}))
  const [adding, setAdding] = useState(false)
  const district = me.posts.some((p) => p.rights.includes('venues.edit') && p.org.name === me.region.name)
  return (
    <Drawer
      open
      size={640}
      title={w('发放物品', 'Items handed out')}
      onClose={onClose}
      extra={district && <Button onClick={() => setAdding(true)}>{w('新增', 'Add')}</Button>}
    >
      <p className="quiet" style={{ marginTop: 0 }}>
        {w(
          '每人每天限领一份，在哪个阵地领都算。到各阵地页面办理入库和发放。',
          'One to a person a day, at whatever venue. Deliver and hand out on the page of each venue.',
        )}
      </p>
      {items.isError && <Failure error={items.error} />}
      <Table
        size="small"
        pagination={false}
        rowKey="id"
        loading={items.isPending}
        dataSource={items.data?.rows ?? []}
        locale={{ emptyText: <div className="empty">{w('还没有发放物品', 'No items yet')}</div> }}
        columns={[
          { title: w('物品', 'Item'), dataIndex: 'name' },
          { title: w('发放期', 'Days'), render: (_, i) => w(`${i.from} 至 ${i.to}`, `${i.from} to ${i.to}`) },
          { title: w('状态', 'State'), render: (_, i) => (i.open ? w('在发', 'Now') : w('不在发放期', 'Not now')) },
          { title: w('阵地', 'Venues'), align: 'right', dataIndex: 'venues' },
          { title: w('已发', 'Handed out'), align: 'right', render: (_, i) => w(`${i.handed.toLocaleString()} 份`, i.handed.toLocaleString()) },
          { title: w('结存', 'Left'), align: 'right', render: (_, i) => w(`${i.rest.toLocaleString()} 份`, i.rest.toLocaleString()) },
        ]}
      />
      {adding && (
        <FormModal<Fields>
          title={w('新增发放物品', 'Add an item')}
          ok={w('新增', 'Add')}
          save={(f) => ask('addItem', { body: { name: f.name, from: f.days[0].format('YYYY-MM-DD'), to: f.days[1].format('YYYY-MM-DD') } })}
          onClose={() => setAdding(false)}
          onDone={() => {
            setAdding(false)
            void items.refetch()
          }}
        >
          <Form.Item name="name" label={w('物品', 'Item')} rules={[{ required: true, message: w('请填写', 'Fill in') }]}>
            <Input maxLength={40} placeholder={w('如：免费雪糕', 'e.g. ice cream')} />
          </Form.Item>
          <Form.Item name="days" label={w('发放期', 'Days')} rules={[{ required: true, message: w('请选择', 'Choose') }]}>
            <DatePicker.RangePicker style={{ width: '100%' }} />
          </Form.Item>
        </FormModal>
      )}
    </Drawer>
  )
}
