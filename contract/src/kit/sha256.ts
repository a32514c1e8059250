const text = new TextEncoder()

/** SHA-256 of a text in hexadecimal, the same in a browser and on the server. */
export const sha256 = async (said: string) =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', text.encode(said)))].map((b) => b.toString(16).padStart(2, '0')).join('')
