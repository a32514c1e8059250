/** Hands a file to the browser to keep. */
export const saveFile = (content: Blob, name: string) => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // The download has begun with its own hold on the content by the next minute.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
