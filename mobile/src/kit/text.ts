export { w } from '@gongyou/contract/kit/language.ts'
