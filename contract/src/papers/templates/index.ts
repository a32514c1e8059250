import type { PaperTemplate } from '../template.ts'
import { serviceTemplates } from './service.ts'
import { supervisionTemplates } from './supervision.ts'
import { unionTemplates } from './unions.ts'

/** The templates every installation begins with; officers revise them, other features bring their own. */
export const standardTemplates: readonly PaperTemplate[] = [...unionTemplates, ...serviceTemplates, ...supervisionTemplates]
