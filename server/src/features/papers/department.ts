import { standardTemplates } from '@gongyou/contract/papers/templates/index.ts'
import type { PaperTemplate } from '@gongyou/contract/papers/template.ts'
import type { SubjectSights } from './access.ts'
import { papersFacts } from './facts.ts'
import { papersDimensions, papersFigures } from './figures.ts'
import { papersTasks } from './files.ts'
import { papersRoom } from './routes.ts'

type Given = { templates: readonly PaperTemplate[]; paperSights: SubjectSights }

export const papersDepartment = {
  rooms: ({ templates, paperSights }: Given) => [papersRoom({ templates, sights: paperSights })],
  facts: papersFacts,
  figures: papersFigures,
  dimensions: papersDimensions,
  templates: standardTemplates,
  tasks: () => papersTasks,
  refusals: {
    organ_code_unique: 'papers.code-taken',
    paper_number_unique: 'papers.number-taken',
    template_pkey: 'record.changed',
  },
} as const
