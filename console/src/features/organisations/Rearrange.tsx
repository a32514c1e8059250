import { memberHoldingKinds, mayStandUnder } from '@gongyou/contract/codes/organisation-kinds.ts'
import type { Organisation } from '@gongyou/contract/organisations/routes.ts'
import { useQuery } from '@tanstack/react-query'
import { DatePicker, Form, Input, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { ask, asking } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { w } from '../../kit/text.ts'

export type Rearrangement = 'move' | 'merge' | 'split' | 'dissolve'
type Fields = { target?: string; name?: string; uscc?: string; members?: string[]; on: Dayjs; because: string }

const words = (o: Organisation): Record<Rearrangement, { title: string; ok: string; says: string }> => ({
  move: {
    title: w(`调整“${o.name}”的隶属`, `Move ${o.name}`),
    ok: w('调整', 'Move'),
    says: w(
      '它和下级组织一起移到新的上级之下，原来的隶属保留在经过里。',
      'It moves with everything beneath it; the former parent stays in its history.',
    ),
  },
  merge: {
    title: w(`把“${o.name}”并入另一工会`, `Merge ${o.name} into another union`),
    ok: w('并入', 'Merge'),
    says: w('全部会员和下级组织转入，本组织同日撤销。', 'All members and subordinates move over; this organisation ends the same day.'),
  },
  split: {
    title: w(`从“${o.name}”分设新工会`, `Split a union off ${o.name}`),
    ok: w('分设', 'Split'),
    says: w('新工会与本组织同级，选中的会员转入新工会。', 'The new union stands beside this one; the chosen members move there.'),
  },
  dissolve: {
    title: w(`撤销“${o.name}”`, `Dissolve ${o.name}`),
    ok: w('撤销', 'Dissolve'),
    says: w(
      '撤销后不能再改；历史和数字照旧可查。还有会员时请先并入其他工会。',
      'It cannot be changed afterwards; history and figures stay. Merge it first if it still has members.',
    ),
  },
})

/** Changes of the tree, each from a day on and for a reason. */
export const Rearrange = ({
  what,
  organisation: o,
  onClose,
  onDone,
}: {
  what: Rearrangement
  organisation: Organisation
  onClose: () => void
  onDone: () => void
}) => {
  const tree = useQuery(asking('listTree', {}))
  const members = useQuery({ ...asking('listMembers', { query: { org: o.id, limit: 200, sort: 'name' } }), enabled: what === 'split' })
  const text = words(o)[what]
  const holding = new Set<string>(memberHoldingKinds)
  const targets = (tree.data?.nodes ?? []).filter((n) => n.id !== o.id && (what === 'move' ? mayStandUnder(o.kind, n.kind) : holding.has(n.kind)))
  const save = (f: Fields): Promise<unknown> => {
    const order = { on: f.on.format('YYYY-MM-DD'), because: f.because, version: o.version }
    const params = { id: o.id }
    if (what === 'move') return ask('moveOrganisation', { params, body: { parentId: f.target!, ...order } })
    if (what === 'merge') return ask('mergeOrganisation', { params, body: { intoId: f.target!, ...order } })
    if (what === 'split')
      return ask('splitOrganisation', { params, body: { name: f.name!, uscc: f.uscc || null, memberIds: f.members ?? [], ...order } })
    return ask('dissolveOrganisation', { params, body: order })
  }
  return (
    <FormModal<Fields>
      title={text.title}
      ok={text.ok}
      danger={what === 'dissolve' || what === 'merge'}
      says={text.says}
      initial={{ on: dayjs() }}
      save={save}
      onClose={onClose}
      onDone={onDone}
    >
      {(what === 'move' || what === 'merge') && (
        <Form.Item
          name="target"
          label={what === 'move' ? w('新的上级', 'New parent') : w('并入', 'Into')}
          rules={[{ required: true, message: w('请选择', 'Choose') }]}
        >
          <Select showSearch={{ optionFilterProp: 'label' }} options={targets.map((n) => ({ value: n.id, label: n.name }))} />
        </Form.Item>
      )}
      {what === 'split' && (
        <>
          <Form.Item
            name="name"
            label={w('新工会名称', 'Name of the new union')}
            rules={[{ required: true, min: 2, message: w('请填写名称', 'Give the name') }]}
          >
            <Input />
          </Form.Item>
          <Form.Item name="uscc" label={w('统一社会信用代码（可后补）', 'Credit code (may follow)')}>
            <Input />
          </Form.Item>
          <Form.Item name="members" label={w('转入的会员', 'Members who move')}>
            <Select
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              loading={members.isPending}
              options={(members.data?.rows ?? []).map((m) => ({ value: m.person.id, label: m.person.name }))}
              maxTagCount="responsive"
            />
          </Form.Item>
        </>
      )}
      <Form.Item name="on" label={w('自哪天起', 'From')} rules={[{ required: true }]}>
        <DatePicker style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item
        name="because"
        label={w('依据（批复文号或决定）', 'Basis (approval or decision)')}
        rules={[{ required: true, min: 2, message: w('请写明依据', 'Give the basis') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </FormModal>
  )
}
