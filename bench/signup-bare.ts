import { bareServer } from './signup-limit.ts'

const { port } = await bareServer(process.env.BENCH_URL!)
process.send!(port)
