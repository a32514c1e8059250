import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blocksOf, headingEnd, levelOf, plainText, tableText } from './blocks.ts'
import { columnShares } from './columns.ts'
import { breakTitle } from './break-title.ts'
import { gapsIn } from './content.ts'
import { paperKinds } from './kinds.ts'
import { layoutOf } from './layout.ts'
import { readNumber, showNumber } from './number.ts'
import { contentOf, exampleValues, faultsInTemplate, fillTemplate, type PaperTemplate } from './template.ts'
import { standardTemplates } from './templates/index.ts'
import { emsOf, writtenDate, writtenMoney, writtenNumber } from './written.ts'

const organ = { mark: '示范区总工会文件', signature: '示范区总工会', printedBy: '示范区总工会' }
const aTemplate = (body: string, tokens: PaperTemplate['tokens'] = []): PaperTemplate => ({
  code: 'x',
  kind: 'notice',
  name: 'x',
  tokens,
  text: { title: 't', addressee: 'a', body, annexes: [], note: '', copies: '' },
})

describe('numbers of papers', () => {
  test('are read back as they were written, and nothing else is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('密工组', '鼓工函'),
        fc.integer({ min: 1950, max: 2199 }),
        fc.integer({ min: 1, max: 99_999 }),
        (prefix, year, serial) => {
          expect(readNumber(showNumber({ prefix, year, serial }))).toEqual({ prefix, year, serial })
        },
      ),
    )
    for (const wrong of [
      '密工组[2026]12号',
      '密工组（2026）12号',
      '密工组〔2026〕012号',
      '密工组〔2026〕第12号',
      '密工组〔26〕12号',
      '密工组〔2026〕0号',
    ])
      expect(readNumber(wrong)).toBeUndefined()
  })

  test('no two kinds share a word: one organisation cannot give a number twice', () => {
    expect(new Set(paperKinds.map((k) => k.word)).size).toBe(paperKinds.length)
  })
})

describe('what papers write', () => {
  test('days, money and figures', () => {
    expect(writtenDate('2026-01-05')).toBe('2026年1月5日')
    expect(() => writtenDate('2026-02-30')).toThrow(RangeError)
    expect([writtenMoney(1_245_000), writtenMoney(5), writtenMoney(-100)]).toEqual(['12,450.00元', '0.05元', '-1.00元'])
    expect([writtenNumber(1234567), writtenNumber(0.5)]).toEqual(['1,234,567', '0.5'])
  })

  test('headings by how they begin; a sentence after the heading is text', () => {
    expect(['一、总则', '十二、附则', '（一）范围', '1.细则', '（1）细目', '一是要', '2026.5', '1.5倍'].map(levelOf)).toEqual([
      1, 1, 2, 3, 4, 0, 0, 0,
    ])
    expect('（一）强化组织。各级工会要重视。'.slice(0, headingEnd('（一）强化组织。各级工会要重视。'))).toBe('（一）强化组织。')
    expect(headingEnd('一、总体要求')).toBe(6)
  })

  test('a table is read back as it was written, whatever stands in it', () => {
    const cell = fc.string({ maxLength: 12 }).map((s) => s.replace(/[\r\n\\]/g, '').trim())
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
        expect(blocksOf(tableText(rows))).toEqual([{ kind: 'table', rows: rows.map((r) => r.map((c) => c.trim())) }])
      }),
    )
  })

  test('what somebody wrote never turns into a table', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        expect(blocksOf(plainText(text, true)).every((b) => b.kind === 'text')).toBe(true)
      }),
    )
  })
})

