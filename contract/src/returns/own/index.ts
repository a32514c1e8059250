import type { ReturnForm } from '../form.ts'
import { baseMonthly } from './base-monthly.ts'
import { rightsQuarterly } from './quarterly.ts'
import { townMonthly } from './town-monthly.ts'
import { unionYearly } from './yearly.ts'

/** Every form that units hand in. */
export const returnForms: readonly ReturnForm[] = [baseMonthly, townMonthly, rightsQuarterly, unionYearly]
