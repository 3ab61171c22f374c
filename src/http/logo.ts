/** A schedule: a warm-up, then decay that tapers off. Shape and area below it. */
const curve = 'M4 25 L9 7 C13 7 17 21 28 25'
const drawing = `<path d="${curve} Z" fill="#7ab7f5" fill-opacity=".25"/><path d="${curve}" fill="none" stroke="#7ab7f5" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/>`

/** The drawing alone, for the tab of a browser. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#14181d"/>${drawing}</svg>`

/** With the name beside it, for a dark ground. */
export const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 112 32">${drawing}<text x="38" y="23" font-family="system-ui, sans-serif" font-size="20" font-weight="600" fill="#fff">Taper</text></svg>`
