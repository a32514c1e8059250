/** A sign-in that waits for its second step. */
export type Second = { challenge: string; methods: ('totp' | 'passkey')[] }
