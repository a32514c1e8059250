import type { Way } from '@gongyou/contract/cases/shapes.ts'
import type { Dialog } from '../ActModal.tsx'
import { AskForMore } from './AskForMore.tsx'
import { AskOutside } from './AskOutside.tsx'
import { Extend } from './Extend.tsx'
import { CopyTo, Delegate, Transfer } from './HandOn.tsx'
import { Opinion } from './Opinion.tsx'
import { Rate } from './Rate.tsx'
import { Replay } from './Replay.tsx'
import { Reopen, SendBack } from './Return.tsx'
import { Signers } from './Signers.tsx'
import { Supply } from './Supply.tsx'
import { Upgrade } from './Upgrade.tsx'
import { WordsDialog } from './WordsDialog.tsx'

/** The window of a way; taking on and opening what is sealed have none here. */
export const WayDialog = ({ way, ...dialog }: Dialog & { way: Way }) => {
  switch (way) {
    case 'askForMore':
      return <AskForMore {...dialog} />
    case 'supply':
      return <Supply {...dialog} />
    case 'transfer':
      return <Transfer {...dialog} />
    case 'delegate':
      return <Delegate {...dialog} />
    case 'copy':
      return <CopyTo {...dialog} />
    case 'consult':
    case 'addBefore':
    case 'addAfter':
      return <Signers {...dialog} way={way} />
    case 'giveOpinion':
    case 'decideExtension':
      return <Opinion {...dialog} way={way} />
    case 'sendBack':
      return <SendBack {...dialog} />
    case 'reopen':
      return <Reopen {...dialog} />
    case 'extend':
      return <Extend {...dialog} />
    case 'link':
      return <AskOutside {...dialog} />
    case 'upgrade':
      return <Upgrade {...dialog} />
    case 'rate':
      return <Rate {...dialog} />
    case 'replay':
      return <Replay {...dialog} />
    case 'claim':
    case 'openSealed':
      return null
    default:
      return <WordsDialog {...dialog} way={way} />
  }
}
