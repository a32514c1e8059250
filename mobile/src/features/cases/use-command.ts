import type { CaseView } from '@gongyou/contract/cases/shapes.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { codeOf, wordsOf } from '../../kit/failure.ts'
import { w } from '../../kit/text.ts'

/** One act on a case. The answer is the case as it is now; where somebody was faster, the page is renewed and what was typed stays. */
export const useCommand = <Given>(run: (given: Given) => Promise<CaseView>) => {
  const client = useQueryClient()
  const command = useMutation({
    mutationFn: run,
    onSuccess: (view) => {
      client.setQueryData(['getCase', { params: { id: view.id } }], view)
      void client.invalidateQueries({ queryKey: ['listMyCases'] })
    },
    onError: (error) => (codeOf(error) === 'record.changed' ? void client.invalidateQueries({ queryKey: ['getCase'] }) : undefined),
  })
  const changed = codeOf(command.error) === 'record.changed'
  const wrong = !command.isError
    ? undefined
    : changed
      ? w(
          '这一件刚有新进展，页面已更新。看过后再点一次，您写的还在。',
          'The case has just moved on and the page is new. Look, then press again; what you wrote is still here.',
        )
      : wordsOf(command.error)
  return { ...command, wrong }
}
