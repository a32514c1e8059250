import { useMutation } from '@tanstack/react-query'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/failure.ts'
import { w } from '../../kit/text.ts'

/** The number by its end; whole only when asked for, which is written down. */
export const IdNumber = ({ masked }: { masked: string | null }) => {
  const show = useMutation({ mutationFn: () => ask('showMyIdNumber', {}) })
  if (!masked) return '—'
  if (show.data)
    return (
      <>
        {show.data.idNumber}
        <br />
        <button type="button" className="link" onClick={() => show.reset()}>
          {w('隐藏', 'Hide')}
        </button>
      </>
    )
  return (
    <>
      {masked}
      <br />
      <button type="button" className="link" onClick={() => show.mutate()}>
        {w('显示完整号码（会留下记录）', 'Show it whole (this is recorded)')}
      </button>
      {show.isError ? (
        <span className="wrong" role="alert">
          {wordsOf(show.error)}
        </span>
      ) : null}
    </>
  )
}
