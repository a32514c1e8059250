import type { TokenKind, TokenValue } from '@gongyou/contract/papers/template.ts'
import { DatePicker, Form, Input, InputNumber } from 'antd'
import type { Dayjs } from 'dayjs'
import { w } from '../../kit/text.ts'

type Asked = { name: string; label: string; kind: TokenKind; example?: unknown; optional: boolean }
/** What the form holds for a token. */
export type TypedValue = string | number | Dayjs | null | undefined

const rowsOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) =>
      line
        .replace(/^\s*\||\|\s*$/g, '')
        .split(/\t|\|/)
        .map((cell) => cell.trim()),
    )

/** What was typed, as the value of its token; `undefined` where nothing was. */
export const valueOf = (token: Asked, typed: TypedValue): TokenValue => {
  if (typed === null || typed === undefined || typed === '') return undefined
  if (typeof typed === 'object') return typed.format('YYYY-MM-DD')
  if (token.kind === 'money' && typeof typed === 'number') return Math.round(typed * 100)
  if (token.kind === 'list')
    return String(typed)
      .split(/[、\n]/)
      .map((part) => part.trim())
      .filter(Boolean)
  if (token.kind === 'table') return rowsOf(String(typed))
  return typed
}

const exampleOf = ({ example }: Asked) =>
  Array.isArray(example)
    ? example.map((part: unknown) => (Array.isArray(part) ? part.join(' | ') : String(part))).join('\n')
    : typeof example === 'string' || typeof example === 'number'
      ? String(example)
      : ''

const Control = ({ token, ...given }: { token: Asked }) => {
  const placeholder = exampleOf(token)
  if (token.kind === 'date') return <DatePicker style={{ width: '100%' }} {...given} />
  if (token.kind === 'number') return <InputNumber style={{ width: '100%' }} placeholder={placeholder} {...given} />
  if (token.kind === 'money') return <InputNumber style={{ width: '100%' }} precision={2} suffix={w('元', 'yuan')} {...given} />
  if (token.kind === 'text') return <Input placeholder={placeholder} maxLength={500} {...given} />
  return <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} placeholder={placeholder} {...given} />
}

const hint = (kind: TokenKind) =>
  kind === 'table'
    ? w('一行一条，第一行是表头；可以从 Excel 复制过来。', 'One row a line, the first one is the head; rows can be pasted from Excel.')
    : kind === 'list'
      ? w('一行一个', 'One a line')
      : undefined

/** One value that a template asks for. */
export const TokenField = ({ token }: { token: Asked }) => (
  <Form.Item
    name={['values', token.name]}
    label={token.optional ? w(`${token.label}（可不填）`, `${token.label} (optional)`) : token.label}
    extra={hint(token.kind)}
  >
    <Control token={token} />
  </Form.Item>
)
