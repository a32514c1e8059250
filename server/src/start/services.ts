import { system } from '../kit/actor.ts'
import type { Database } from '../kit/db/database.ts'
import { newId } from '../kit/ids.ts'
import { syncKinds } from '../features/activities/index.ts'
import { houseFaults, syncServices } from '../features/cases/index.ts'
import { syncRegisters } from '../features/registers/index.ts'
import { syncReturnForms } from '../features/returns/index.ts'
import { syncFigures } from '../features/statistics/index.ts'
import { activityKinds, catalogue, house, registers, services } from '../rooms.ts'

/** Brings what this release declares into the database; an effect or a paper that nobody knows stops the start. */
export const declareServices = (db: Database, region: number) => {
  for (const s of services) for (const fault of houseFaults(s, house)) throw new Error(`service ${s.code}, ${fault.path}: ${fault.says.en}`)
  return db.write({ region, by: system, operation: 'declareServices', request: newId() }, async (work) => {
    await syncRegisters(work, registers)
    await syncServices(work, services)
    await syncKinds(work, activityKinds)
    await syncFigures(work, catalogue)
    await syncReturnForms(work, catalogue)
  })
}
