import { AddressControl } from './AddressControl.tsx'
import { ManyControl } from './ChoiceControl.tsx'
import { ConsentControl } from './ConsentControl.tsx'
import type { ControlGiven } from './control.ts'
import { FilesControl } from './FilesControl.tsx'
import { PersonControl } from './PersonControl.tsx'
import { PlaceControl } from './PlaceControl.tsx'
import { SignatureControl } from './SignatureControl.tsx'
import { Simple } from './Simple.tsx'
import { TableControl } from './TableControl.tsx'

/** One question of any kind. */
export const Control = (given: ControlGiven) => {
  const { field, ...rest } = given
  switch (field.kind) {
    case 'many':
      return <ManyControl {...rest} field={field} />
    case 'person':
      return <PersonControl {...rest} field={field} />
    case 'organisation':
    case 'employer':
    case 'entry':
      return <PlaceControl {...rest} field={field} />
    case 'address':
      return <AddressControl {...rest} field={field} />
    case 'table':
      return <TableControl {...rest} field={field} />
    case 'files':
      return <FilesControl {...rest} field={field} />
    case 'signature':
      return <SignatureControl {...rest} field={field} />
    case 'consent':
      return <ConsentControl {...rest} field={field} />
    default:
      return <Simple {...given} />
  }
}
