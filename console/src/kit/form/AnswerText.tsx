import type { Column, Field, FileAnswer } from '@gongyou/contract/forms/index.ts'
import { say } from '../language.ts'
import { w } from '../text.ts'
import { townName } from '../words.ts'
import { bagOf, codesOf, listOf, numberOf, referenceOf, referencesOf, textOf } from './given.ts'

export const yuan = (cents: number) => `${(cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })} ${w('元', 'yuan')}`

const labelOf = (options: readonly { code: string; label: { zh: string; en: string } }[], code: unknown) => {
  const found = options.find((o) => o.code === code)
  return found ? say(found.label) : String(code ?? '')
}

/** One answer in words, for screens, lists and paper. */
export const wordsOfAnswer = (field: Field | Column, value: unknown): string => {
  switch (field.kind) {
    case 'text':
    case 'date':
      return textOf(value)
    case 'number':
      return numberOf(value) === null ? '' : `${numberOf(value)!.toLocaleString('en-US')}${field.unit ? ` ${say(field.unit)}` : ''}`
    case 'money':
      return numberOf(value) === null ? '' : yuan(numberOf(value)!)
    case 'choice':
      return labelOf(field.options, value)
    case 'many':
      return codesOf(value)
        .map((code) => labelOf(field.options, code))
        .join(w('、', ', '))
    case 'person':
    case 'organisation':
    case 'entry':
      return referenceOf(value)?.name ?? ''
    case 'employer':
      return [textOf(bagOf(value).name), textOf(bagOf(value).uscc)].filter(Boolean).join(' ')
    case 'address': {
      const { town, text, point } = bagOf(value)
      const at = Array.isArray(point) ? `（${point.join(', ')}）` : ''
      return `${typeof town === 'number' ? `${townName(town)} ` : ''}${textOf(text)}${at}`
    }
    case 'table':
      return listOf(value)
        .map((row) =>
          Object.entries(field.columns)
            .map(([name, c]) => wordsOfAnswer(c, bagOf(row)[name]))
            .filter(Boolean)
            .join(' '),
        )
        .join(w('；', '; '))
    case 'files':
      return referencesOf(value)
        .map((f) => f.name)
        .join(w('、', ', '))
    case 'signature':
      return w('已签名', 'Signed')
    case 'consent':
      return w(`已同意（${field.revision} 版）`, `Agreed (wording ${field.revision})`)
  }
}

type Props = { field: Field; value: unknown; onFile?: ((file: FileAnswer) => void) | undefined }

/** One answer to read: tables as tables, files to open. */
export const AnswerText = ({ field, value, onFile }: Props) => {
  if (field.kind === 'table')
    return (
      <div className="table-scroll">
        <table>
          <thead>
            <tr>
              {Object.entries(field.columns).map(([name, c]) => (
                <th key={name} scope="col">
                  {say(c.label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {listOf(value).map((row, i) => (
              <tr key={i}>
                {Object.entries(field.columns).map(([name, c]) => (
                  <td key={name}>{wordsOfAnswer(c, bagOf(row)[name])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )
  const files = field.kind === 'files' ? referencesOf(value) : field.kind === 'signature' ? [referenceOf(value)].flatMap((f) => f ?? []) : []
  if (files.length > 0 && onFile)
    return (
      <>
        {files.map((f) => (
          <button key={f.id} type="button" className="plain-button" style={{ display: 'block' }} onClick={() => onFile(f)}>
            {f.name}
          </button>
        ))}
      </>
    )
  return <>{wordsOfAnswer(field, value)}</>
}
