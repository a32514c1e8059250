import { t } from '../../kit/text.ts'
import { rule, working } from '../rule-declaration.ts'

const custom = ['本会报表制度', 'A'] as const

/** 报表. */
export const returns = [
  rule('return_monthly', working(5), t('报送月报', 'Hand in the monthly return'), t('报告期结束', 'The period has ended'), custom),
  rule('return_quarterly', working(10), t('报送季报', 'Hand in the quarterly return'), t('报告期结束', 'The period has ended'), custom),
  rule('return_yearly', working(20), t('报送年报', 'Hand in the yearly return'), t('报告期结束', 'The period has ended'), custom),
  rule('return_again', working(3), t('退回后重报', 'Hand in again'), t('报表退回', 'The return was sent back'), custom),
] as const
