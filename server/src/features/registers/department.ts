import { ownRegisters } from '@gongyou/contract/registers/own/index.ts'
import { registerDesignRoom } from './design/routes.ts'
import { registersFacts } from './facts.ts'
import { registersDimensions, registersFigures } from './figures.ts'
import { registersSchedule, registersTasks } from './reminders.ts'
import { registersRoom } from './routes.ts'
import { registerSheetRoom } from './sheet/routes.ts'

export const registersDepartment = {
  rooms: () => [registersRoom, registerSheetRoom, registerDesignRoom],
  facts: registersFacts,
  figures: registersFigures,
  dimensions: registersDimensions,
  registers: ownRegisters,
  tasks: () => registersTasks,
  schedule: registersSchedule,
  refusals: {
    register_definition_pkey: 'registers.revision-taken',
    register_draft_code_unique: 'registers.code-taken',
    entry_key_unique: 'registers.already-entered',
    entry_change_pkey: 'record.changed',
    entry_validity: 'registers.dates-wrong',
  },
} as const
