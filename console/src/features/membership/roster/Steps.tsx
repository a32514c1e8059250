import { w } from '../../../kit/text.ts'

/** Where the roster stands: file, columns, check, result. */
export const Steps = ({ at }: { at: number }) => (
  <ol className="steps">
    {[w('选文件', 'File'), w('对应列', 'Columns'), w('检查', 'Check'), w('结果', 'Result')].map((name, i) => (
      <li key={name} className={i < at ? 'past' : i === at ? 'now' : ''} aria-current={i === at ? 'step' : undefined}><b>{i + 1}</b>{name}</li>
    ))}
  </ol>
)
