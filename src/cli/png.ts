import { UsageError } from './failures.ts'

const renderer = '@resvg/resvg-js'

/** What is drawn where a picture names no family that is there. Fonts come from the system: none is shipped. */
const fonts = { loadSystemFonts: true, sansSerifFamily: 'DejaVu Sans', defaultFontFamily: 'DejaVu Sans' }

export interface Png {
  readonly bytes: Uint8Array
  /** False where the system has no font, and the picture no text. */
  readonly hasText: boolean
}

/**
 * An SVG as PNG, two pixels to each of its own, as screens have them.
 * @throws UsageError where the renderer, an optional dependency, is not installed for this system
 */
export async function pngOf(svg: string): Promise<Png> {
  const { Resvg } = await import('@resvg/resvg-js').catch((error: Error) => {
    throw new UsageError(
      `PNG needs the optional dependency ${renderer}, which is not installed (${error.message.split('\n', 1)[0]}). ` +
        `Install it with npm install ${renderer}, or write an SVG: --out chart.svg.`
    )
  })
  const options = { font: fonts, fitTo: { mode: 'zoom', value: 2 } } as const
  const letter = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><text y="15" font-family="sans-serif">H</text></svg>'
  return { bytes: new Resvg(svg, options).render().asPng(), hasText: new Resvg(letter, options).getBBox() !== undefined }
}
