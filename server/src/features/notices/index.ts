export { countOf, inboxOf } from './inbox.ts'
export { notices } from './routes.ts'
export { tell, text } from './send.ts'
