import { useSyncExternalStore } from 'react'

const listen = (change: () => void) => {
  addEventListener('online', change)
  addEventListener('offline', change)
  return () => {
    removeEventListener('online', change)
    removeEventListener('offline', change)
  }
}
/** Whether the phone believes it has a network. */
export const useOnline = () => useSyncExternalStore(listen, () => navigator.onLine)
