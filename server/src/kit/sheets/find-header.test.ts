import { describe, expect, it } from 'vitest'
import { mergeOf, textCell, type Merge, type Row } from './cell.ts'
import { findHeader } from './find-header.ts'

const row = (number: number, ...texts: string[]): Row => ({ number, cells: texts.map(textCell) })
const merges = (...refs: string[]): Merge[] => refs.flatMap((r) => mergeOf(r) ?? [])

describe('a header', () => {
  it('is found under a title and a line for unit and date', () => {
    const rows = [
      row(1, '某镇会员名册'),
      row(2, '填报单位：某工会', '', '日期：2026年3月'),
      row(4, '序号', '姓名*', '证件\n号码', '手机'),
      row(5, '1', '张三', '110118199003070019', '13800001234'),
    ]
    const header = findHeader(rows, merges('A1:D1'))
    expect(header).toMatchObject({ fromRow: 4, toRow: 4 })
    expect([...(header?.titles ?? [])]).toEqual([
      [0, '序号'],
      [1, '姓名*'],
      [2, '证件号码'],
      [3, '手机'],
    ])
  })

  it('of two rows is joined from groups and titles', () => {
    const rows = [
      row(1, '困难职工登记表'),
      row(2, '姓名', '家庭成员', '', '备注'),
      row(3, '', '姓名', '关系', ''),
      row(4, '张三', '李四', '配偶', ''),
    ]
    const header = findHeader(rows, merges('A1:D1', 'A2:A3', 'B2:C2', 'D2:D3'))
    expect(header).toMatchObject({ fromRow: 2, toRow: 3 })
    expect([...(header?.titles.values() ?? [])]).toEqual(['姓名', '家庭成员/姓名', '家庭成员/关系', '备注'])
  })

  it('of two rows is found from its lower row by known titles', () => {
    const rows = [row(1, '姓名', '联系方式'), row(2, '', '手机', '邮箱', '住址'), row(3, '张三', '13800001234')]
    expect(findHeader(rows, merges('A1:A2', 'B1:D1'), ['手机', '邮箱', '住址'])).toMatchObject({ fromRow: 1, toRow: 2 })
  })

  it('is recognised by known titles even when data is fuller, and is absent when nothing fits', () => {
    const rows = [row(1, '姓 名（必填）', '手机'), row(2, '张三', '甲', '乙', '丙')]
    expect(findHeader(rows, [], ['姓名', '手机'])?.toRow).toBe(1)
    expect(findHeader(rows, [], ['车牌'])).toBeUndefined()
    expect(findHeader([row(1, '只有标题')], [])).toBeUndefined()
  })
})
