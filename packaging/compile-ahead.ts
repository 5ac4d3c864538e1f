import type { Plugin } from 'vite'

/** What V8 looks for in the first line of a file. */
const hint = '//# allFunctionsCalledOnLoad'

/**
 * Asks V8 to compile the functions of what a page loads at first while it is still being read, beside
 * the page's own thread. Else each one is passed over there, and parsed anew when it is first called.
 */
export function compileAhead(): Plugin {
  return {
    name: 'compile-ahead',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const first = new Set<string>()
        const add = (file: string): void => {
          const chunk = bundle[file]
          if (chunk?.type !== 'chunk' || first.has(file)) return
          first.add(file)
          chunk.code = `${hint}\n${chunk.code}`
          chunk.imports.forEach(add)
        }
        for (const [file, chunk] of Object.entries(bundle)) {
          if (chunk.type === 'chunk' && chunk.isEntry) add(file)
        }
      },
    },
  }
}
