import { organisationFacts } from './facts.ts'
import { organisationDimensions, organisationFigures } from './figures.ts'
import { organisations } from './routes.ts'
import { organisationSheets } from './sheets/routes.ts'

export const organisationsDepartment = {
  rooms: () => [organisations, organisationSheets],
  facts: organisationFacts,
  figures: organisationFigures,
  dimensions: organisationDimensions,
  refusals: {
    org_kind_under_parent_fkey: 'organisations.wrong-parent',
    org_name_unique: 'organisations.same-name',
    org_uscc_unique: 'organisations.uscc-taken',
    employer_uscc_unique: 'organisations.uscc-taken',
    term_number_unique: 'organisations.term-overlap',
    term_no_overlap: 'organisations.term-overlap',
  },
} as const
