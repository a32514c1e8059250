const place = 'gongyou.size'

/** Large letters for those who want them; kept on this phone. */
export const isLarge = () => localStorage.getItem(place) === 'large'
export const applySize = () => {
  document.documentElement.dataset.size = isLarge() ? 'large' : 'usual'
}
export const chooseSize = (large: boolean) => {
  localStorage.setItem(place, large ? 'large' : 'usual')
  applySize()
}
