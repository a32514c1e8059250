import type { Answers, Form } from '@gongyou/contract/forms/index.ts'
import { Refusal } from '@gongyou/contract/kit/client.ts'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../../kit/api.ts'
import type { Origin } from '../../kit/form/FieldBox.tsx'

export type FormToFill = {
  code: string
  revision: number
  form: Form
  asksAtStart: readonly string[]
  known: Answers
  from: Readonly<Record<string, Origin>>
}

/** What is known of the applicant; whoever may not see that person unmasked fills the form from empty. */
const knownOf = async (code: string, applicantId: string | undefined) => {
  if (!applicantId) return { known: {}, from: {} }
  try {
    return await ask('prefillForApplicant', { params: { code }, body: { applicantId } })
  } catch (error) {
    if (error instanceof Refusal && (error.problem.status === 404 || error.problem.status === 403)) return { known: {}, from: {} }
    throw error
  }
}

/** The form of a service for a person at the window. What the server knows of the officer himself is not used. */
export const useFormToFill = (code: string | undefined, applicantId: string | undefined) =>
  useQuery({
    queryKey: ['form-to-fill', code, applicantId],
    enabled: code !== undefined,
    staleTime: Infinity,
    queryFn: async (): Promise<FormToFill> => {
      const { revision, form, asksAtStart } = await ask('getServiceForm', { params: { code: code! } })
      const { known, from } = await knownOf(code!, applicantId)
      return {
        code: code!,
        revision,
        form,
        asksAtStart,
        known: Object.fromEntries(Object.entries(known).filter(([n]) => asksAtStart.includes(n))),
        from,
      }
    },
  })
