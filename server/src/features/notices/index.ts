export { tell, text } from './send.ts'
