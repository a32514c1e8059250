import type { Register } from '@gongyou/contract/registers/register.ts'
import type { Room } from '../../kit/http/server.ts'
import { registerDesignRoom } from './design/routes.ts'
import { registersRoom } from './routes.ts'
import { registerSheetRoom } from './sheet/routes.ts'

export { ownRegisters } from '@gongyou/contract/registers/own/index.ts'
export { type Change, changeEntry, endEntry, renewEntry, type Renewal, restoreEntry } from './change.ts'
export { allRegisters, newestRegister, publishRegister, syncRegisters } from './definitions.ts'
export { namedAnswers } from './answers.ts'
export { enterEntry, type NewEntry } from './enter.ts'
export { allAnswers, type Entry, type EntrySource, findEntry } from './entry.ts'
export { registersFacts } from './facts.ts'
export { keepEntry, type Kept } from './keep.ts'
export { registersDimensions, registersFigures } from './figures.ts'
export { entriesOf, findByKey } from './list.ts'
export { findOpenEntries } from './open-entries.ts'
export { registersSchedule, registersTasks } from './reminders.ts'

export type { Register }
export const registersRooms: readonly Room[] = [registersRoom, registerSheetRoom, registerDesignRoom]
