/** The processes of one program, known by a folder that nobody else has in their environment. */
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

interface Found {
  readonly pid: number
  readonly words: string
}

/** Every process whose environment holds `mark`. */
function bearing(mark: string): readonly Found[] {
  return readdirSync('/proc').flatMap((name): readonly Found[] => {
    if (!/^\d+$/.test(name)) return []
    try {
      if (!readFileSync(`/proc/${name}/environ`, 'latin1').includes(mark)) return []
      return [{ pid: Number(name), words: readFileSync(`/proc/${name}/cmdline`, 'latin1') }]
    } catch {
      // It has ended meanwhile, or is somebody else's.
      return []
    }
  })
}

/**
 * Kills the program at once, then the Chromium that it leaves behind; what else it has started is to end by
 * itself, and has when this resolves. Gives whether there was a program.
 */
export async function killProgram(mark: string): Promise<boolean> {
  const before = bearing(mark)
  const mains = before.filter(({ words }) => words.includes('chromium-host.mjs'))
  for (const { pid } of mains) end(pid)
  const isChromium = ({ words }: Found): boolean => /--user-data-dir=|--type=/.test(words)
  for (let waited = 0; ; waited += 20) {
    const left = bearing(mark)
    if (left.length === 0) return mains.length > 0
    if (waited > 15_000) throw new Error('A process has outlived its program.')
    for (const { pid } of left.filter(isChromium)) end(pid)
    await sleep(20)
  }
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It was quicker.
  }
}
