import { organisationKinds } from '@gongyou/contract/codes/organisation-kinds.ts'
import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import { type Grid, gridLimits } from '@gongyou/contract/reports/grid.ts'
import type { Routes } from '@gongyou/contract/routes.ts'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Form, Input, Radio, Select } from 'antd'
import { ask, asking } from '../../../kit/api.ts'
import { FormModal } from '../../../kit/FormModal.tsx'
import { language } from '../../../kit/language.ts'
import { w } from '../../../kit/text.ts'

type Laid = ReplyOf<Routes['layReportTable']>
type Fields = { title: string; rows: Grid['rows']; level?: Grid['level']; figures: string[]; total: boolean }
const silent = ['district_federation', 'women_committee', 'union_group', 'partner_bureau', 'linked_party']
const keyOf = ({ figure, where, head }: Grid['figures'][number]) => JSON.stringify([figure, where, head])

/** Which rows and columns a table has; its numbers are counted when it is laid out. */
export const TableGrid = ({
  report,
  first,
  grid,
  onClose,
  onDone,
}: {
  report: string
  first: number
  grid: Grid | null
  onClose: () => void
  onDone: (laid: Laid) => void
}) => {
  const figures = useQuery(asking('listFigures', {}))
  const was = new Map((grid?.figures ?? []).map((f) => [keyOf(f), f]))
  const nameOf = (code: string) => figures.data?.figures.find((f) => f.code === code)?.name[language()] ?? code
  const options = [
    ...[...was].filter(([, f]) => f.where || f.head).map(([value, f]) => ({ value, label: f.head ?? `${nameOf(f.figure)}（${f.where ?? ''}）` })),
    ...(figures.data?.figures ?? []).map((f) => ({ value: keyOf({ figure: f.code }), label: f.name[language()] })),
  ]
  return (
    <FormModal<Fields, Laid>
      title={grid ? w('改行列', 'Rows and columns') : w('插入表格', 'Insert a table')}
      ok={grid ? w('重新排表', 'Lay out anew') : w('插入', 'Insert')}
      says={w(
        '每一格都是系统数字，可以点开来源。合计按全部记录重新统计，不是各行相加。',
        'Every cell is a number with its source. The total is counted, not added up.',
      )}
      initial={{
        title: grid?.title ?? '',
        rows: grid?.rows ?? 'below',
        ...(grid?.level ? { level: grid.level } : {}),
        figures: [...was.keys()],
        total: grid?.total ?? true,
      }}
      save={({ level, figures: chosen, ...f }) =>
        ask('layReportTable', {
          params: { id: report },
          body: {
            first,
            grid: {
              ...f,
              ...(level && f.rows === 'below' ? { level } : {}),
              figures: chosen.map((key) => {
                const [figure, where, head] = JSON.parse(key) as [string, string | null, string | null]
                return { figure, ...(where ? { where } : {}), ...(head ? { head } : {}) }
              }),
            },
          },
        })
      }
      onClose={onClose}
      onDone={onDone}
    >
      <Form.Item
        name="title"
        label={w('表名', 'Title')}
        rules={[{ required: true, whitespace: true, message: w('请写明表名', 'Please give it a title') }]}
      >
        <Input maxLength={60} placeholder={w('如：各镇街会员情况', 'Members by town')} />
      </Form.Item>
      <Form.Item name="rows" label={w('行', 'Rows')}>
        <Radio.Group
          options={[
            { value: 'below', label: w('下级单位', 'Organisations beneath') },
            { value: 'month', label: w('月份', 'Months') },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {(inner) =>
          inner.getFieldValue('rows') === 'below' && (
            <Form.Item name="level" label={w('哪一级', 'Of which level')}>
              <Select
                allowClear
                placeholder={w('最近的下一级', 'The nearest beneath')}
                options={organisationKinds.filter((k) => !silent.includes(k.code)).map((k) => ({ value: k.code, label: k[language()] }))}
              />
            </Form.Item>
          )
        }
      </Form.Item>
      <Form.Item
        name="figures"
        label={w('列（按选择的先后排）', 'Columns, in the order they are chosen')}
        rules={[{ required: true, type: 'array', min: 1, message: w('请至少选一列', 'Choose at least one') }]}
      >
        <Select
          mode="multiple"
          maxCount={gridLimits.figures}
          loading={figures.isPending}
          showSearch={{ optionFilterProp: 'label' }}
          options={options}
        />
      </Form.Item>
      <Form.Item name="total" valuePropName="checked">
        <Checkbox>{w('末行列合计', 'A last row for the total')}</Checkbox>
      </Form.Item>
    </FormModal>
  )
}
