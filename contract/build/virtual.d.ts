declare module 'virtual:operations' {
  export const operations: Record<string, import('../src/kit/client.ts').Operation>
}

declare module '*.css'
