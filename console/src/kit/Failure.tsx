import { Refusal } from '@gongyou/contract/kit/client.ts'
import { Alert, Button } from 'antd'
import { w } from './text.ts'

/** What went wrong, in the server's words, with the way on. */
export const wordsOf = (error: unknown) => {
  if (error instanceof Refusal) return error.problem.errors?.map((e) => e.message).join('；') || error.problem.detail
  return w('连不上服务器，请检查网络后重试', 'The server cannot be reached; check the network and try again')
}

export const Failure = ({ error, onRetry }: { error: unknown; onRetry?: () => void }) => (
  <Alert
    type="warning"
    showIcon
    style={{ margin: 16 }}
    title={wordsOf(error)}
    action={
      onRetry && (
        <Button size="small" onClick={onRetry}>
          {w('重试', 'Try again')}
        </Button>
      )
    }
  />
)
