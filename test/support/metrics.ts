/** Samples of a scrape by their name and labels, as the text writes them. */
export type Scrape = ReadonlyMap<string, number>

export function readMetrics(text: string): Scrape {
  const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(samples.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]))
}

export const scrape = async (url: string, headers: Record<string, string> = {}): Promise<Scrape> =>
  readMetrics(await (await fetch(`${url}/metrics`, { headers })).text())

/** By how much the samples of a name with these labels, and any others, have grown together. */
export const changeOf =
  (before: Scrape, after: Scrape) =>
  (name: string, labels: Record<string, string> = {}): number => {
    const isMeant = (sample: string) =>
      sample.split('{', 1)[0] === name && Object.entries(labels).every(([label, value]) => sample.includes(`${label}="${value}"`))
    return [...after].filter(([sample]) => isMeant(sample)).reduce((sum, [sample, value]) => sum + value - (before.get(sample) ?? 0), 0)
  }
