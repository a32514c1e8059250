import { ownAccount } from './own-phone.ts'
import { accountsTasks } from './reseal.ts'
import { accounts } from './routes.ts'

export const accountsDepartment = {
  rooms: () => [accounts, ownAccount],
  tasks: () => accountsTasks,
  refusals: {
    passkey_pkey: 'accounts.passkey-known',
    account_login_unique: 'accounts.login-taken',
    account_person_unique: 'accounts.already-staff',
    post_held_once: 'accounts.post-held',
    delegation_period: 'accounts.dates-wrong',
  },
} as const
