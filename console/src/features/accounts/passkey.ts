import { browserSupportsWebAuthn, startAuthentication } from '@simplewebauthn/browser'
import { useMutation } from '@tanstack/react-query'
import { ask } from '../../kit/api.ts'

/** Signs in with a passkey, alone or as the second step of a password just given. */
export const usePasskey = (after: () => unknown) => {
  const send = useMutation({
    mutationFn: async (challenge: string | undefined) => {
      const begun = await ask('startPasskeySignIn', { body: challenge ? { challenge } : {} })
      const response = await startAuthentication({ optionsJSON: begun.options as never })
      return ask('signInByPasskey', { body: { challenge: begun.challenge, response: response as never } })
    },
    onSuccess: () => after(),
  })
  return {
    possible: browserSupportsWebAuthn(),
    use: (challenge?: string) => send.mutate(challenge),
    isPending: send.isPending,
    error: send.error?.name === 'NotAllowedError' ? null : send.error,
  }
}
