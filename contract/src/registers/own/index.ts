import type { Register } from '../register.ts'
import { collectiveContracts } from './collective-contracts.ts'
import { lecturers } from './lecturers.ts'
import { studios } from './studios.ts'

/** Registers that several departments need. */
export const ownRegisters: readonly Register[] = [studios, lecturers, collectiveContracts]