describe('titles', () => {
  test('lose nothing when they are broken, and no line begins with a closing sign', () => {
    const words = fc.array(fc.constantFrom('关于', '成立', '密云区', '（北京）', '《办法》', '工会', '委员会', '的', '通知', '，'), {
      minLength: 1,
      maxLength: 24,
    })
    fc.assert(
      fc.property(words, (parts) => {
        const title = parts.join('')
        const broken = breakTitle(title)
        expect(broken.replaceAll('\n', '')).toBe(title)
        for (const line of broken.split('\n').slice(1)) expect(line).not.toMatch(/^[，）》的]/)
        expect(breakTitle(broken)).toBe(broken)
      }),
    )
  })

  test('short ones stay whole, long ones come in lines alike', () => {
    expect(breakTitle('关于召开会议的通知')).toBe('关于召开会议的通知')
    const lines = breakTitle('关于成立云递速运（北京）有限公司工会委员会的请示').split('\n')
    expect(lines).toHaveLength(2)
    expect(Math.abs(emsOf(lines[0]!) - emsOf(lines[1]!))).toBeLessThan(6)
  })
})

describe('templates', () => {
  test.each(standardTemplates.map((t) => [t.code, t] as const))('“%s” uses only what it is given, and all of it', (_, template) => {
    expect(faultsInTemplate(template)).toEqual([])
    const text = fillTemplate(template, { ...exampleValues(template.tokens), organisation: '示范区总工会' })
    expect(JSON.stringify(text)).not.toMatch(/\{\{|undefined|待填/)
    for (const token of template.tokens) expect(JSON.stringify(template.text), token.name).toContain(`{{${token.name}}}`)
    expect(layoutOf({ kind: template.kind, number: 'x', issuedOn: '2026-11-20', content: contentOf(text, organ) }).length).toBeGreaterThan(8)
  })

  test('a token nobody supplies, a brace left open and a table inside a sentence are named', () => {
    const table = { name: 'rows', label: '表', kind: 'table', example: [['a']] } as const
    expect(faultsInTemplate(aTemplate('{{who}}'))).toEqual([{ fault: 'unknown', what: 'who' }])
    expect(faultsInTemplate(aTemplate('{{who'))).toEqual([{ fault: 'open', what: '{{who' }])
    expect(faultsInTemplate(aTemplate('见{{rows}}', [table]))).toEqual([{ fault: 'table-inside', what: 'rows' }])
    expect(faultsInTemplate(aTemplate('如下：\n {{ rows }} ', [table]))).toEqual([])
  })

  test('a value is set in once: braces and bars in it stay what they are', () => {
    const token = { name: 'v', label: '值', kind: 'text', example: 'x' } as const
    expect(fillTemplate(aTemplate('{{v}}', [token]), { v: '{{organisation}}' }).body).toBe('{{organisation}}')
    expect(blocksOf(fillTemplate(aTemplate('{{v}}', [token]), { v: '|a|b|' }).body)).toEqual([{ kind: 'text', text: '|a|b|' }])
    expect(blocksOf(fillTemplate(aTemplate('| {{v}} | b |', [token]), { v: 'x|y\nz' }).body)).toEqual([{ kind: 'table', rows: [['x|y z', 'b']] }])
  })

  test('what is not known leaves a gap with its name; an optional one leaves nothing', () => {
    const tokens = [
      { name: 'a', label: '甲', kind: 'text', example: '' },
      { name: 'b', label: '乙', kind: 'date', example: '2026-11-20', optional: true },
    ] as const
    const text = fillTemplate(aTemplate('{{a}}{{b}}', tokens), {})
    expect(gapsIn(contentOf(text, organ))).toEqual(['甲'])
    expect(() => fillTemplate(aTemplate('{{b}}', tokens), { b: 'tomorrow' })).toThrow(RangeError)
    expect(() => fillTemplate(aTemplate('{{a}}', tokens), { a: 5 })).toThrow(RangeError)
  })
})

test('short columns of a table keep their width beside long ones, and together they are the whole', () => {
  const long = '期内入会时登记为新就业形态职业的职工，按人去重。'
  const shares = columnShares([
    ['代码', '文中写法', '口径', '来源'],
    ['F-13', '15人', long, long],
  ])
  expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1)
  // F-13 needs a little more than three of the thirty-six squares.
  expect(shares[0]! * 36).toBeGreaterThan(3)
  expect(shares[2]!).toBeCloseTo(shares[3]!)
  expect(shares[2]!).toBeGreaterThan(0.4)
})
