import { t } from '@gongyou/contract/kit/text.ts'
import { say } from './language.ts'

/** One sentence of the screen, written where it is shown: `w('保存', 'Save')`. */
export const w = (zh: string, en: string) => say(t(zh, en))
