import { gap, type Annex, type PaperContent, templateParts } from './content.ts'
import type { PaperKindCode } from './kinds.ts'
import { oneLine, plainText, tableText } from './blocks.ts'
import { writtenDate, writtenMoney, writtenNumber } from './written.ts'

/** What a token brings and how it is written: dates as 2026年11月20日, money (in cents) as 12,450.00元, lists with 、between. */
export type TokenKind = 'text' | 'lines' | 'date' | 'money' | 'number' | 'list' | 'table'
export type Token = { name: string; label: string; kind: TokenKind; example: TokenValue; optional?: true }
export type TokenValue = string | number | readonly string[] | readonly (readonly string[])[] | null | undefined
export type TokenValues = Readonly<Record<string, TokenValue>>

/** The wording of a paper, with `{{tokens}}`. Data: declared in code, revised by officers. */
export type TemplateText = { title: string; addressee: string; body: string; annexes: readonly Annex[]; note: string; copies: string }
export type PaperTemplate = {
  code: string
  kind: PaperKindCode
  name: string
  /** What may be asked for, besides `standardTokens`; supplied by whoever knows the values. */
  tokens: readonly Token[]
  text: TemplateText
}

/** Known to every paper without being asked. */
export const standardTokens: readonly Token[] = [
  { name: 'organisation', label: '发文机关', kind: 'text', example: '密云区总工会' },
  { name: 'today', label: '拟稿日期', kind: 'date', example: '2026-11-20' },
  { name: 'drafter', label: '拟稿人', kind: 'text', example: '林溪言' },
]

const tokenForm = /\{\{\s*([^{}]*?)\s*\}\}/g
const textsOf = (text: TemplateText) => [...templateParts.map((p) => text[p]), ...text.annexes.flatMap((a) => [a.title, a.body])]

/** The names a template uses, each once. */
export const tokensIn = (text: TemplateText) => [...new Set(textsOf(text).flatMap((part) => [...part.matchAll(tokenForm)].map((m) => m[1]!)))]

/** What is wrong with a template: tokens nobody supplies, braces left open, tables in the middle of a sentence. */
export type TemplateFault = { fault: 'unknown' | 'open' | 'table-inside'; what: string }
export const faultsInTemplate = ({ text, tokens }: Pick<PaperTemplate, 'text' | 'tokens'>): TemplateFault[] => {
  const known = new Map([...standardTokens, ...tokens].map((k) => [k.name, k]))
  const unknown = tokensIn(text).filter((name) => !known.has(name))
  const open = textsOf(text).filter((part) => /\{\{|\}\}/.test(part.replace(tokenForm, '')))
  const inside = [...known.values()].filter((k) => k.kind === 'table' && tokensIn(text).includes(k.name) && !standsAlone(text, k.name))
  return [
    ...unknown.map((what) => ({ fault: 'unknown' as const, what })),
    ...open.map((part) => ({ fault: 'open' as const, what: part.slice(0, 20) })),
    ...inside.map((k) => ({ fault: 'table-inside' as const, what: k.name })),
  ]
}

const standsAlone = (text: TemplateText, name: string) => {
  const lines = [text.body, ...text.annexes.map((a) => a.body)].flatMap((body) => body.split('\n'))
  const uses = textsOf(text).flatMap((part) => [...part.matchAll(tokenForm)].filter((m) => m[1] === name)).length
  return lines.filter((line) => new RegExp(`^\\s*\\{\\{\\s*${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*\\}\\}\\s*$`).test(line)).length === uses
}

const isRows = (value: TokenValue): value is readonly (readonly string[])[] => Array.isArray(value) && value.every((row) => Array.isArray(row))
const isList = (value: TokenValue): value is readonly string[] => Array.isArray(value) && value.every((part) => typeof part === 'string')
const isMissing = (value: TokenValue) => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** Throws RangeError for a value that does not fit its token: the caller's fault, not the officer's. */
const writtenValue = (token: Token, value: TokenValue): string => {
  if (isMissing(value)) return token.optional ? '' : gap(token.label)
  const misfit = () => new RangeError(`token ${token.name} (${token.kind}) does not fit its value`)
  if (token.kind === 'table') {
    if (!isRows(value)) throw misfit()
    return tableText(value)
  }
  if (token.kind === 'list') {
    if (!isList(value)) throw misfit()
    return value.map((part) => part.trim()).join('、')
  }
  if (token.kind === 'money' || token.kind === 'number') {
    if (typeof value !== 'number' || !Number.isFinite(value)) throw misfit()
    return token.kind === 'money' ? writtenMoney(value) : writtenNumber(value)
  }
  if (typeof value !== 'string') throw misfit()
  if (token.kind === 'date') return writtenDate(value)
  return token.kind === 'lines' ? value.trim() : value.replace(/\s*[\r\n]+\s*/g, ' ').trim()
}

/** The wording with its values in place. A value is set in once and never read for tokens again. */
export const fillTemplate = ({ text, tokens }: Pick<PaperTemplate, 'text' | 'tokens'>, values: TokenValues): TemplateText => {
  const known = new Map([...standardTokens, ...tokens].map((k) => [k.name, k]))
  const fill = (part: string, set: (token: Token, at: number) => string) =>
    part.replace(tokenForm, (whole, name: string, at: number) => {
      const token = known.get(name)
      return token ? set(token, at) : whole
    })
  const inLine = (part: string) => fill(part, (token) => writtenValue(token, values[token.name]))
  const inCell = (line: string) => fill(line, (token) => oneLine(writtenValue(token, values[token.name])).replaceAll('|', '\\|'))
  // What somebody wrote cannot turn into a table by beginning with a bar.
  const inText = (line: string) =>
    fill(line, (token, at) => {
      const value = writtenValue(token, values[token.name])
      return token.kind === 'table' ? value : plainText(value, line.slice(0, at).trim() === '')
    })
  const inBody = (body: string) =>
    body
      .split('\n')
      .map((line) => (line.trim().startsWith('|') ? inCell(line) : inText(line)))
      .join('\n')
  return {
    title: inLine(text.title),
    addressee: inLine(text.addressee),
    body: inBody(text.body),
    note: inLine(text.note),
    copies: inLine(text.copies),
    annexes: text.annexes.map((a) => ({ title: inLine(a.title), body: inBody(a.body) })),
  }
}

/** Values with which a template is looked at before anything real stands in it. */
export const exampleValues = (tokens: readonly Token[]): TokenValues =>
  Object.fromEntries([...standardTokens, ...tokens].map((k) => [k.name, k.example]))

/** A content to begin with: the wording in its parts, everything else empty. */
export const contentOf = (text: TemplateText, given: Pick<PaperContent, 'mark' | 'signature' | 'printedBy'>): PaperContent => ({
  copyNumber: '',
  secrecy: '',
  urgency: '',
  signer: '',
  enclosures: [],
  ...given,
  ...text,
})
