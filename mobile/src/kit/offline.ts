/**
 * Keeps the pages themselves on the phone, for the card at a counter without a signal. Only for those who signed in,
 * joined or verify cards: a passer-by's data volume is not spent on it.
 */
export const workOffline = () => {
  if (import.meta.env.PROD) navigator.serviceWorker?.register('/m/offline.js', { scope: '/m/' }).catch(() => {})
}
