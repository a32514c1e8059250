import { system } from '../kit/actor.ts'
import type { Database } from '../kit/db/database.ts'
import { newId } from '../kit/ids.ts'
import { syncServices } from '../features/cases/index.ts'
import { syncRegisters } from '../features/registers/index.ts'
import { syncFigures } from '../features/statistics/index.ts'
import { catalogue, house, registers, services } from '../rooms.ts'

/** Brings the registers, services and figures of this release into the database; an effect that nobody registered stops the start. */
export const declareServices = (db: Database, region: number) => {
  for (const s of services)
    for (const [name, a] of Object.entries(s.actions))
      if (a.effect && !Object.hasOwn(house.effects, a.effect)) throw new Error(`service ${s.code}, step ${name}: no effect ${a.effect}`)
  return db.write({ region, by: system, operation: 'declareServices', request: newId() }, async (work) => {
    await syncRegisters(work, registers)
    await syncServices(work, services)
    await syncFigures(work, catalogue)
  })
}
