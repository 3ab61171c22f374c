/** What tokens of the design are now, in a notation that a canvas takes: it knows no variables and no light-dark(). */
export interface Colours {
  of(token: string): string
  /** After the scheme has changed. */
  forget(): void
}

/** @param element whatever inherits the scheme */
export function coloursOf(element: HTMLElement): Colours {
  const known = new Map<string, string>()
  return {
    of(token) {
      const before = known.get(token)
      if (before !== undefined) return before
      const probe = element.appendChild(document.createElement('i'))
      probe.style.color = `var(${token})`
      const colour = getComputedStyle(probe).color
      probe.remove()
      known.set(token, colour)
      return colour
    },
    forget: () => known.clear()
  }
}

/** A colour of which the ground shows through. @param alpha from 0 to 1 */
export const faint = (colour: string, alpha: number): string => colour.replace(/^rgb\((.*)\)$/, (_, parts) => `rgba(${parts}, ${alpha})`)
