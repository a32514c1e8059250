import { checkDraw } from '@gongyou/contract/activities/draw.ts'
import { useMutation } from '@tanstack/react-query'
import { ask } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { wordsOf } from '../../kit/failure.ts'
import { Notice } from '../../kit/Notice.tsx'
import { w } from '../../kit/text.ts'

/** The published draw: the file for whoever wants it, and the same sum done again on this very phone. */
export const DrawResult = ({ pool }: { pool: string }) => {
  const again = useMutation({
    mutationFn: async () => checkDraw(await (await ask('getDrawFile', { params: { id: pool } })).text()),
  })
  return (
    <>
      <a className="link" href={`/api/seat-pools/${pool}/draw.csv`}>
        {w('抽签结果文件', 'The published draw')}
      </a>
      <Button onClick={() => again.mutate()} busy={again.isPending}>
        {w('在这台手机上重新核对', 'Run it again on this phone')}
      </Button>
      {again.data ? (
        <Notice tone={again.data.fine ? 'done' : 'wrong'}>
          {again.data.fine
            ? w(again.data.says, 'The file is what the seed and the list give.')
            : w(again.data.says, 'The file is not what the seed and the list give.')}
        </Notice>
      ) : null}
      {again.isError ? (
        <Notice tone="due">
          {globalThis.crypto?.subtle ? wordsOf(again.error) : w('这个浏览器不能核对，请下载文件用电脑核对。', 'This browser cannot; use a computer.')}
        </Notice>
      ) : null}
    </>
  )
}
